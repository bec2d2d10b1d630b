import type { RecordCopy } from '../core/records/find/copies';
import type { DocRecord, Relation } from '../core/records/record';
import type { DiskFiles } from '../disk/diskFiles';
import { NotedFiles } from '../disk/notedFiles';
import type { CommonArguments } from './arguments';
import type { KeptAnswers } from './keptAnswers';
import { gitDates, loadRecords, openProject } from './openProject';
import { Telling } from './telling';
import { table } from './terminal';

/** @param kept where the answer is kept for the next call; null where it is not kept */
export async function answerRecords(
  root: string,
  args: CommonArguments,
  disk: DiskFiles,
  kept: KeptAnswers | null,
): Promise<string> {
  const noted = kept && new NotedFiles(disk);
  const files = noted ?? disk;
  const telling = new Telling();
  const { settings, cache } = args;
  const project = openProject(root, {
    files,
    settings,
    cache,
    telling,
    isForRecordsOnly: true,
    ...(args.git && { git: () => gitDates(root, cache, noted) }),
  });
  await loadRecords(project, telling);
  await project.keep();
  await project.dateFromGit();
  const records = project.records();
  if (records.length === 0) telling.tell(`no records in ${root}; name another directory, or files with --include`);
  const answer = args.json
    ? `${JSON.stringify(
        records.map((record) => recordAnswer(record, project.copiesOf(record.path))),
        null,
        2,
      )}\n`
    : table(records.map(recordRow));
  if (noted && telling.isLasting) await kept.keep('', { text: answer, told: telling.told, status: 0 }, noted);
  return answer;
}

/** The contract of the command line's answers; fields are added, never changed. */
function recordAnswer(record: DocRecord, copies: readonly RecordCopy[]) {
  const { path, kind, id, title, status, statusText, date, dateSource, people, tags, format } = record;
  return {
    path,
    kind,
    id,
    title,
    status,
    statusText,
    date,
    dateSource,
    people,
    supersedes: record.supersedes.map(relationAnswer),
    supersededBy: record.supersededBy.map(relationAnswer),
    tags,
    format,
    decision: record.decision,
    scope: record.scope,
    runbook: record.runbook,
    problem: record.problem,
    copies: copies.map(({ path: copy, language }) => ({ path: copy, language })),
  };
}

function relationAnswer({ path, text, partial, mirrored, pending }: Relation) {
  return { path, text, partial, mirrored, pending };
}

function recordRow(record: DocRecord): string[] {
  const status =
    record.status === 'none' ? '-' : record.status === 'other' ? (record.statusText ?? '-') : record.status;
  const row = [record.path, record.kind, record.id ?? '-', status, record.date ?? '-', record.title];
  return record.problem === null ? row : [...row, `! ${record.problem}`];
}
