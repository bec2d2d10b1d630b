import type { DocRecord, RecordStatus } from '../record';
import { standingOf } from '../standing';
import { type CitingStyle, citationIn } from './citation';
import {
  openRecordText,
  type RecordText,
  readBack,
  readBackAll,
  refused,
  type StatedAt,
  statedAt,
  type Writing,
} from './recordText';
import { fieldEdit, newRelationEdit } from './relationEdit';
import { newStatusEdit, restatedEdits, valueEdit } from './statusEdit';
import { beforeBreak, withRemark, withWord } from './statusValue';
import type { StatusWording } from './statusWording';

export interface Supersession {
  /** The records on the other side. */
  readonly others: readonly DocRecord[];
  /** Whether the older one stays in force for the rest. */
  readonly partial: boolean;
  readonly style: CitingStyle;
  readonly wording: StatusWording;
}

const retirable: readonly RecordStatus[] = ['none', 'other', 'accepted', 'deprecated', 'superseded'];

/** Why a record cannot be superseded by these; null where it can. Those that it names already are left out. */
function whyNotSuperseded(record: DocRecord, { partial }: Pick<Supersession, 'partial'>): 'otherwise' | null {
  if (!retirable.includes(record.status)) return 'otherwise';
  return partial && record.status !== 'accepted' ? 'otherwise' : null;
}

/**
 * Whether nothing would be in force: the record gives way as a whole to others that are not decided yet. The check
 * reports what is written then (docs/rules.md#premature-supersession).
 */
export function leavesNothing(record: DocRecord, newer: readonly DocRecord[], partial: boolean): boolean {
  const isReplaced = record.supersededBy.some((other) => other.path !== null && !other.pending && !other.partial);
  return !partial && !isReplaced && newer.every((other) => standingOf(other) === 'undecided');
}

/** The others that the record does not name on that side itself. */
function unnamed(
  record: DocRecord,
  side: 'supersedes' | 'supersededBy',
  others: readonly DocRecord[],
): readonly DocRecord[] {
  const named = record[side].filter(({ mirrored }) => !mirrored).map(({ path }) => path);
  return others.filter(({ path }) => path !== record.path && !named.includes(path));
}

/**
 * The older side: the record names what took its place, and says that it is superseded, or remains what it is where only
 * a part of it is replaced.
 */
export function writeSuperseded(record: DocRecord, text: string, supersession: Supersession): Writing {
  const { partial, wording } = supersession;
  const others = unnamed(record, 'supersededBy', supersession.others);
  if (others.length === 0) return refused('already');
  const reason = whyNotSuperseded(record, supersession);
  if (reason !== null) return refused(reason);
  const opened = openRecordText(record, text);
  if (typeof opened === 'string') return refused(opened);
  const wanted = { status: partial ? record.status : 'superseded', supersededBy: others.length } as const;
  const found = statedAt(opened);
  const names = others.map((other) => citation(opened, other, found, supersession)).join(', ');
  const byField = partial
    ? null
    : fieldEdit(
        opened,
        'supersededBy',
        others.map((other) => citation(opened, other, found, supersession)),
      );
  if (byField === undefined) return refused('not-found');
  const phrase = byField ? wording.word('superseded') : `${wording.by} ${names}`;
  if (found === null) {
    const isUnstated = opened.findings.stated.text === null;
    // A status in a file beside the record (`kep.yaml`) would stay.
    if (isUnstated && record.statusText !== null) return refused('not-found');
    const edit = isUnstated && !partial ? newStatusEdit(opened, phrase) : null;
    return edit === null ? refused('no-status') : readBack(opened, byField ? [edit, byField] : [edit], wanted);
  }
  const value = statusValue(
    found,
    opened,
    phrase,
    `${wording.partlyBy} ${names}`,
    names,
    supersession,
    byField !== null,
  );
  if (value === null) return refused('prose');
  const edits = value === found.value ? [] : [valueEdit(found, value)];
  const again = partial ? [] : restatedEdits(opened, found, wording.word('superseded'));
  return readBackAll(opened, byField ? [...edits, byField] : edits, again, wanted);
}

function statusValue(
  { value, isForm }: StatedAt,
  { record }: RecordText,
  phrase: string,
  remark: string,
  names: string,
  { partial }: Supersession,
  hasField: boolean,
): string | null {
  if (isForm) return partial ? null : phrase;
  if (partial) return withRemark(value, remark);
  if (record.status !== 'superseded') return withWord(value, phrase);
  // The record is superseded already and gets one more successor.
  if (hasField) return value;
  return record.supersededBy.some(({ mirrored }) => !mirrored)
    ? beforeBreak(value, (status) => `${status}, ${names}`)
    : withWord(value, phrase);
}

/** The newer side: the record names what it takes the place of; its own status stays. */
export function writeSuperseding(record: DocRecord, text: string, supersession: Supersession): Writing {
  const { partial, wording } = supersession;
  const others = unnamed(record, 'supersedes', supersession.others);
  if (others.length === 0) return refused('already');
  const opened = openRecordText(record, text);
  if (typeof opened === 'string') return refused(opened);
  const found = statedAt(opened);
  const wanted = { status: opened.findings.stated.status, supersedes: others.length };
  const cited = others.map((other) => citation(opened, other, found, supersession));
  const stated = partial ? null : fieldEdit(opened, 'supersedes', cited);
  if (stated === undefined) return refused('not-found');
  if (stated) return readBack(opened, [stated], wanted);
  if (found === null || found.isForm) return refused('no-status');
  const of = partial ? wording.partlyOf : wording.of;
  const line = partial && found.field.zone !== 'section' ? null : newRelationEdit(opened, found, of, cited);
  if (line) {
    const written = readBack(opened, [line], wanted);
    if (written.ok) return written;
  }
  if (found.field.zone === 'title') return refused('not-found');
  const inBrackets = `(${of === of.toUpperCase() ? of : of.toLowerCase()} ${cited.join(', ')})`;
  const aside = beforeBreak(found.value, (status) => `${status} ${inBrackets}`);
  return readBack(opened, [valueEdit(found, aside)], wanted);
}

function citation(
  { record, document }: RecordText,
  other: DocRecord,
  found: StatedAt | null,
  { style }: Supersession,
): string {
  const isInFront = found
    ? found.field.zone === 'front'
    : document.frontMatter.lines > 0 && document.flavour === 'markdown';
  return citationIn(record, other, style, isInFront ? 'front-matter' : document.flavour);
}
