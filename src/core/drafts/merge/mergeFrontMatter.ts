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
  tips: (value) => /^["']?[0-9a-f]{4,64}["']?$/.test(value),
};

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
  if (now !== null) {
    // A note keeps its author when another person drafts it again.
    if (was.key === 'from') return was.lines.map((line) => ({ ...typedPiece(line), draftedIn: frontKey }));
    const hasForm = Object.hasOwn(valueForms, was.key) ? valueForms[was.key] : undefined;
    if (hasForm) return refreshed(was, now, typed, hasForm);
  }
  return was.lines.some((line) => typed.has(line)) ? was.lines.map(typedPiece) : fresh(now);
}

/** The fresh lines of a key; comments at the end of a line stay at it, and what else was typed after the line it followed. */
function refreshed(was: Entry, now: Entry, typed: ReadonlySet<Line>, hasForm: (value: string) => boolean): Piece[] {
  const freshLines = readValues(now.lines);
  const byPath = new Map(freshLines.map((each) => [each.path, each.line]));
  const comments = new Map<Line, string>();
  const below = new Map<Line, Piece[]>();
  const replaced = new Set<Line>();
  let place = now.lines[0];
  for (const { line, path, value, comment } of readValues(was.lines)) {
    const partner = path === null ? undefined : byPath.get(path);
    place = partner ?? place;
    if (place === undefined || !typed.has(line)) continue;
    const isRefreshed = partner !== undefined && (value === '' || hasForm(value));
    if (isRefreshed) comments.set(partner, comment);
    else addTo(below, place, typedPiece(line));
    if (partner && !isRefreshed) replaced.add(partner);
  }
  const [head] = now.lines;
  // Words in place of the first value: what is nested below it belongs to them.
  if (head && replaced.has(head)) return was.lines.map(typedPiece);
  const interval = keptStart(was, now);
  return now.lines.flatMap((line) => {
    const text = line === head ? (interval ?? line.text) : line.text;
    const comment = comments.get(line) ?? '';
    const piece = freshPiece({ ...line, text: `${text} ${comment}`.trimEnd() }, frontKey);
    const own = replaced.has(line) ? [] : [comment === '' ? piece : { ...piece, draftedIn: null }];
    return [...own, ...(below.get(line) ?? [])];
  });
}

interface ValueLine {
  readonly line: Line;
  /** The keys that lead to the line's value; null where it is no `key: value`. */
  readonly path: string | null;
  /** `''` where what is nested below is the value. */
  readonly value: string;
  /** With its `#`; `''` where there is none. */
  readonly comment: string;
}

const keyAndValue = /^( {0,40})("(?:[^"\\]|\\.){0,600}"|'[^']{0,600}'|[^\s#"'].{0,300}?) {0,9}:(?: (.*))?$/;

function readValues(lines: readonly Line[]): ValueLine[] {
  const open: { readonly indent: number; readonly path: string }[] = [];
  return lines.map((line) => {
    const [found, indent = '', key = '', rest = ''] = keyAndValue.exec(line.text.trimEnd()) ?? [];
    if (found === undefined) return { line, path: null, value: '', comment: '' };
    while ((open.at(-1)?.indent ?? -1) >= indent.length) open.pop();
    const path = `${open.at(-1)?.path ?? ''}\n${key}`;
    open.push({ indent: indent.length, path });
    const end = ` ${rest}`.indexOf(' #');
    const value = end < 0 ? rest : rest.slice(0, end);
    return { line, path, value: value.trim(), comment: end < 0 ? '' : rest.slice(end) };
  });
}

function addTo(pieces: Map<Line, Piece[]>, place: Line, piece: Piece): void {
  const there = pieces.get(place);
  if (there) there.push(piece);
  else pieces.set(place, [piece]);
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

/** By their key; of several with one key the first. */
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

/** `covers: start / end` with the document's start: a note that is drafted again goes on covering what it covered. */
function keptStart(was: Entry, now: Entry): string | null {
  const interval = ({ lines }: Entry) => coveredBy(readValues(lines)[0]?.value ?? '');
  const [before, after] = [interval(was), interval(now)];
  return before && after && `covers: ${before.start} / ${after.end}`;
}

/** The two instants of `start / end`, as written. */
function coveredBy(value: string): { readonly start: string; readonly end: string } | null {
  const [, start = '', end = ''] = /^(\S+)\s*\/\s*(\S+)$/.exec(value) ?? [];
  return parseInstant(start) === null || parseInstant(end) === null ? null : { start, end };
}
