import type { FilePath } from '../../../../core/ports';
import { type DocRecord, isDecided, type RecordKind, recordKinds } from '../../../../core/records/record';
import { joinParts } from '../../../../core/text/compareText';
import { homesOfAlike, narrowNames } from '../../model/recordHomes';
import { deadlineEnd, type RecordOrder, sortRecords } from './recordOrder';
import { keyOf, type RecordEntry, shelve } from './recordShelves';
import { matcher, type RecordsFilter } from './recordsFilter';

/**
 * `waiting` shows the proposed decisions a second time, at the top. `stale`, at the end, has those whose deadline, or
 * else date, is over a year ago.
 */
export type GroupTitle =
  | { readonly by: 'waiting' | 'stale' }
  | { readonly by: 'kind'; readonly kind: RecordKind }
  /** `name` is the path shortened for a narrow row, unique among the folders. */
  | { readonly by: 'folder'; readonly name: string; readonly path: string };

export interface GroupNode {
  readonly type: 'group';
  readonly id: string;
  readonly title: GroupTitle;
  readonly parent: GroupNode | undefined;
  readonly count: number;
  /** Either folders or records, never both. */
  readonly folders: readonly GroupNode[];
  /** The records in their order, which is computed at the first use: most groups are collapsed. */
  readonly entries: readonly RecordEntry[];
}

/** Has the location of its record as own fields, so that it can be passed to any command that takes a record. */
export interface RecordNode {
  readonly type: 'record';
  readonly id: string;
  readonly parent: GroupNode;
  readonly folder: string;
  readonly path: FilePath;
  readonly entry: RecordEntry;
  /** Where the record lies, if another row of the group reads the same; else empty. */
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

/** How many rows a group shows before it offers more, so that the tree stays quick with ten thousand records. */
const pageSize = 200;

/** The Records view without VS Code: groups, pages, and the way back from a record to its row. */
export class RecordsModel {
  readonly roots: readonly GroupNode[];
  /** Records that pass the filter. */
  readonly matching: number;
  private readonly limits = new Map<string, number>();
  private readonly homes = new Map<string, ReadonlyMap<DocRecord, string>>();
  /** The groups that hold records directly, each with its records in no order. */
  private readonly shelves: { readonly node: GroupNode; readonly own: readonly RecordEntry[] }[] = [];

  /** @param today `2026-11-29`, to find the proposals that are older than a year */
  constructor(
    entries: readonly RecordEntry[],
    filter: RecordsFilter,
    private readonly order: RecordOrder,
    today: string,
  ) {
    const matches = matcher(filter);
    const byKind = new Map<RecordKind, RecordEntry[]>(recordKinds.map((kind) => [kind, []]));
    const folders = new Set<string>();
    const proposed: RecordEntry[] = [];
    for (const entry of entries) {
      folders.add(entry.folder);
      if (!matches(entry.record)) continue;
      byKind.get(entry.record.kind)?.push(entry);
      if (isWaiting(entry.record)) proposed.push(entry);
    }
    const all = [...byKind.values()];
    this.matching = all.reduce((sum, { length }) => sum + length, 0);
    const kinds = [...byKind].flatMap(([kind, own]) => this.kindGroup(kind, own, folders.size > 1) ?? []);
    // Compared by the known part of the date: a month may mean its last day.
    const oldest = yearBefore(today);
    const isStale = ({ record: { date, deadline } }: RecordEntry) => {
      const last = deadline ?? date;
      return last !== null && last < oldest.slice(0, last.length);
    };
    const again = (by: 'waiting' | 'stale', own: readonly RecordEntry[], inOrder: () => readonly RecordEntry[]) =>
      own.length === 0 ? [] : [group(by, { by }, undefined, own.length, inOrder)];
    const waiting = proposed.filter((entry) => !isStale(entry));
    const stale = proposed.filter(isStale);
    this.roots = [
      ...again('waiting', waiting, () => sortRecords(waiting, order).toSorted(byDeadline)),
      ...kinds,
      ...again('stale', stale, () => sortRecords(stale, order)),
    ];
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

  /** The row of a record, with its page shown; undefined where the filter hides it. */
  locate(folder: string, path: FilePath): { readonly node: RecordNode; readonly opened: boolean } | undefined {
    for (const { node: parent, own } of this.shelves) {
      const isWanted = (entry: RecordEntry) => entry.record.path === path && entry.folder === folder;
      const at = own.some(isWanted) ? parent.entries.findIndex(isWanted) : -1;
      const entry = parent.entries[at];
      if (!entry) continue;
      const opened = at >= (this.limits.get(parent.id) ?? pageSize);
      if (opened) this.limits.set(parent.id, Math.ceil((at + 1) / pageSize) * pageSize);
      return { node: recordNode(parent, entry, this.homesIn(parent)), opened };
    }
    return undefined;
  }

  private homesIn(node: GroupNode): ReadonlyMap<DocRecord, string> {
    const known = this.homes.get(node.id) ?? homesOfAlike(node.entries);
    this.homes.set(node.id, known);
    return known;
  }

  private kindGroup(kind: RecordKind, entries: readonly RecordEntry[], several: boolean): GroupNode | undefined {
    if (entries.length === 0) return undefined;
    const shelves = shelve(entries);
    const title = { by: 'kind', kind } as const;
    if (shelves.length === 1) return this.holding(kind, title, undefined, entries);
    const folders: GroupNode[] = [];
    const parent: GroupNode = { ...group(kind, title, undefined, entries.length), folders };
    const paths = shelves.map(({ folderName, directory }) =>
      several ? joinParts([folderName, directory], '/') : directory || folderName,
    );
    const names = narrowNames(paths);
    for (const [at, { id, entries: own }] of shelves.entries()) {
      const name = { by: 'folder', name: names[at] ?? '', path: paths[at] ?? '' } as const;
      folders.push(this.holding(`${kind}\n${id}`, name, parent, own));
    }
    return parent;
  }

  private holding(
    id: string,
    title: GroupTitle,
    parent: GroupNode | undefined,
    own: readonly RecordEntry[],
  ): GroupNode {
    const node = group(id, title, parent, own.length, () => sortRecords(own, this.order));
    this.shelves.push({ node, own });
    return node;
  }
}

/** Whether a record waits for a decision. A draft does once it states a deadline. */
function isWaiting({ kind, status, deadline }: DocRecord): boolean {
  return isDecided(kind) && (status === 'proposed' || (status === 'draft' && deadline !== undefined));
}

/** Overdue records first. Those without a deadline come last, in their present order. */
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
  count: number,
  inOrder: () => readonly RecordEntry[] = () => [],
): GroupNode {
  let known: readonly RecordEntry[] | undefined;
  return {
    type: 'group',
    id,
    title,
    parent,
    count,
    folders: [],
    get entries() {
      known ??= inOrder();
      return known;
    },
  };
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
