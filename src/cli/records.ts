import type { RecordCopy } from '../core/records/find/copies';
import type { DocRecord, Relation } from '../core/records/record';
import { commonArguments } from './arguments';
import type { Command } from './command';
import { loadRecords, openProject } from './openProject';
import { table } from './terminal';

/** `meridian records [DIR]`: every record of a directory, sorted by path. */
export const recordsCommand: Command = {
  name: 'records',
  usage: 'meridian records [DIR] [--json] [--include GLOB[=KIND]] [--exclude GLOB] [--no-git] [--no-cache]',
  summary: 'The decisions, runbooks and other records of a directory.',
  async run(argv) {
    const args = commonArguments(argv, 1);
    const project = await openProject(args.operands[0] ?? args.directory ?? '.', { ...args, isForRecordsOnly: true });
    await loadRecords(project);
    await project.keep();
    await project.dateFromGit();
    const records = project.records();
    return args.json
      ? `${JSON.stringify(
          records.map((record) => recordAnswer(record, project.copiesOf(record.path))),
          null,
          2,
        )}\n`
      : table(records.map(recordRow));
  },
};

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
