import type { Reference } from '../core/links/link';
import type { FilePath } from '../core/ports';
import type { FileProblem } from '../core/projectView';
import { commonArguments } from './arguments';
import type { Command } from './command';
import { loadRecords, openProject, reportUnread } from './openProject';
import { table } from './terminal';

/** `meridian refs [DIR]`: every place that names a record, and what it leads to. */
export const refsCommand: Command = {
  name: 'refs',
  usage: 'meridian refs [DIR] [--json] [--include GLOB[=KIND]] [--exclude GLOB] [--no-git] [--no-cache]',
  summary: 'The places in a directory that name a record, and what each leads to.',
  async run(argv) {
    const args = commonArguments(argv, 1);
    const project = await openProject(args.operands[0] ?? args.directory ?? '.', {
      ...args,
      git: false,
      search: args.git,
    });
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
  },
};

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
