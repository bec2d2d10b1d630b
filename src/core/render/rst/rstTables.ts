import { table } from '../../text/markdownText';

const simpleBorder = /^=+(?: +=+)+\s*$/;
const gridBorder = /^\+(?:[-=]+\+)+\s*$/;

/** The rows of a table that begins at `start`, and the line behind it; null where none begins there. */
export function rstTable(lines: readonly string[], start: number): { rows: string[][]; end: number } | null {
  const first = lines[start] ?? '';
  if (simpleBorder.test(first)) return simpleTable(lines, start, first);
  return gridBorder.test(first) ? gridTable(lines, start, first) : null;
}

export function tableLines(rows: readonly (readonly string[])[], inline: (text: string) => string): string[] {
  return table(rows.map((row) => row.map((cell) => inline(cell))));
}

function simpleTable(lines: readonly string[], start: number, border: string): { rows: string[][]; end: number } {
  const starts = [...border.matchAll(/=+/g)].map(({ index }) => index);
  const rows: string[][] = [];
  let borders = 1;
  let at = start + 1;
  for (; at < lines.length && borders < 3; at += 1) {
    const line = lines[at] ?? '';
    if (simpleBorder.test(line)) {
      borders += 1;
      // Two borders and a blank line behind them: a table without a header.
      if (borders === 2 && (lines[at + 1] ?? '').trim() === '') break;
    } else if (line.trim() !== '' && !/^-[- ]*$/.test(line)) {
      const cells = sliced(line, starts);
      if (cells[0] === '' && rows.length > 0) append(rows.at(-1) ?? [], cells);
      else rows.push(cells);
    }
  }
  return { rows, end: Math.max(at, start + 1) + (borders === 2 ? 1 : 0) };
}

function gridTable(lines: readonly string[], start: number, border: string): { rows: string[][]; end: number } {
  const starts = [...border.matchAll(/\+/g)].map(({ index }) => index + 1).slice(0, -1);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = start + 1;
  for (; at < lines.length && /^[+|]/.test(lines[at] ?? ''); at += 1) {
    const line = lines[at] ?? '';
    if (gridBorder.test(line)) {
      if (row.length > 0) rows.push(row);
      row = [];
    } else {
      const cells = sliced(line, starts).map((cell) => cell.replace(/^\||\|$/g, '').trim());
      if (row.length === 0) row = cells;
      else append(row, cells);
    }
  }
  if (row.length > 0) rows.push(row);
  return { rows, end: at };
}

function sliced(line: string, starts: readonly number[]): string[] {
  return starts.map((from, at) => line.slice(from, starts[at + 1]).trim());
}

function append(row: string[], cells: readonly string[]): void {
  for (const [at, cell] of cells.entries()) if (cell) row[at] = `${row[at] ?? ''} ${cell}`.trim();
}
