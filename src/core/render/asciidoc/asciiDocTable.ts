import { table } from '../../text/markdownText';

/**
 * The cells between two `|===` lines. The number of columns comes from `cols`, else from the first line that holds
 * cells: what AsciiDoc itself does. Spans and cell styles are not kept.
 */
export function asciiDocTable(
  lines: readonly string[],
  cols: string | undefined,
  inline: (text: string) => string,
): string[] {
  const cells: string[] = [];
  let width = columnCount(cols);
  for (const line of lines) {
    const parts = line.split(/(?<!\\)(?:(?<=^|\s)[\d.+*]{0,6}[<^>.]{0,3}[adehlmsv]?)?\|/);
    const [before = '', ...found] = parts;
    if (before.trim() && cells.length > 0) cells.push(`${cells.pop()} ${before.trim()}`.trim());
    cells.push(...found.map((cell) => cell.trim()));
    if (width === 0) width = found.length;
  }
  const rows: string[][] = [];
  for (let at = 0; at < cells.length && width > 0; at += width)
    rows.push(cells.slice(at, at + width).map((cell) => inline(cell)));
  return table(rows);
}

function columnCount(cols: string | undefined): number {
  if (!cols) return 0;
  const repeated = /^(\d{1,2})\*/.exec(cols)?.[1];
  return repeated ? Number(repeated) : cols.split(/[,;]/).length;
}
