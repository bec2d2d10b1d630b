import type { Memento } from 'vscode';
import type { DocRecord } from '../../../../core/records/record';
import { isRetired } from '../../../../core/records/succession';
import { compareText } from '../../../../core/text/compareText';

export const recordOrders = ['id', 'date', 'title'] as const;
export type RecordOrder = (typeof recordOrders)[number];

interface Keyed {
  readonly record: DocRecord;
  readonly retired: number;
  readonly number: number;
  readonly text: string;
}

/** Sorted for people: retired records last, then by the given order. Records without a number or date come after. */
export function sortRecords<T extends { readonly record: DocRecord }>(
  items: readonly T[],
  order: RecordOrder,
): readonly T[] {
  return items
    .map((item) => ({ item, key: keyOf(item.record) }))
    .sort(
      (a, b) =>
        a.key.retired - b.key.retired ||
        compare[order](a.key, b.key) ||
        compareText(a.key.record.path, b.key.record.path),
    )
    .map(({ item }) => item);
}

const compare: Readonly<Record<RecordOrder, (a: Keyed, b: Keyed) => number>> = {
  id: (a, b) =>
    a.number - b.number || compareText(a.record.id ?? '\uFFFF', b.record.id ?? '\uFFFF') || compareText(a.text, b.text),
  date: (a, b) => compareText(b.record.date ?? '', a.record.date ?? ''),
  title: (a, b) => compareText(a.text, b.text),
};

/** Sort keys are made once for each record, so that ten thousand of them are sorted within a slice of time. */
function keyOf(record: DocRecord): Keyed {
  const digits = /^\d{1,15}/.exec(record.id ?? '')?.[0];
  return {
    record,
    retired: isRetired(record) ? 1 : 0,
    number: digits === undefined ? Number.MAX_SAFE_INTEGER : Number(digits),
    text: record.title.toLowerCase(),
  };
}

const orderKey = 'records.order';

/** The order that the person chose last in this workspace. */
export function storedOrder(memory: Memento): RecordOrder {
  const stored = memory.get<unknown>(orderKey);
  return recordOrders.find((order) => order === stored) ?? 'id';
}

export async function storeOrder(memory: Memento, order: RecordOrder): Promise<void> {
  await memory.update(orderKey, order);
}

/**
 * The instant at which a record's deadline is over. A day without a time ends in the reader's zone. Infinity without a
 * deadline.
 */
export function deadlineEnd({ deadline, deadlineAt }: Pick<DocRecord, 'deadline' | 'deadlineAt'>): number {
  if (deadlineAt !== undefined) return deadlineAt;
  if (deadline === undefined) return Number.POSITIVE_INFINITY;
  const [year = 0, month = 1, day = 1] = deadline.split('-').map(Number);
  return new Date(year, month - 1, day + 1).getTime();
}
