import type { FilePath } from '../../../../core/ports';
import { type DocRecord, isDecided, type RecordKind, recordKinds } from '../../../../core/records/record';
import { joinParts } from '../../../../core/text/compareText';
import type { homesOfAlike, narrowNames } from '../../model/recordHomes';
import { deadlineEnd, type RecordOrder, sortRecords } from './recordOrder';
import { keyOf, type RecordEntry, shelve } from './recordShelves';
import { matcher, type RecordsFilter } from './recordsFilter';

/** `waiting` holds proposed decisions once more, on top; `stale` those that have been proposed for over a year, and whose deadline is not later, at the end. */
export type GroupTitle =
  | { readonly by: 'waiting' | 'stale' }
  | { readonly by: 'kind'; readonly kind: RecordKind }
  /** `name` is as much of the path as a narrow row shows and tells it apart. */
  | { readonly by: 'folder'; readonly name: string; readonly path: string };

export interface GroupNode {
  readonly type: 'group';
  readonly id: string;
  readonly title: GroupTitle;
  readonly parent: GroupNode | undefined;
  readonly count: number;
  /** Either folders or records, never both. */
  readonly folders: readonly GroupNode[];
  readonly entries: readonly RecordEntry[];
}

/** Has the place of its record at the top, so that it can be passed to any command that takes a record. */
export interface RecordNode {
  readonly type: 'record';
  readonly id: string;
  readonly parent: GroupNode;
  readonly folder: string;
  readonly path: FilePath;
  readonly entry: RecordEntry;
  /** Where it lies, if another row of the group reads the same; else empty. */
  readonly home: string;
}

/** Stands for the records of a long group that are not shown yet. */
export interface MoreNode {
  readonly type: 'more';
  readonly id: string;
  readonly parent: GroupNode;
  readonly remaining: number;
}

export type RecordsNode = GroupNode | RecordNode | MoreNode;

/** Rows that one group shows before it asks; the tree stays quick with ten thousand records. */
const pageSize = 200;

/** What tells rows apart that would read the same. */
export interface Naming {
  readonly homesOfAlike: typeof homesOfAlike;
  readonly narrowNames: typeof narrowNames;
}

/** The Records view without VS Code: groups, pages, and the way back from a record to its row. */
export class RecordsModel {
  readonly roots: readonly GroupNode[];
  /** Records that pass the filter. */
  readonly matching: number;
  private readonly limits = new Map<string, number>();
  private readonly homes = new Map<string, ReadonlyMap<DocRecord, string>>();
  /** The groups that hold records. */
  private readonly shelves: GroupNode[] = [];

  /**
   * @param today `2026-11-29`, to tell which proposals are older than a year
   * @param naming null until its code is loaded: rows then have their whole names
   */
  constructor(
    entries: readonly RecordEntry[],
    filter: RecordsFilter,
    order: RecordOrder,
    today: string,
    private readonly naming: Naming | null,
  ) {
    const matches = matcher(filter);
    const sorted = sortRecords(
      entries.filter(({ record }) => matches(record)),
      order,
    );
    const several = new Set(entries.map(({ folder }) => folder)).size > 1;
    this.matching = sorted.length;
    const kinds = recordKinds.flatMap((kind) => this.kindGroup(kind, sorted, several) ?? []);
    const proposed = sorted.filter(({ record }) => isWaiting(record));
    // By as much of the date as is known: a month of a year ago may have been its end.
    const isStale = ({ record: { date, deadline } }: RecordEntry) => {
      const last = deadline ?? date;
      return last !== null && last < yearBefore(today).slice(0, last.length);
    };
    const again = (by: 'waiting' | 'stale', records: readonly RecordEntry[]) =>
      records.length === 0 ? [] : [group(by, { by }, undefined, records)];
    const waiting = proposed.filter((entry) => !isStale(entry)).toSorted(byDeadline);
    this.roots = [...again('waiting', waiting), ...kinds, ...again('stale', proposed.filter(isStale))];
  }

  children(node: GroupNode): readonly RecordsNode[] {
    if (node.folders.length > 0) return node.folders;
    const limit = this.limits.get(node.id) ?? pageSize;
    const homes = this.homesIn(node);
    const rows: RecordsNode[] = node.entries.slice(0, limit).map((entry) => recordNode(node, entry, homes));
    const remaining = node.entries.length - limit;
    if (remaining > 0) rows.push({ type: 'more', id: `${node.id}\nmore`, parent: node, remaining });
    return rows;
  }

  showMore(node: GroupNode): void {
    this.limits.set(node.id, (this.limits.get(node.id) ?? pageSize) + pageSize);
  }

  /** The row of a record, its page opened; undefined where the filter hides it. */
  locate(folder: string, path: FilePath): { readonly node: RecordNode; readonly opened: boolean } | undefined {
    for (const parent of this.shelves) {
      const at = parent.entries.findIndex((entry) => entry.record.path === path && entry.folder === folder);
      const entry = parent.entries[at];
      if (!entry) continue;
      const opened = at >= (this.limits.get(parent.id) ?? pageSize);
      if (opened) this.limits.set(parent.id, Math.ceil((at + 1) / pageSize) * pageSize);
      return { node: recordNode(parent, entry, this.homesIn(parent)), opened };
    }
    return undefined;
  }

  private homesIn(node: GroupNode): ReadonlyMap<DocRecord, string> {
    const known = this.homes.get(node.id) ?? this.naming?.homesOfAlike(node.entries) ?? new Map<DocRecord, string>();
    this.homes.set(node.id, known);
    return known;
  }

  private kindGroup(kind: RecordKind, sorted: readonly RecordEntry[], several: boolean): GroupNode | undefined {
    const entries = sorted.filter(({ record }) => record.kind === kind);
    if (entries.length === 0) return undefined;
    const shelves = shelve(entries);
    if (shelves.length === 1) return this.remember(group(kind, { by: 'kind', kind }, undefined, entries));
    const folders: GroupNode[] = [];
    const parent: GroupNode = { ...group(kind, { by: 'kind', kind }, undefined, []), count: entries.length, folders };
    const paths = shelves.map(({ folderName, directory }) =>
      several ? joinParts([folderName, directory], '/') : directory || folderName,
    );
    const names = this.naming?.narrowNames(paths) ?? paths;
    for (const [at, { id, entries: own }] of shelves.entries()) {
      const title = { by: 'folder', name: names[at] ?? '', path: paths[at] ?? '' } as const;
      folders.push(this.remember(group(`${kind}\n${id}`, title, parent, own)));
    }
    return parent;
  }

  private remember(node: GroupNode): GroupNode {
    this.shelves.push(node);
    return node;
  }
}

/** A draft waits from when it says by when it is to be decided. */
function isWaiting({ kind, status, deadline }: DocRecord): boolean {
  return isDecided(kind) && (status === 'proposed' || (status === 'draft' && deadline !== undefined));
}

/** What is overdue first; those without a deadline come after, in the order that they are in. */
function byDeadline(a: RecordEntry, b: RecordEntry): number {
  const [left, right] = [deadlineEnd(a.record), deadlineEnd(b.record)];
  return left === right ? 0 : left - right;
}

/** The same day a year earlier, as text that compares with the date of a record. */
function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

function group(
  id: string,
  title: GroupTitle,
  parent: GroupNode | undefined,
  entries: readonly RecordEntry[],
): GroupNode {
  return { type: 'group', id, title, parent, count: entries.length, folders: [], entries };
}

function recordNode(parent: GroupNode, entry: RecordEntry, homes: ReadonlyMap<DocRecord, string>): RecordNode {
  const { folder, record } = entry;
  return {
    type: 'record',
    id: `${parent.id}\n${keyOf(folder, record.path)}`,
    parent,
    folder,
    path: record.path,
    entry,
    home: homes.get(record) ?? '',
  };
}
