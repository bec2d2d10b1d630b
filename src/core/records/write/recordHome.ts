import { basename, dirname } from '../../files/paths';
import { groupedBy } from '../../lists';
import { isFolderDocument } from '../../names/spelling';
import type { FilePath } from '../../ports';
import { statusFolderOf } from '../read/folderStatus';
import type { DocRecord } from '../record';
import { nameShape } from './fileNameShape';
import type { NewKind } from './recordFacts';

/** Where records go in a repository that has none of the kind. */
const usualFolders: Readonly<Record<NewKind, FilePath>> = {
  decision: 'docs/adr',
  rfc: 'docs/rfcs',
  runbook: 'docs/runbooks',
};
/** Records whose headings are compared. */
const mostSiblings = 5;

/** Where the records of a kind are kept, and a new one goes. */
export interface RecordHome {
  readonly folder: FilePath;
  /** The last first. */
  readonly latest: readonly DocRecord[];
  readonly records: readonly DocRecord[];
}

/**
 * The folder, or the one file, that most records of a kind lie in. Folders named after a status (`rfcs/accepted`) count
 * together, and a new record goes to none of them that would say it is decided.
 */
export function recordHome(all: readonly DocRecord[], kind: NewKind): RecordHome {
  const ofKind = all.filter((record) => record.kind === kind && !record.isCollection);
  const homes = groupedBy(ofKind, ({ path, part }) => part?.file ?? homeOf(path));
  const [most] = [...homes].sort(([a, own], [b, others]) => others.length - own.length || (a < b ? -1 : 1));
  if (!most) return { folder: usualFolders[kind], latest: [], records: [] };
  const [home, own] = most;
  const orders = new Map(own.map((record) => [record, orderOf(record)]));
  const records = own.toSorted((a, b) => (orders.get(b) ?? 0) - (orders.get(a) ?? 0));
  const latest = records.slice(0, mostSiblings);
  return { folder: latest[0]?.part ? dirname(home) : undecidedFolder(home, own), latest, records };
}

/** The folder in which most records are that none of its name decides; the one above them where there is none. */
function undecidedFolder(home: FilePath, records: readonly DocRecord[]): FilePath {
  const folders = records.flatMap(({ path }) => {
    const own = statusFolderOf(path);
    if (own === null) return home;
    return own.status === 'draft' || own.status === 'proposed' ? own.path : [];
  });
  const [most] = [...groupedBy(folders, (folder) => folder)].sort(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? home;
}

/** A record that is the README of its own folder is filed with its siblings. */
function homeOf(path: FilePath): FilePath {
  const named = statusFolderOf(path)?.path;
  if (named !== undefined) return dirname(named);
  return isOwnFolder(path) ? dirname(dirname(path)) : dirname(path);
}

export function isOwnFolder(path: FilePath): boolean {
  return isFolderDocument(path) && dirname(path).includes('/');
}

/** Greater for a later record: by number, or by date. */
export function orderOf({ path, part, id, date: stated }: DocRecord): number {
  if (part) return Number(id ?? 0);
  const { number, date } = nameShape(nameOf(path));
  // A name without a number or date says nothing about when the record was written.
  return Number(number ?? (date ?? stated)?.replaceAll('-', '').padEnd(8, '0') ?? 0);
}

/** What a record is called where it is filed: its file, or its folder. */
export function nameOf(path: FilePath): string {
  return basename(isOwnFolder(path) ? dirname(path) : path);
}
