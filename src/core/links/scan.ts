import { isProsePath } from '../files/textPaths';
import type { FilePath, Pacer } from '../ports';
import { type InlineLink, inlineLinks } from '../text/inlineLinks';
import { withoutEmbeddedData } from './embeddedData';
import { findIds } from './findIds';
import { findLinks, linkTrigger } from './findLinks';
import { findNames } from './findNames';
import { findClosed, findPaths } from './findPaths';
import type { RawReference, ScannedReference } from './link';
import { lintCodes } from './lintCodes';
import { withoutOldAddresses } from './oldAddresses';
import { ownTitleNumber } from './ownTitle';
import { packageNames } from './packageNames';
import { rstNames, withRstNames } from './rstNames';
import { lineAt, maxLineLength, rawReference, type SourceLine } from './sourceLine';

/** References a file at most: beyond that it is data, not text that people read (docs/security.md#r32). */
export const maxReferences = 5_000;

const maxLineText = 200;

/**
 * A line is scanned only where it contains one of these, as every finder's matches do. Most lines of code contain none,
 * so this one pass decides the speed.
 */
const trigger =
  /[aA][dD][rR]|[rR][fF][cC]|\.(?:md|rst|ad|asc|puml|plant|draw|excali|mmd|mermaid|dsl|d2|htm|txt|org|markdown)|\[\[|[rR]unbook|RUNBOOK|[pP]laybook|alert|ecision|roposals|[A-Z](?:[A-Z][- \u2011]\d|-\d\d)|:[a-z]{1,3}[ei]p:`/g;

/** In a document links may lead to a sibling without its extension, too. */
const documentTrigger = new RegExp(`${trigger.source}|${linkTrigger.source}`, 'gm');

/** Lines of a text that could hold a reference, in order. */
function* candidateLines(text: string, trigger: RegExp): Generator<SourceLine> {
  let counted = 0;
  let number = 1;
  trigger.lastIndex = 0;
  for (let match = trigger.exec(text); match; match = trigger.exec(text)) {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < match.index; at = text.indexOf('\n', counted)) {
      counted = at + 1;
      number++;
    }
    const line = lineAt(text, counted, number);
    const next = line.offset + line.text.length;
    if (line.text.length <= maxLineLength) yield line;
    trigger.lastIndex = Math.max(next, match.index + 1);
  }
}

/** A path or a name before the ids that it holds, so that the longer range is taken. */
function* referencesFrom(text: string, line: SourceLine, path: FilePath, taken: Ranges): Generator<RawReference> {
  for (const [at, end] of lintCodes(line.text)) taken.add(line.number, at + 1, end - at);
  for (const [at, end] of packageNames(line.text)) taken.add(line.number, at + 1, end - at);
  if (linkTrigger.test(line.text)) for (const finding of findLinks(line.text, path)) yield rawReference(line, finding);
  for (const finding of findPaths(line.text)) yield rawReference(line, finding);
  for (const finding of findNames(line.text, path)) yield rawReference(line, finding);
  for (const [at, end] of findClosed(line.text)) taken.add(line.number, at + 1, end - at);
  yield* findIds(text, line);
}

/**
 * Marks numbers that are the words of a link, so that one link is not counted as two citations. A path in the words of a
 * link gets its destination, which may be another repository.
 */
function withLabels(found: readonly RawReference[], { text, number, offset }: SourceLine): readonly RawReference[] {
  const isTarget = ({ form }: RawReference) => form === 'path' || form === 'url';
  if (found.length < 2 || !found.some(isTarget)) return found;
  const targets = found.filter(isTarget);
  const links = inlineLinks(text).filter((link) => targets.some((target) => isIn(target, link)));
  return found.map((raw) => {
    const link = raw.line === number ? links.find((one) => isIn(raw, one)) : undefined;
    if (link === undefined) return raw;
    if (raw.form === 'id') return { ...raw, isLabel: true };
    const isShown = raw.form === 'path' && raw.beside === null && /^https?:/.test(link.href);
    return isShown ? { ...raw, beside: { place: null, href: link.href, words: null, wordsAre: 'remark' } } : raw;
  });

  function isIn(raw: RawReference, link: InlineLink): boolean {
    return raw.offset - offset >= link.start && raw.offset - offset < link.end;
  }
}

/** The scan; it yields after each line that could hold a reference. */
function* scanning(text: string, path: FilePath): Generator<void, readonly ScannedReference[]> {
  if (text.slice(0, 8_000).includes('\0')) return [];
  const found = new Map<number, RawReference>();
  const taken = new Ranges();
  const current = withoutOldAddresses(withoutEmbeddedData(text, path), path);
  const names = rstNames(current, path);
  const title = ownTitleNumber(current, path);
  for (const line of candidateLines(current, isProsePath(path) ? documentTrigger : trigger)) {
    const own: RawReference[] = [];
    for (const raw of referencesFrom(current, line, path, taken)) {
      if (title !== null && raw.offset >= title[0] && raw.offset < title[1]) continue;
      if (taken.add(raw.line, raw.column, raw.length)) own.push(raw);
      if (found.size + own.length >= maxReferences) break;
    }
    for (const raw of withLabels(names ? withRstNames(own, line, names) : own, line)) found.set(raw.offset, raw);
    if (found.size >= maxReferences) return inOrder(found, text);
    yield;
  }
  return inOrder(found, text);
}

/**
 * Every place in a text that could name a record, in order and without overlaps; a path or name wins over an id
 * inside it. Nothing is looked up: most of what is found in code (`UTF-8`, a ticket) is no reference until a record
 * answers to it. Linear in the length of the text; binary text and lines of more than 20,000 characters give nothing.
 *
 * @param path decides what a bare `alert:` means
 */
export function scanReferences(text: string, path: FilePath): readonly ScannedReference[] {
  const scan = scanning(text, path);
  for (let step = scan.next(); ; step = scan.next()) if (step.done) return step.value;
}

/** As `scanReferences`, in the background: a megabyte of references takes several slices (R49). */
export async function scanInSlices(text: string, path: FilePath, pacer: Pacer): Promise<readonly ScannedReference[]> {
  const scan = scanning(text, path);
  for (let step = scan.next(); ; step = scan.next()) {
    if (step.done) return step.value;
    await pacer.breathe();
  }
}

/** Each with its line's text, which references of one line share. */
function inOrder(found: ReadonlyMap<number, RawReference>, text: string): readonly ScannedReference[] {
  let lineText = '';
  let line = 0;
  return [...found.values()]
    .sort((a, b) => a.offset - b.offset)
    .map((raw) => {
      if (raw.line !== line)
        lineText = lineAt(text, raw.offset - raw.column + 1, raw.line)
          .text.trim()
          .slice(0, maxLineText);
      line = raw.line;
      return { ...raw, lineText };
    });
}

/** Ranges taken so far, by line. A list may take ranges in lines that are scanned later. */
class Ranges {
  private readonly lines = new Map<number, [number, number][]>();

  /** False where the range overlaps one that is taken. */
  add(line: number, column: number, length: number): boolean {
    const ranges = this.lines.get(line);
    if (!ranges) {
      this.lines.set(line, [[column, column + length]]);
      return true;
    }
    if (ranges.some(([start, end]) => column < end && start < column + length)) return false;
    ranges.push([column, column + length]);
    return true;
  }
}
