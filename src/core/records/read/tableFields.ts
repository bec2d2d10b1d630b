import type { RowLine } from '../../text/line';
import { plainText } from '../../text/plainText';
import { type FieldName, fieldNamed } from './fieldNames';
import { leadingStatus } from './statusWords';

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
export function tableFields(rows: readonly RowLine[], isHead: boolean): TableField[] {
  const [head, ...rest] = rows;
  if (head === undefined) return [];
  const names = head.cells.map(nameOf);
  const known = names.filter((name) => name !== null).length;
  // `| Status | Superseded |` above `| Superseded by | … |`: the second cell is a value, though a field is called so, too.
  const isPairs =
    names.length === 2 &&
    leadingStatus(head.cells[1] ?? '') !== null &&
    rest.every(({ cells: [name = ''] }) => nameOf(name) !== null);
  if (!isPairs && rest.length > 0 && (known >= 2 ? known >= names.length - 1 : known === 1 && areLabels(head, names))) {
    return head.cells.some((cell) => logColumn.test(cell)) ? [] : columns(names, rest);
  }
  if (names.length > 2 && head.header) return [];
  return rows.flatMap(({ cells: [name = '', ...values], number }) => {
    // Below the head a name in code marks is a member of what is described there.
    const field = !isHead && /^\s{0,3}`/.test(name) ? null : nameOf(name);
    return field === null || values.length === 0 ? [] : [{ name: field, values: cut(values), line: number }];
  });
}

/** `| Decision status | Delivery status |`: two names of columns, of which the second is no value of the first. */
function areLabels({ cells, header }: RowLine, names: readonly (FieldName | null)[]): boolean {
  return (
    header &&
    cells.length > 1 &&
    cells.every((cell, at) => names[at] !== null || /\S\s(?:status|state)\W{0,4}$/i.test(cell))
  );
}

function columns(names: readonly (FieldName | null)[], rows: readonly RowLine[]): TableField[] {
  const isHistory = rows.length > 1;
  // Several rows that each have a number or a title list records, whose status is theirs.
  if (isHistory && names.some((name) => name === 'id' || name === 'title')) return [];
  const row = rows.at(-1);
  return names.flatMap((name, index) => {
    const value = row?.cells[index];
    if (name === null || value === undefined || (isHistory && name !== 'status')) return [];
    return [{ name, values: cut([value]), line: row?.number ?? 0 }];
  });
}

/** The field that a cell names. Long cells are prose: parsing each would cost more than the rest of the table. */
function nameOf(cell: string): FieldName | null {
  return cell.length > 80 ? null : fieldNamed(plainText(cell));
}

function cut(cells: readonly string[]): string[] {
  return cells
    .flatMap((cell) => cell.split(/<br ?\/?>/, 50))
    .map((cell) => cell.trim())
    .filter(Boolean);
}
