const maxCells = 64;

/** Cells of a row written with pipes; outer pipes are optional, `\|` and pipes in code spans belong to the text. */
export function pipeCells(row: string): string[] {
  const cells: string[] = [];
  const text = row.trim();
  let cell = '';
  let inCode = false;
  for (let at = text.startsWith('|') ? 1 : 0; at < text.length && cells.length < maxCells; at++) {
    const char = text.charAt(at);
    if (char === '\\' && text.charAt(at + 1) === '|') {
      cell += '|';
      at++;
    } else if (char === '|' && !inCode) {
      cells.push(cell.trim());
      cell = '';
    } else {
      if (char === '`') inCode = !inCode;
      cell += char;
    }
  }
  // An unclosed code span would swallow the row, so its backticks count as text, and the pipes split it.
  if (inCode)
    return text
      .replaceAll('`', "'")
      .split('|', maxCells)
      .map((part) => part.trim())
      .filter(Boolean);
  if (cell.trim() !== '') cells.push(cell.trim());
  return cells;
}

/** `|---|:--:|`: the separator that makes the row above it a header. */
export function isSeparator(line: string): boolean {
  const text = line.trim();
  return text.includes('-') && /^[-|:+\s]+$/.test(text) && (text.includes('|') || text.includes('+'));
}
