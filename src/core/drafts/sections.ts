import { closesFence, fenceOpened } from '../text/codeFence';
import { readFrontMatter } from '../text/frontMatter';
import { splitLines } from '../text/lineEnds';

/** A line that is not blank, with the blank lines around it as they were. */
export interface Line {
  readonly text: string;
  /** Counts from 0. */
  readonly number: number;
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/**
 * A part of a draft that begins with a heading of level 1 to 3 or an edge of the fold, in a form also with a heading of
 * any level or a label in bold. Its first line is that beginning.
 */
export interface Section {
  /**
   * What a section is known by: `next` for `## Next`. In a note every heading of level 1 is `#`, because its words
   * change with the time. `<details>` and `</details>` begin what follows the edges of the fold. `''` is what stands
   * above all of them, and no line begins it.
   */
  readonly key: string;
  readonly lines: readonly Line[];
}

export interface DraftDocument {
  /** Between the two `---`, without them; null where there is none. */
  readonly front: readonly Line[] | null;
  readonly sections: readonly Section[];
}

/** Whether a line of the section `key` was drafted. */
export type IsDrafted = (key: string, line: string) => boolean;

/**
 * A `note` tells facts, which a redraft restores where they were deleted. A `form` is filled in by its author: what
 * they delete stays out, and a label in bold begins a section, because people make headings of labels.
 */
export type DraftKind = 'note' | 'form';

/** The key under which lines of the front matter are fingerprinted. */
export const frontKey = '---';

/**
 * Cuts a draft into sections. Headings in code are none. With `isDrafted`, what a person typed cannot take a drafted
 * part along: a code fence that was never closed ends at the next drafted heading, and a fold of their own is text. An
 * example of the draft in a closed fence is text, too.
 */
export function readSections(text: string, isDrafted: IsDrafted | null, kind: DraftKind = 'note'): DraftDocument {
  const lines = splitLines(text);
  const frontEnd = text.startsWith('---') ? readFrontMatter(lines).lines - 1 : -1;
  const front = frontEnd < 0 ? null : lines.slice(1, frontEnd).map((line, at) => plainLine(line, at + 1));
  const cutter = new Cutter(lines, isDrafted, kind);
  for (let at = frontEnd + 1; at < lines.length; at++) cutter.take(at);
  return { front, sections: cutter.sections };
}

function plainLine(text: string, number: number): Line {
  return { text, number, above: [], below: [] };
}

/** The section that a line begins, or null. `## Next ##` is `## Next`. */
function headingKey(line: string, kind: DraftKind): string | null {
  if (kind === 'form') return formKey(line);
  const [, marks = '', words = ''] = /^ {0,3}(#{1,3})[ \t]+(\S.*)$/.exec(line.slice(0, 500)) ?? [];
  if (marks === '') return null;
  return marks === '#' ? '#' : plainHeading(words);
}

/** A label with its prompt, or the answer to it, in the line. */
const inLine = /^\*\*(Screenshots|Feedback wanted)\*\*: /;

/** Whether the line that begins a section of a form is also what it asks for, so that a person deletes both at once. */
export function asksInLine({ text }: Line): boolean {
  return inLine.test(text);
}

/** In a form, headings of any level and labels in bold have the same key, because people turn one into the other. */
function formKey(line: string): string | null {
  const asked = inLine.exec(line)?.[1];
  if (asked !== undefined) return plainHeading(asked);
  const words = /^ {0,3}#{1,6}[ \t]+(\S.*)$/.exec(line.slice(0, 500))?.[1];
  const label = /^ {0,3}(?:\*\*([^*]{2,120})\*\*|__([^_]{2,120})__):?\s*$/.exec(line.slice(0, 200));
  const name = words ?? label?.[1] ?? label?.[2];
  return name === undefined ? null : plainHeading(name.replace(/[*_]{2}/g, '').replace(/[\s:]{1,20}$/, ''));
}

function plainHeading(words: string): string {
  let end = words.trimEnd().length;
  while (end > 0 && words[end - 1] === '#') end--;
  return words.slice(0, end).trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Lines that are searched for the end of a fence, and for the heading that it shows. */
const mostFenced = 400;

const opensFold = /^\s{0,3}<details\b/i;
const closesFold = /^\s{0,3}<\/details>/i;

/** Goes through the lines once. */
class Cutter {
  readonly sections: { key: string; lines: Line[] }[] = [{ key: '', lines: [] }];
  /** Blank lines since the last line. */
  private blank: string[] = [];
  private fence: string | null = null;
  /** Folds that are open: `false` for one that is a person's own text. */
  private readonly folds: boolean[] = [];

  constructor(
    private readonly lines: readonly string[],
    private readonly isDrafted: IsDrafted | null,
    private readonly kind: DraftKind,
  ) {}

  take(at: number): void {
    const line = this.lines[at] ?? '';
    if (line.trim() === '') {
      this.blank.push(line);
      return;
    }
    const key = this.keyAt(at, line);
    if (key !== null) this.sections.push({ key, lines: [] });
    const above = this.blank;
    this.blank = [];
    this.sections.at(-1)?.lines.push({ text: line, number: at, above, below: this.blank });
  }

  private keyAt(at: number, line: string): string | null {
    const heading = headingKey(line, this.kind);
    if (this.fence !== null) {
      if (heading === null || !this.isDrafted?.(heading, line) || this.isExample(at, line, this.fence)) {
        if (closesFence(this.fence, line)) this.fence = null;
        return null;
      }
      this.fence = null;
    }
    if (heading !== null) return heading;
    this.fence = fenceOpened(line);
    return this.foldKey(at, line);
  }

  /** Whether the fence around a heading is closed below it, and the same heading follows outside. */
  private isExample(at: number, heading: string, fence: string): boolean {
    const below = this.lines.slice(at + 1, at + mostFenced);
    const end = below.findIndex((line) => closesFence(fence, line));
    return end >= 0 && below.indexOf(heading, end) > end;
  }

  private foldKey(at: number, line: string): string | null {
    if (opensFold.test(line)) {
      if (/<\/details>\s*$/i.test(line)) return null;
      const isOurs = this.isOurFold(at, line);
      this.folds.push(isOurs);
      return isOurs ? '<details>' : null;
    }
    if (!closesFold.test(line)) return null;
    const isOwn = this.folds.at(-1) === false;
    if (!isOwn && this.isDrafted?.('</details>', line) === false) return null;
    this.folds.pop();
    return isOwn ? null : '</details>';
  }

  /** Whether a fold was drafted. Where a person edited its summary, the drafted line below it tells. */
  private isOurFold(at: number, line: string): boolean {
    if (this.isDrafted === null || this.isDrafted('<details>', line)) return true;
    let next = at + 1;
    while (next < this.lines.length && next < at + 5 && this.lines[next]?.trim() === '') next++;
    const following = this.lines[next] ?? '';
    return this.isDrafted(headingKey(following, this.kind) ?? '<details>', following);
  }
}
