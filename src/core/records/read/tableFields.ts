import type { RowLine } from '../../text/line';
import { plainText } from '../../text/plainText';
import { type FieldName, fieldNamed } from './fieldNames';

interface TableField {
  readonly name: FieldName;
  readonly values: readonly string[];
  readonly line: number;
}

/** A column of one of these names makes a table a log of changes, whose dates and people are not the record's. */
const logColumn =
  /^\W{0,5}(?:revisions?|rev|versions?|change|changes|info|description|comment|comments|notes|summary|event)\W{0,5}$/i;

/**
 * Fields of a table: a row each for name and value, or names in the first row and values in the next. A table of
 * several rows below known names is a history: only its last status is taken.
 */
export function tableFields(rows: readonly RowLine[]): TableField[] {
  const [head, ...rest] = rows;
  if (head === undefined) return [];
  const names = head.cells.map(nameOf);
  const known = names.filter((name) => name !== null).length;
  if (known >= 2 && known >= names.length - 1 && rest.length > 0) {
    return head.cells.some((cell) => logColumn.test(cell)) ? [] : columns(names, rest);
  }
  if (names.length > 2 && head.header) return [];
  return rows.flatMap(({ cells: [name = '', ...values], number }) => {
    const field = nameOf(name);
    return field === null || values.length === 0 ? [] : [{ name: field, values: cut(values), line: number }];
  });
}

function columns(names: readonly (FieldName | null)[], rows: readonly RowLine[]): TableField[] {
  const isHistory = rows.length > 1;
  const row = rows.at(-1);
  return names.flatMap((name, index) => {
    const value = row?.cells[index];
    if (name === null || value === undefined || (isHistory && name !== 'status')) return [];
    return [{ name, values: cut([value]), line: row?.number ?? 0 }];
  });
}

/** Long cells are text; looking closely at each would cost more than the table. */
function nameOf(cell: string): FieldName | null {
  return cell.length > 80 ? null : fieldNamed(plainText(cell));
}

function cut(cells: readonly string[]): string[] {
  return cells
    .flatMap((cell) => cell.split(/<br ?\/?>/, 50))
    .map((cell) => cell.trim())
    .filter(Boolean);
}
