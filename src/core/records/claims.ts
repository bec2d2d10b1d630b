import { meantByRelation } from '../names/meantByRelation';
import { notedWorld, type World } from '../names/nameLookup';
import type { RecordName } from '../names/recordName';
import { recordLabel } from '../names/series';
import type { FilePath } from '../ports';
import type { DocRecord, ParsedRecord, RecordStatus, Relation, WrittenRelation } from './record';

/** A record with one of these statuses retires no other: not yet, or never. */
const pendingStatuses: ReadonlySet<RecordStatus> = new Set(['draft', 'proposed', 'rejected']);

const sides = ['supersedes', 'supersededBy'] as const;
type Side = (typeof sides)[number];
type Sides = Pick<DocRecord, Side>;

const opposite = { supersedes: 'supersededBy', supersededBy: 'supersedes' } as const;

/** A relation as seen from the record that it names. */
interface Mirror {
  readonly to: FilePath;
  readonly side: Side;
  readonly relation: Relation;
}

/** What one record states about others, resolved against the current records. */
export interface Claims {
  /** Every name that was looked up, found or not. */
  readonly requested: readonly RecordName[];
  readonly own: Sides;
  readonly mirrors: readonly Mirror[];
}

/** Undefined for a record that states no supersession. */
export function claimsOf(record: ParsedRecord, world: World): Claims | undefined {
  if (record.supersedes.length + record.supersededBy.length === 0) return undefined;
  const requested: RecordName[] = [];
  const noted = notedWorld(world, (name) => void requested.push(name));
  const own = { supersedes: new Distinct(), supersededBy: new Distinct() };
  const mirrors: Mirror[] = [];
  for (const side of sides) {
    for (const written of record[side]) {
      const other = meantByRelation(record, written, noted);
      if (other === record) continue;
      const relation = relationTo(record, side, written, other);
      if (!own[side].add(relation) || other === null) continue;
      const mirrored = { ...relation, path: record.path, text: recordLabel(record) ?? record.title, mirrored: true };
      mirrors.push({ to: other.path, side: opposite[side], relation: mirrored });
    }
  }
  return {
    // An array that grew has spare capacity, which a copy has not.
    requested: requested.slice(),
    own: { supersedes: own.supersedes.all(), supersededBy: own.supersededBy.all() },
    mirrors: mirrors.slice(),
  };
}

/** The sides of most records, which no supersession names. */
const noSides: Sides = { supersedes: [], supersededBy: [] };

/** Both sides of a record: what it states, then what only `others` state about it. Its own words win. */
export function sidesOf(path: FilePath, own: Claims | undefined, others: readonly Claims[]): Sides {
  if (own === undefined && others.length === 0) return noSides;
  const stated = others.flatMap(({ mirrors }) => mirrors.filter(({ to }) => to === path));
  const both = (side: Side) => {
    const relations = new Distinct(own?.own[side]);
    for (const mirror of stated) if (mirror.side === side) relations.add(mirror.relation);
    return relations.all();
  };
  return { supersedes: both('supersedes'), supersededBy: both('supersededBy') };
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

/** Relations in the order of addition, each target once; relations without a target are compared by their text. */
class Distinct {
  private readonly relations = new Map<string, Relation>();

  constructor(relations: readonly Relation[] = []) {
    for (const relation of relations) this.add(relation);
  }

  /** @returns whether it was new */
  add(relation: Relation): boolean {
    const key = relation.path === null ? `text ${relation.text}` : `path ${relation.path}`;
    if (this.relations.has(key)) return false;
    this.relations.set(key, relation);
    return true;
  }

  all(): readonly Relation[] {
    return [...this.relations.values()];
  }
}
