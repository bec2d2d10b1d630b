import type { JsonNode, Span } from './jsonTree';

/**
 * `json`: cannot be parsed as JSON from this place on. `too-large`: the file, a list, a text or the nesting. `type`: a
 * text, a list or a number in some range was expected. `zone-*`: see ZoneRefusal. `unknown-key`: the schema has no such
 * key. `unknown-name`: no member of the file has that name. `repeated`: a key, a name or an address that occurred
 * before. `missing`: a required value; a zone is one, but the member is used without it.
 */
export type TeamProblemCode =
  | 'json'
  | 'too-large'
  | 'type'
  | 'hours'
  | 'day'
  | 'date'
  | 'zone-abbreviation'
  | 'zone-offset'
  | 'zone-unknown'
  | 'unknown-key'
  | 'unknown-name'
  | 'repeated'
  | 'missing';

export interface TeamProblem {
  readonly code: TeamProblemCode;
  /** Where it is: `members[2].zone`; empty for the file. */
  readonly path: string;
  /** The offending value as written, at most its first 100 characters; for `missing` the object that lacks it. */
  readonly value: string;
  /** Of the offending value, in UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly length: number;
}

/** Longer lists are cut (docs/security.md#r32); no team has them. */
const maxItems = 1000;
const maxTextLength = 2000;

/** One value of the team file, or the lack of one, with its path in the file. */
export interface Place {
  readonly node: JsonNode | undefined;
  readonly path: string;
  /** The object around the value, which a problem points to where the value is missing. */
  readonly around: Span;
}

/** Takes values out of a JSON tree by their type; a value of another type becomes a problem and is left out. */
export class ValueReader {
  readonly problems: TeamProblem[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  tell(code: TeamProblemCode, span: Span, path: string): void {
    const { offset, length } = span;
    const value = this.text.slice(offset, offset + Math.min(length, 100));
    this.problems.push({ code, path, value, offset, length });
  }

  /** The values of an object by its expected keys. */
  fields<K extends string>(place: Place, keys: readonly K[]): Record<K, Place> | null {
    const { node, path } = place;
    if (!node) return null;
    if (node.kind !== 'object') return this.refuse('type', node, path);
    const found = new Map<string, JsonNode>();
    for (const { key, keySpan, value } of node.entries) {
      const isKnown = (keys as readonly string[]).includes(key);
      if (isKnown && !found.has(key)) found.set(key, value);
      else this.tell(isKnown ? 'repeated' : 'unknown-key', keySpan, join(path, key));
    }
    const places = keys.map((key) => [key, { node: found.get(key), path: join(path, key), around: node }]);
    return Object.fromEntries(places) as Record<K, Place>;
  }

  /** The results of `read` for the items of a list, without nulls. Empty where there is no list. */
  list<T>({ node, path }: Place, read: (item: Place) => T | null): T[] {
    if (!node) return [];
    if (node.kind !== 'list') {
      this.tell('type', node, path);
      return [];
    }
    if (node.items.length > maxItems) this.tell('too-large', node, path);
    return node.items.slice(0, maxItems).flatMap((item, index) => {
      const value = read({ node: item, path: `${path}[${index}]`, around: node });
      return value === null ? [] : [value];
    });
  }

  /** A text without surrounding space; null where there is none or an empty one. */
  string({ node, path }: Place): string | null {
    if (!node) return null;
    if (node.kind !== 'scalar' || typeof node.value !== 'string') return this.refuse('type', node, path);
    if (node.value.length > maxTextLength) return this.refuse('too-large', node, path);
    return node.value.trim() || this.refuse('missing', node, path);
  }

  /** A required text; a missing one is reported. */
  needed(place: Place): string | null {
    if (!place.node) this.tell('missing', place.around, place.path);
    return this.string(place);
  }

  /** A number in the range, both ends included; null where there is none. */
  number({ node, path }: Place, least: number, most: number): number | null {
    if (!node) return null;
    const value = node.kind === 'scalar' ? node.value : null;
    const fits = typeof value === 'number' && value >= least && value <= most;
    return fits ? value : this.refuse('type', node, path);
  }

  /** A text that `read` parses; where `read` gives null, a problem with `code` is reported. */
  parsed<T>(place: Place, code: TeamProblemCode, read: (text: string) => T | null): T | null {
    const text = this.string(place);
    if (text === null || !place.node) return null;
    return read(text) ?? this.refuse(code, place.node, place.path);
  }

  private refuse(code: TeamProblemCode, span: Span, path: string): null {
    this.tell(code, span, path);
    return null;
  }
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key.slice(0, 60)}`;
}
