import type { ChangedRecord } from '../drafts/catchUpInput';
import { byPath, type FileChange } from '../handoffs/recordsNow';
import { isDoubtful, type Link, shownStrength } from '../links/link';
import { append } from '../lists';
import { recordLabel } from '../names/series';
import type { FilePath, Pacer } from '../ports';
import { type DocRecord, isAboutCode } from '../records/record';
import { livingSuccessors } from '../records/succession';

/** What is asked of a workspace folder. */
interface Records {
  record(path: FilePath): DocRecord | undefined;
  linksFor(file: FilePath): readonly Link[];
}

interface Question {
  readonly view: Records;
  /** Commits to records since an instant. */
  readonly changes: readonly FileChange[];
  /** Files that the reader works on. */
  readonly ownFiles: readonly FilePath[];
  /** The destination of a link to a record. */
  readonly hrefOf: (path: FilePath) => string;
  readonly pacer: Pacer;
}

const mostFiles = 5;

/** The decisions, RFCs and runbooks that were changed, with what they decide and which of the reader's files they govern. */
export async function changedRecords(question: Question): Promise<readonly ChangedRecord[]> {
  const { view, changes, hrefOf } = question;
  const files = await governedFiles(question);
  return [...byPath(changes)].flatMap(([path, commits]) => {
    const record = view.record(path);
    const kind = record?.kind;
    if (!record || !kind || !isAboutCode(kind)) return [];
    const own = files.get(path) ?? [];
    const successors = record.status === 'superseded' ? livingSuccessors(record, (other) => view.record(other)) : [];
    const isNew = commits.some(({ status }) => status === 'added');
    return [
      {
        href: hrefOf(path),
        kind,
        label: recordLabel(record),
        title: record.title,
        status: record.status,
        statusText: record.statusText,
        how: isNew ? 'added' : record.status === 'superseded' ? 'superseded' : 'changed',
        decision: record.decision,
        supersededBy: successors.map((successor) => recordLabel(successor) ?? successor.title),
        people: [...new Set(commits.map(({ author }) => author))],
        files: own.slice(0, mostFiles),
        fileCount: own.length,
      } satisfies ChangedRecord,
    ];
  });
}

/** Record -> the reader's files that it is tied to strongly enough to be shown beside them. */
async function governedFiles({ view, changes, ownFiles, pacer }: Question): Promise<ReadonlyMap<FilePath, FilePath[]>> {
  const changed = new Set(changes.map(({ path }) => path));
  const files = new Map<FilePath, FilePath[]>();
  for (const file of ownFiles) {
    for (const link of view.linksFor(file)) {
      const { record, strength } = link;
      if (isDoubtful(link) || strength < shownStrength || !changed.has(record.path)) continue;
      append(files, record.path, file);
    }
    await pacer.breathe();
  }
  return files;
}
