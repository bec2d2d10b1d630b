/** A map from a key to a set of values that forgets empty keys. */
export class MultiMap<K, V> {
  private readonly sets = new Map<K, Set<V>>();

  add(key: K, value: V): void {
    const values = this.sets.get(key);
    if (values) values.add(value);
    else this.sets.set(key, new Set([value]));
  }

  delete(key: K, value: V): void {
    const values = this.sets.get(key);
    values?.delete(value);
    if (values?.size === 0) this.sets.delete(key);
  }

  has(key: K): boolean {
    return this.sets.has(key);
  }

  /** How many values the key has. */
  count(key: K): number {
    return this.sets.get(key)?.size ?? 0;
  }

  get(key: K): Iterable<V> {
    return this.sets.get(key) ?? [];
  }
}
