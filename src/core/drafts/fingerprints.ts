import { compareText } from '../text/compareText';
import { splitLines } from '../text/lineEnds';
import { type DraftKind, frontKey, readSections } from './sections';

/**
 * Fingerprint -> how often a line with it was drafted (docs/adr/0010). A fingerprint counts for its section only: a
 * fact that a person copied into a box is theirs.
 */
export type Fingerprints = ReadonlyMap<string, number>;

export interface FingerprintedText {
  /** Without the comment; ends with one line feed. */
  readonly body: string;
  /** Null where there is no comment, or one that Meridian cannot have written: then nothing is known to be drafted. */
  readonly drafted: Fingerprints | null;
  /** The branch tips that the comment keeps, as `writeTips` wrote them; `''` where there are none. */
  readonly tips: string;
}

const opening = '<!-- meridian drafted:';
const beforeTips = ' tips: ';
const maxFingerprints = 20_000;

/**
 * The text with one comment as its last line that tells drafted lines from typed ones, in place of any that is there.
 * @param tips branch tips that the comment is to keep, in one line
 */
export function withFingerprints(text: string, kind: DraftKind = 'note', tips = ''): string {
  const { body } = splitFingerprints(text);
  return withComment(body, fingerprintsOf(body, kind), tips);
}

/** @param body without a comment */
export function withComment(body: string, drafted: readonly string[], tips = ''): string {
  const kept = tips === '' ? '' : beforeTips + tips;
  return `${body}\n${opening} ${[...drafted].sort(compareText).join(' ')}${kept} -->\n`;
}

/** Takes the comment off, wherever it is: people type below it too. Lines end with line feeds afterwards. */
export function splitFingerprints(text: string): FingerprintedText {
  const all = splitLines(text);
  const comments = all.filter(isComment);
  const lines = all.filter((line) => !isComment(line));
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  const [only = ''] = comments;
  return {
    body: `${lines.join('\n')}\n`,
    ...(comments.length === 1 ? readComment(only) : { drafted: null, tips: '' }),
  };
}

/** The fingerprints of all lines of a draft that are not blank. */
export function fingerprintsOf(body: string, kind: DraftKind = 'note'): string[] {
  const { front, sections } = readSections(body, null, kind);
  return [
    ...(front ?? []).filter(({ text }) => text.trim() !== '').map(({ text }) => fingerprintOf(frontKey, text)),
    ...sections.flatMap(({ key, lines }) => lines.map(({ text }) => fingerprintOf(key, text))),
  ];
}

/**
 * Whether a draft is as it was drafted: a person has typed nothing, and taken nothing out. Fingerprints decide, so the
 * answer survives a reload, and what formatters change does not count. False without a readable comment.
 */
export function isAsDrafted(text: string, kind: DraftKind): boolean {
  const { body, drafted } = splitFingerprints(text);
  if (drafted === null) return false;
  const now = countFingerprints(fingerprintsOf(body, kind));
  return now.size === drafted.size && [...now].every(([one, count]) => drafted.get(one) === count);
}

/** How often each fingerprint occurs: equal lines have equal ones. */
export function countFingerprints(all: readonly string[]): Fingerprints {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Seven characters. FNV-1a over UTF-16 units with a last mix: short, and no protection against forgery. */
export function fingerprintOf(key: string, line: string): string {
  const text = `${key}\n${comparable(line)}`;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash ^= hash >>> 13;
  return (hash >>> 0).toString(36).padStart(7, '0');
}

export function isComment(line: string): boolean {
  return line.startsWith(opening) && line.trimEnd().endsWith('-->');
}

function readComment(line: string): Omit<FingerprintedText, 'body'> {
  const inner = line.trimEnd().slice(opening.length, -'-->'.length).trimEnd();
  const at = inner.indexOf(beforeTips);
  const written = (at < 0 ? inner : inner.slice(0, at)).trim();
  const all = written === '' ? [] : written.split(' ', maxFingerprints + 1);
  const isOurs = all.length <= maxFingerprints && all.every((one) => /^[0-9a-z]{7}$/.test(one));
  return { drafted: isOurs ? countFingerprints(all) : null, tips: at < 0 ? '' : inner.slice(at + beforeTips.length) };
}

/**
 * A line without what may differ although it says the same. Formatters change space at the end, the mark of an item and
 * the width of a table's columns when a file is saved. A reason has its commit in bold before it as soon as there are
 * several reasons.
 */
export function comparable(line: string): string {
  const text = line
    .trimEnd()
    .replace(/^(\s{0,6})[*+] /, '$1- ')
    .replace(/^\*\*[^*]{1,140}\.\*\* (?=\S)/, '');
  if (!text.trimStart().startsWith('|')) return text;
  return text
    .split('|')
    .map((cell) => cell.trim().replace(/-{3,}/g, '---'))
    .join('|');
}
