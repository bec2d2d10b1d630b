import type { Logger } from '../core/ports';

/**
 * Text for a terminal, where a control character from the repository could move the cursor, hide text or set the title.
 * Each is written as `\u001b`, which JSON reads as the character. Line breaks and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(/(?!\r\n|[\t\n])\p{Cc}/gu, escaped);
}

/** The same for a part of a line: line breaks, tabs and invisible or bidirectional characters are escaped, too. */
export function printableWords(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u${character.codePointAt(0)?.toString(16).padStart(4, '0')}`;
}

/** Rows in columns of equal width, each on one line; the last column is not padded. */
export function table(rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.map(printableWords));
  const widths: number[] = [];
  for (const row of clean) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return clean.map((row) => `${line(row)}\n`).join('');
}

/** Drops all messages: at the terminal, what goes wrong is an error of the command. */
export const quiet: Logger = { debug() {}, info() {}, warn() {}, error() {} };
