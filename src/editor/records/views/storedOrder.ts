import type { Memento } from 'vscode';
import { type RecordOrder, recordOrders } from './model/recordOrder';

const orderKey = 'records.order';

/** The order that the person chose last in this workspace. */
export function storedOrder(memory: Memento): RecordOrder {
  const stored = memory.get<unknown>(orderKey);
  return recordOrders.find((order) => order === stored) ?? 'id';
}

export async function storeOrder(memory: Memento, order: RecordOrder): Promise<void> {
  await memory.update(orderKey, order);
}
