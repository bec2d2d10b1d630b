import { MultiMap } from '../multiMap';
import type { NameKind, RecordName } from './recordName';

/** A map from names to sets of values. */
export class NameMap<T> {
  private readonly kinds = new Map<NameKind, MultiMap<string, T>>();

  add({ kind, value }: RecordName, item: T): void {
    const values = this.kinds.get(kind) ?? new MultiMap();
    this.kinds.set(kind, values);
    values.add(value, item);
  }

  delete({ kind, value }: RecordName, item: T): void {
    this.kinds.get(kind)?.delete(value, item);
  }

  has({ kind, value }: RecordName): boolean {
    return this.kinds.get(kind)?.has(value) ?? false;
  }

  get({ kind, value }: RecordName): Iterable<T> {
    return this.kinds.get(kind)?.get(value) ?? [];
  }
}
