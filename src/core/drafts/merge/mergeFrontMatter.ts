import { parseInstant } from '../../time/zone';
import { frontKey, type Line } from '../sections';
import { interleave } from './interleave';
import type { LineOrigin } from './readDrafts';
import { freshPiece, type Piece, typedPiece } from './writeDraft';

/** A key of the top level with the lines that belong to it, or a comment. */
interface Entry {
  /** `''` for a comment and for what stands before the first key. */
  readonly key: string;
  readonly lines: readonly Line[];
}

/**
 * Keys that Meridian reads again, with the form of their values. A value of this form is refreshed, also where a
 * formatter rewrote its line. Other words that were typed there stay. All other keys stay as they were typed.
 */
const valueForms: Readonly<Record<string, (value: string) => boolean>> = {
  handoff: (value) => parseInstant(value) !== null,
  covers: (value) => coveredBy(value) !== null,
};
/** Notes had the tips of branches here before they moved into the closing comment (docs/adr/0024). */
const formerKey = 'tips';
const isHash = (value: string) => /^["']?[0-9a-f]{4,64}["']?$/.test(value);

/** The front matter of the merged document; null where neither text has one. */
export function mergeFrontMatter(
  was: readonly Line[] | null,
  now: readonly Line[] | null,
  origin: LineOrigin,
): Piece[] | null {
  if (was === null || now === null) {
    return now?.map((line) => freshPiece(line, frontKey)) ?? was?.map(typedPiece) ?? null;
  }
  const typed = new Set(was.filter(({ text }) => text.trim() !== '' && !origin.takeDrafted(frontKey, text)));
  const wasEntries = entriesOf(was);
  const nowEntries = entriesOf(now);
  const partners = partnersOf(wasEntries, nowEntries);
  return interleave(wasEntries, nowEntries, partners).flatMap(({ was: entry, now: partner }) =>
    entry === null ? fresh(partner) : mergeEntry(entry, partner, typed),
  );
}

function mergeEntry(was: Entry, now: Entry | null, typed: ReadonlySet<Line>): Piece[] {
  if (now === null && was.key === formerKey && !hasWords(was, typed)) return [];
  if (now !== null) {
    // A note keeps its author when another person drafts it again.
    if (was.key === 'from') return was.lines.map((line) => ({ ...typedPiece(line), draftedIn: frontKey }));
    const hasForm = Object.hasOwn(valueForms, was.key) ? valueForms[was.key] : undefined;
    if (hasForm) return refreshed(was, now, typed, hasForm);
  }
  return was.lines.some((line) => typed.has(line)) ? was.lines.map(typedPiece) : fresh(now);
}

/** Whether a person wrote more below a key than names and hashes, which formatters write in ways of their own. */
function hasWords({ lines }: Entry, typed: ReadonlySet<Line>): boolean {
  return readValues(lines).some(({ line, value, comment }) => {
    return typed.has(line) && (comment !== '' || (value !== '' && !isHash(value)) || !line.text.includes(':'));
  });
}

/** The fresh line of a key; a comment at its end stays at it, and what else was typed below it stays below. */
function refreshed(was: Entry, now: Entry, typed: ReadonlySet<Line>, hasForm: (value: string) => boolean): Piece[] {
  const [head, ...below] = readValues(was.lines);
  const [first, ...others] = now.lines;
  if (!head || !first) return fresh(now);
  const kept = below.filter(({ line }) => typed.has(line)).map(({ line }) => typedPiece(line));
  const isRefreshed = !typed.has(head.line) || head.value === '' || hasForm(head.value);
  // Words in place of the value: what is below them belongs to them.
  if (!isRefreshed) return was.lines.map(typedPiece);
  const text = keptStart(was, now) ?? first.text;
  const comment = typed.has(head.line) ? head.comment : '';
  const piece = freshPiece({ ...first, text: `${text} ${comment}`.trimEnd() }, frontKey);
  return [
    comment === '' ? piece : { ...piece, draftedIn: null },
    ...others.map((line) => freshPiece(line, frontKey)),
    ...kept,
  ];
}

interface ValueLine {
  readonly line: Line;
  /** `''` where there is none, or what is nested below is the value. */
  readonly value: string;
  /** With its `#`; `''` where there is none. */
  readonly comment: string;
}

const keyAndValue = /^( {0,40})("(?:[^"\\]|\\.){0,600}"|'[^']{0,600}'|[^\s#"'].{0,300}?) {0,9}:(?: (.*))?$/;

function readValues(lines: readonly Line[]): ValueLine[] {
  return lines.map((line) => {
    const rest = keyAndValue.exec(line.text.trimEnd())?.[3] ?? '';
    const end = ` ${rest}`.indexOf(' #');
    const value = end < 0 ? rest : rest.slice(0, end);
    return { line, value: value.trim(), comment: end < 0 ? '' : rest.slice(end) };
  });
}

function entriesOf(lines: readonly Line[]): Entry[] {
  const entries: { readonly key: string; readonly lines: Line[] }[] = [];
  for (const line of lines) {
    const key = /^([A-Za-z_][\w-]{0,60})\s*:/.exec(line.text)?.[1] ?? null;
    const last = entries.at(-1);
    if (key === null && last !== undefined && !line.text.startsWith('#')) last.lines.push(line);
    else entries.push({ key: key ?? '', lines: [line] });
  }
  return entries;
}

/** Pairs entries by key; of several entries of the document with one key the first has the partner. */
function partnersOf(was: readonly Entry[], now: readonly Entry[]): ReadonlyMap<Entry, Entry> {
  const byKey = new Map(now.filter(({ key }) => key !== '').map((entry) => [entry.key, entry]));
  const partners = new Map<Entry, Entry>();
  for (const entry of was) {
    const partner = byKey.get(entry.key);
    if (partner) partners.set(entry, partner);
    byKey.delete(entry.key);
  }
  return partners;
}

function fresh(entry: Entry | null): Piece[] {
  return entry?.lines.map((line) => freshPiece(line, frontKey)) ?? [];
}

/** `covers: start / end` with the document's start: a redrafted note still covers what it covered. */
function keptStart(was: Entry, now: Entry): string | null {
  const interval = ({ lines }: Entry) => coveredBy(readValues(lines)[0]?.value ?? '');
  const [before, after] = [interval(was), interval(now)];
  return before && after && `covers: ${before.start} / ${after.end}`;
}

/** The two instants of `start / end`, as written. */
function coveredBy(value: string): { readonly start: string; readonly end: string } | null {
  const [, start = '', end = ''] = /^(\S{1,100})\s{0,8}\/\s{0,8}(\S{1,100})$/.exec(value) ?? [];
  return parseInstant(start) === null || parseInstant(end) === null ? null : { start, end };
}
