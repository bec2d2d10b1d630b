/** The values of a key that has more than one. */
class Several<V> extends Set<V> {}

/** A map from a key to a set of values that forgets empty keys. */
export class MultiMap<K, V> {
  /** Most keys have one value, and a set for each would take ten times the room. */
  private readonly values = new Map<K, V | Several<V>>();

  add(key: K, value: V): void {
    const known = this.values.get(key);
    if (known instanceof Several) known.add(value);
    else if (known === undefined) this.values.set(key, value);
    else if (known !== value) this.values.set(key, new Several([known, value]));
  }

  delete(key: K, value: V): void {
    const known = this.values.get(key);
    if (known instanceof Several) {
      known.delete(value);
      if (known.size === 0) this.values.delete(key);
    } else if (known === value) this.values.delete(key);
  }

  has(key: K): boolean {
    return this.values.has(key);
  }

  /** How many values the key has. */
  count(key: K): number {
    const known = this.values.get(key);
    return known instanceof Several ? known.size : known === undefined ? 0 : 1;
  }

  get(key: K): Iterable<V> {
    const known = this.values.get(key);
    return known instanceof Several ? known : known === undefined ? [] : [known];
  }
}
