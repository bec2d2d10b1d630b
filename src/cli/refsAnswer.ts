import type { Reference } from '../core/links/link';
import type { FilePath } from '../core/ports';
import type { FileProblem } from '../core/projectView';
import { DiskFiles } from '../disk/diskFiles';
import type { CommonArguments } from './arguments';
import { loadRecords, openProject, reportUnread } from './openProject';
import { realDirectory } from './place';
import { table } from './terminal';

export async function answerReferences(args: CommonArguments): Promise<string> {
  const root = realDirectory(args.operands[0] ?? args.directory ?? '.');
  const { settings, cache } = args;
  const project = await openProject(root, { files: new DiskFiles(root, true), settings, cache, search: args.git });
  await loadRecords(project);
  await project.scanReferences();
  await project.keep();
  const found = project.allReferences();
  reportUnread(project.partlyRead());
  if (args.json)
    return `${JSON.stringify(
      found.map((one) => referenceAnswer(one, project.problemOf(one.file))),
      null,
      2,
    )}\n`;
  return table(found.map(({ file, reference }) => referenceRow(file, reference)));
}

function referenceAnswer({ file, reference }: { file: FilePath; reference: Reference }, problem: FileProblem | null) {
  const { line, column, text, target, resolution, candidates } = reference;
  return {
    file,
    line,
    column,
    text,
    target,
    resolution,
    ...(candidates.length > 0 && { candidates }),
    ...(problem && { problem }),
  };
}

function referenceRow(file: FilePath, { line, column, text, target, resolution }: Reference): string[] {
  return [`${file}:${line}:${column}`, text, target ?? resolution];
}
