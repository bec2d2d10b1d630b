import type { FilePath } from '../ports';
import { recordLabel } from './label';
import type { DocRecord, ParsedRecord, RecordStatus, Relation, WrittenRelation } from './record';
import { RecordNames } from './recordNames';

/** A record of one of these cannot retire another yet, or never did. */
const pendingStatuses: ReadonlySet<RecordStatus> = new Set(['draft', 'proposed', 'rejected']);

/**
 * Places records among each other: supersessions get their targets, and what only one side says is added to the other
 * (`mirrored`). `status` stays the file's own word even where another record retires it; surfaces show `supersededBy`
 * beside it, so an "accepted" that nobody updated is seen for what it is. Nothing is walked, so cycles and chains of
 * any length cost what they weigh.
 *
 * @param addedDates dates from git for records that state none
 * @param previous an earlier result; a record that comes out the same is the same object again
 */
export function relate(
  records: ReadonlyMap<FilePath, ParsedRecord>,
  addedDates: ReadonlyMap<FilePath, string>,
  previous: ReadonlyMap<FilePath, DocRecord> = new Map(),
): Map<FilePath, DocRecord> {
  const sides = relationsOf(records);
  const related = new Map<FilePath, DocRecord>();
  for (const [path, record] of records) {
    const added = addedDates.get(path);
    const next: DocRecord = {
      ...record,
      date: record.date ?? added ?? null,
      dateSource: record.date !== null ? 'record' : added === undefined ? null : 'git',
      supersedes: sides.get(path)?.supersedes ?? none,
      supersededBy: sides.get(path)?.supersededBy ?? none,
    };
    const before = previous.get(path);
    related.set(path, before && isSame(before, next) ? before : next);
  }
  return related;
}

const none: readonly Relation[] = [];

interface Sides {
  readonly supersedes: Relation[];
  readonly supersededBy: Relation[];
}
type Side = keyof Sides;

function relationsOf(records: ReadonlyMap<FilePath, ParsedRecord>): ReadonlyMap<FilePath, Sides> {
  const sides = new Map<FilePath, Sides>();
  const writing = [...records.values()].filter(
    ({ supersedes, supersededBy }) => supersedes.length + supersededBy.length > 0,
  );
  if (writing.length === 0) return sides;
  const names = new RecordNames(records);
  const sidesOf = (path: FilePath) => {
    const found = sides.get(path) ?? { supersedes: [], supersededBy: [] };
    sides.set(path, found);
    return found;
  };
  const mirrors: { readonly to: FilePath; readonly side: Side; readonly relation: Relation }[] = [];
  for (const record of writing) {
    for (const side of ['supersedes', 'supersededBy'] as const) {
      for (const written of record[side]) {
        const other = names.find(record, written);
        if (other === record) continue;
        const relation = relationTo(record, side, written, other);
        if (!addOnce(sidesOf(record.path)[side], relation) || other === null) continue;
        const mirrored = { ...relation, path: record.path, text: recordLabel(record) ?? record.title, mirrored: true };
        mirrors.push({
          to: other.path,
          side: side === 'supersedes' ? 'supersededBy' : 'supersedes',
          relation: mirrored,
        });
      }
    }
  }
  // After all that is written, so that a side's own words win over their mirror.
  for (const { to, side, relation } of mirrors) addOnce(sidesOf(to)[side], relation);
  return sides;
}

function relationTo(record: ParsedRecord, side: Side, written: WrittenRelation, other: ParsedRecord | null): Relation {
  const newer = side === 'supersedes' ? record : other;
  return {
    path: other?.path ?? null,
    text: written.text,
    partial: written.partial,
    mirrored: false,
    pending: newer !== null && pendingStatuses.has(newer.status),
  };
}

/** @returns whether it was new: one relation a target, and what has no target by its words */
function addOnce(relations: Relation[], relation: Relation): boolean {
  const isKnown = relations.some(({ path, text }) =>
    relation.path === null ? path === null && text === relation.text : path === relation.path,
  );
  if (!isKnown) relations.push(relation);
  return !isKnown;
}

/** Whether nothing that a surface shows has changed. Parsed values are shared between results and compare by identity. */
function isSame(before: DocRecord, next: DocRecord): boolean {
  return (Object.keys(next) as (keyof DocRecord)[]).every((key) => {
    return key === 'supersedes' || key === 'supersededBy' ? areSame(before[key], next[key]) : before[key] === next[key];
  });
}

function areSame(before: readonly Relation[], next: readonly Relation[]): boolean {
  return (
    before.length === next.length &&
    before.every((relation, index) => {
      const other = next[index];
      return (Object.keys(relation) as (keyof Relation)[]).every((key) => relation[key] === other?.[key]);
    })
  );
}
