/** From this size a set is quicker than a list; below it a set takes five times the memory. */
const many = 8;

/** The values of a key that has two to eight. */
class Few<V> {
  readonly values: readonly V[];

  constructor(values: readonly V[]) {
    // An array that grew has spare capacity, which would be most of the memory of a hundred thousand of them.
    this.values = values.slice();
  }
}

/** The values of a key with more than eight. */
class Many<V> extends Set<V> {}

/** A map from a key to a set of values that forgets empty keys. */
export class MultiMap<K, V> {
  /** Most keys have one value. */
  private readonly values = new Map<K, V | Few<V> | Many<V>>();

  add(key: K, value: V): void {
    const known = this.values.get(key);
    if (known instanceof Many) known.add(value);
    else if (known instanceof Few) this.addTo(known, key, value);
    else if (known === undefined) this.values.set(key, value);
    else if (known !== value) this.values.set(key, new Few([known, value]));
  }

  delete(key: K, value: V): void {
    const known = this.values.get(key);
    if (known instanceof Many) {
      known.delete(value);
      if (known.size === 0) this.values.delete(key);
    } else if (known instanceof Few) {
      const left = known.values.filter((other) => other !== value);
      if (left.length === 0) this.values.delete(key);
      else if (left.length < known.values.length) this.values.set(key, new Few(left));
    } else if (known === value) this.values.delete(key);
  }

  has(key: K): boolean {
    return this.values.has(key);
  }

  /** How many values the key has. */
  count(key: K): number {
    const known = this.values.get(key);
    if (known instanceof Many) return known.size;
    return known instanceof Few ? known.values.length : known === undefined ? 0 : 1;
  }

  get(key: K): Iterable<V> {
    const known = this.values.get(key);
    if (known instanceof Many) return known;
    return known instanceof Few ? known.values : known === undefined ? [] : [known];
  }

  private addTo({ values }: Few<V>, key: K, value: V): void {
    if (values.includes(value)) return;
    const next = [...values, value];
    this.values.set(key, next.length > many ? new Many(next) : new Few(next));
  }
}
