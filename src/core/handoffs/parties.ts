import { withoutPrompts } from '../drafts/prompts';
import { namesIn } from '../names/people';
import { recordLimits } from '../records/recordLimits';
import type { SourceDocument } from '../text/document';
import { textOf } from '../text/line';
import { normalName, plainText } from '../text/plainText';
import { isNothing, isUnfilled } from '../text/unfilled';
import { commaSet } from '../text/wordList';

/** How a note says that whoever is next takes it: `to: next`. An empty `to` may as well have been forgotten. */
export const nextReader = 'next';

export interface Parties {
  readonly from: string | null;
  readonly to: readonly string[];
}

/** How teams label the two sides (docs/adr/0019), as `normalName` writes it. */
const labels = {
  from: commaSet(`
    from, outgoing, outgoing engineer, outgoing on call, outgoing eoc, off going, handed over by, handing over,
    handoff from, handover from, hand off from, author, written by, owner, giver, sender, current on call`),
  to: commaSet(`
    to, incoming, incoming engineer, incoming on call, incoming eoc, on coming, taking over, taken over by,
    handoff to, handover to, hand off to, receiver, recipient, next on call, assignee`),
} as const;
type Side = keyof typeof labels;
const sides: readonly Side[] = ['from', 'to'];

/** Lines that are searched for a label; below them a label is part of the text. */
const headLines = 60;
/** `Handover from Ann to Ben`, `Ann → Ben`, `Handoff to Kenji · Fri 20 Nov`. */
const titleForm =
  /\b(?:hand[ -]?(?:off|over)s?\b[^\p{L}]{0,3})?(?:from\s+(\S[^·|()→]{0,60}?)\s+)?to\s+(\S[^·|()→,]{0,60})/iu;
const arrow = /([\p{L}@][\p{L}\p{N}@._ -]{0,40}?)\s*(?:→|->)\s*([\p{L}@][\p{L}\p{N}@._ -]{0,40})/u;

/**
 * Who wrote a note to whom: by its front matter, else by a label or table at its top, else by its title. A prompt that
 * was not filled in names no person, whatever words are in it.
 */
export function partiesOf(document: SourceDocument, title: string): Parties {
  const inTitle = titled(withoutPrompts(title));
  const [from = [], to = []] = sides.map((side, at) => {
    // A key without a value says "nobody in particular", which nothing below can change.
    const front = inFrontMatter(document, side);
    if (front !== null) return front;
    const names = namesIn(labelled(document, side).map(withoutPrompts), document.definitions);
    return names.length > 0 ? names : namesIn(inTitle[at] ?? [], document.definitions);
  });
  return { from: from[0] ?? null, to: to.filter((name) => !isNextReader(name)) };
}

function isNextReader(name: string): boolean {
  return /^(?:who(?:ever| ?ever)? is )?next$/i.test(name.trim());
}

/** Null where no key names that side. `Research & Development` is one name here, though `&` joins two names in text. */
function inFrontMatter({ frontMatter }: SourceDocument, side: Side): readonly string[] | null {
  const entries = frontMatter.entries.filter(({ key }) => isLabel(key, side));
  const names = entries
    .flatMap(({ values }) => values.slice(0, recordLimits.people))
    .flatMap((value) => withoutPrompts(value.slice(0, 1_000)).split(/[,;]|\sand\s/))
    .map((name) => name.replace(/<[^<>]{0,200}>/g, '').trim() || name.replace(/[<>]/g, '').trim())
    .filter((name) => name.length <= recordLimits.nameLength && !isNothing(name) && !isUnfilled(name));
  return entries.length > 0 ? names.slice(0, recordLimits.people) : null;
}

function labelled({ lines, definitions }: SourceDocument, side: Side): string[] {
  for (let at = 0; at < Math.min(lines.length, headLines); at++) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.kind === 'row') {
      const column = line.cells.findIndex((cell) => isLabel(cell, side));
      const below = lines.slice(at + 1, at + 3).find(({ kind }) => kind === 'row');
      const value = line.header ? below?.kind === 'row' && below.cells[column] : line.cells[column + 1];
      if (column >= 0 && value) return [value];
      continue;
    }
    const text = plainText(textOf(line) ?? '', definitions).slice(0, 400);
    const colon = text.indexOf(':');
    if (colon > 0 && isLabel(text.slice(0, colon), side) && text.length > colon + 1) return [text.slice(colon + 1)];
  }
  return [];
}

function isLabel(words: string, side: Side): boolean {
  return words.length < 60 && labels[side].has(normalName(words));
}

function titled(title: string): readonly (readonly string[])[] {
  const [, from, to] = (/hand[ -]?(?:off|over)/i.test(title) ? titleForm.exec(title) : null) ?? arrow.exec(title) ?? [];
  return [from === undefined ? [] : [from], to === undefined ? [] : [to]];
}
