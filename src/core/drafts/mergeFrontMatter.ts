import { parseInstant } from '../time/zone';
import { interleave } from './interleave';
import { freshPiece, type Piece, typedPiece } from './pieces';
import { frontKey, type Line } from './sections';

/** A key of the top level with the lines that belong to it, or a comment. */
interface Entry {
  /** `''` for a comment and for what stands before the first key. */
  readonly key: string;
  readonly lines: Line[];
}

/** What is done with a key that both have. Any other one is kept where it was typed, and refreshed where it was not. */
const rules: Readonly<Record<string, (was: Entry, now: Entry) => Piece[]>> = {
  handoff: refreshed,
  tips: refreshed,
  covers: (was, now) => [...keptStart(was, now), ...comments(was)],
  from: (was) => was.lines.map((line) => ({ ...typedPiece(line), draftedIn: frontKey })),
};

/**
 * Refreshes the keys that machines read; `from`, where the note began, and whatever was typed stay.
 * @param takesDrafted whether a line was drafted; asked once for each line, in order
 */
export function mergeFrontMatter(
  was: readonly Line[],
  now: readonly Line[],
  takesDrafted: (line: Line) => boolean,
): Piece[] {
  const wasEntries = entriesOf(was);
  const nowEntries = entriesOf(now);
  const typed = new Set(was.filter((line) => line.text.trim() !== '' && !takesDrafted(line)));
  const byKey = new Map(nowEntries.filter(({ key }) => key !== '').map((entry) => [entry.key, entry]));
  const partners = new Map<Entry, Entry>();
  for (const entry of wasEntries) {
    const partner = byKey.get(entry.key);
    if (partner) partners.set(entry, partner);
    byKey.delete(entry.key);
  }
  return interleave(wasEntries, nowEntries, partners).flatMap(({ was: entry, now: partner }) => {
    if (entry === null) return fresh(partner);
    const rule = Object.hasOwn(rules, entry.key) ? rules[entry.key] : undefined;
    if (partner !== null && rule) return rule(entry, partner);
    return entry.lines.some((line) => typed.has(line)) ? entry.lines.map(typedPiece) : fresh(partner);
  });
}

function entriesOf(lines: readonly Line[]): Entry[] {
  const entries: Entry[] = [];
  for (const line of lines) {
    const key = /^([A-Za-z_][\w-]{0,60})\s*:/.exec(line.text)?.[1] ?? null;
    const last = entries.at(-1);
    if (key === null && last !== undefined && !line.text.startsWith('#')) last.lines.push(line);
    else entries.push({ key: key ?? '', lines: [line] });
  }
  return entries;
}

function fresh(entry: Entry | null): Piece[] {
  return entry?.lines.map((line) => freshPiece(line, frontKey)) ?? [];
}

function refreshed(was: Entry, now: Entry): Piece[] {
  return [...fresh(now), ...comments(was)];
}

/** Comments among the lines of a value are somebody's words; machines write none. */
function comments({ lines }: Entry): Piece[] {
  return lines.filter(({ text }) => /^\s*#/.test(text)).map(typedPiece);
}

/** `covers: start / end`: a note that is drafted again goes on covering what it covered. */
function keptStart(was: Entry, now: Entry): Piece[] {
  const [, start = ''] = /^covers\s*:\s*(\S+)\s*\/\s*\S+\s*$/.exec(was.lines[0]?.text ?? '') ?? [];
  const [line, ...rest] = now.lines;
  const [, end = ''] = /\/\s*(\S+)\s*$/.exec(line?.text ?? '') ?? [];
  if (line === undefined || end === '' || parseInstant(start) === null) return fresh(now);
  return fresh({ key: now.key, lines: [{ ...line, text: `covers: ${start} / ${end}` }, ...rest] });
}
