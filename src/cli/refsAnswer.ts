import type { Reference } from '../core/links/link';
import type { FilePath } from '../core/ports';
import type { FileProblem } from '../core/projectView';
import type { DiskFiles } from '../disk/diskFiles';
import { NotedFiles } from '../disk/notedFiles';
import type { CommonArguments } from './arguments';
import type { GitQuestions } from './gitQuestions';
import type { KeptAnswers } from './keptAnswers';
import { loadRecords, openProject, reportUnread } from './openProject';
import { Telling } from './telling';
import { table } from './terminal';

/** What an answer is made from. */
export interface AnswerSources {
  readonly files: DiskFiles;
  /** Null where git must not be asked. */
  readonly git: GitQuestions | null;
  /** Where the answer is kept for the next call; null where it is not kept. */
  readonly kept: KeptAnswers | null;
}

export async function answerReferences(
  root: string,
  { json, settings, cache }: CommonArguments,
  { files: disk, git, kept }: AnswerSources,
): Promise<string> {
  const noted = kept && new NotedFiles(disk);
  const telling = new Telling();
  const search = git && (await git.search(noted));
  const project = openProject(root, { files: noted ?? disk, settings, cache, search, telling });
  await loadRecords(project, telling);
  await project.scanReferences();
  await project.keep();
  const found = project.allReferences();
  reportUnread(project.partlyRead(), telling);
  const text = json
    ? `${JSON.stringify(
        found.map((one) => referenceAnswer(one, project.problemOf(one.file))),
        null,
        2,
      )}\n`
    : table(found.map(({ file, reference }) => referenceRow(file, reference)));
  if (noted && telling.isLasting) await kept.keep('', { text, told: telling.told, status: 0 }, noted);
  return text;
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
