/**
 * The kind of a line of a document, whatever its markup. `hidden` lines (comments, rules, directives) and `code` are
 * kept so that line numbers hold; no extractor reads them, so an example in a fence never becomes a status.
 */
export type Line = BlankLine | HeadingLine | ItemLine | RowLine | AttributeLine | DefinitionLine | TextLine;

interface Numbered {
  /** Counts from 1 in the file. */
  readonly number: number;
}

interface BlankLine extends Numbered {
  readonly kind: 'blank' | 'hidden' | 'code';
}

export interface HeadingLine extends Numbered {
  readonly kind: 'heading';
  /** 1 is the title's level; reStructuredText counts styles in order of appearance. */
  readonly level: number;
  readonly text: string;
}

export interface ItemLine extends Numbered {
  readonly kind: 'item';
  /** Grows with nesting; only comparisons within one list mean anything. */
  readonly indent: number;
  readonly ordered: boolean;
  readonly text: string;
}

export interface RowLine extends Numbered {
  readonly kind: 'row';
  readonly cells: readonly string[];
  /** Whether a separator below makes it the table's heading. */
  readonly header: boolean;
}

/** A name and value in the syntax of the markup: an AsciiDoc attribute or list entry, a reStructuredText field. */
export interface AttributeLine extends Numbered {
  readonly kind: 'attribute';
  readonly name: string;
  readonly text: string;
  /**
   * False for an AsciiDoc attribute, which the rendered page does not show: what the body says takes precedence over
   * it.
   */
  readonly visible: boolean;
}

/** `[name]: target`, which is not part of the rendered page. */
export interface DefinitionLine extends Numbered {
  readonly kind: 'definition';
  readonly name: string;
  readonly target: string;
}

export interface TextLine extends Numbered {
  readonly kind: 'text';
  readonly indent: number;
  readonly text: string;
}

export function blank(number: number): Line {
  return { kind: 'blank', number };
}

export function hidden(number: number): Line {
  return { kind: 'hidden', number };
}

export function code(number: number): Line {
  return { kind: 'code', number };
}

/** Columns of white space before the first other character; a tab counts to the next multiple of four. */
export function indentOf(line: string): number {
  let column = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 0x20) column++;
    else if (code === 0x09) column += 4 - (column % 4);
    else break;
  }
  return column;
}

/** The text of a line that has text for people to read, else null. */
export function textOf(line: Line): string | null {
  switch (line.kind) {
    case 'text':
    case 'item':
    case 'heading':
    case 'attribute':
      return line.text;
    case 'row':
      return line.cells.join(' | ');
    default:
      return null;
  }
}
