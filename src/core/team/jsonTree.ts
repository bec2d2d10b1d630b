/** A place in the text, in UTF-16 units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export interface JsonEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: JsonNode;
}

export type JsonNode = Span &
  (
    | { readonly kind: 'object'; readonly entries: readonly JsonEntry[] }
    | { readonly kind: 'list'; readonly items: readonly JsonNode[] }
    | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
  );

export interface JsonTree {
  /** What was parsed up to the error, with open objects and lists closed there. */
  readonly root: JsonNode | null;
  readonly error: (Span & { readonly reason: 'syntax' | 'too-deep' }) | null;
}

const maxDepth = 16;
const token = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\n\r]|\\.)*")|([-\w.+]+))/y;

/**
 * Reads JSON (RFC 8259) and keeps where each value stands, which `JSON.parse` forgets. Keys are data and never become
 * properties, so `__proto__` is a key like any other. Never throws.
 */
export function readJsonTree(text: string): JsonTree {
  return new JsonReader(text).read();
}

class JsonReader {
  private readonly text: string;
  private at = 0;
  private error: JsonTree['error'] = null;

  constructor(text: string) {
    this.text = text;
  }

  read(): JsonTree {
    const root = this.value(0);
    if (!this.error && this.peek() < this.text.length) this.fail();
    return { root, error: this.error };
  }

  private value(depth: number): JsonNode | null {
    const start = this.peek();
    const open = this.text[start];
    if ((open === '{' || open === '[') && depth >= maxDepth) return this.fail('too-deep');
    if (open === '{') {
      const entries = this.items('}', () => this.entry(depth + 1));
      return { kind: 'object', entries, ...this.spanFrom(start) };
    }
    if (open === '[') {
      const items = this.items(']', () => this.value(depth + 1));
      return { kind: 'list', items, ...this.spanFrom(start) };
    }
    return this.scalar(start);
  }

  /** The items between the next bracket and its partner; only those before an error. */
  private items<T>(close: string, readItem: () => T | null): T[] {
    const items: T[] = [];
    this.take();
    if (this.text[this.peek()] === close) this.take();
    else {
      do {
        const item = readItem();
        if (item !== null) items.push(item);
      } while (!this.error && this.goesOn(close));
    }
    return items;
  }

  private goesOn(close: string): boolean {
    const start = this.peek();
    const mark = this.take();
    if (mark !== ',' && mark !== close) this.fail('syntax', start);
    return mark === ',';
  }

  private entry(depth: number): JsonEntry | null {
    const key = this.scalar(this.peek());
    if (key?.kind !== 'scalar') return null;
    if (typeof key.value !== 'string') return this.fail('syntax', key.offset);
    const colon = this.peek();
    if (this.take() !== ':') return this.fail('syntax', colon);
    const value = this.value(depth);
    return value && { key: key.value, keySpan: { offset: key.offset, length: key.length }, value };
  }

  private scalar(start: number): JsonNode | null {
    const written = this.take();
    // `JSON.parse` rejects words that are no JSON value, and brackets and commas out of place.
    try {
      const value: unknown = JSON.parse(written);
      const isScalar = value === null || ['string', 'number', 'boolean'].includes(typeof value);
      if (isScalar)
        return { kind: 'scalar', value: value as string | number | boolean | null, ...this.spanFrom(start) };
    } catch {
      // Reported below.
    }
    return this.fail('syntax', start);
  }

  /** Where the next token starts. */
  private peek(): number {
    while (this.at < this.text.length && ' \t\r\n'.includes(this.text.charAt(this.at))) this.at++;
    return this.at;
  }

  private take(): string {
    token.lastIndex = this.at;
    const found = token.exec(this.text);
    if (!found) return '';
    this.at = token.lastIndex;
    return found[1] ?? found[2] ?? found[3] ?? '';
  }

  private spanFrom(start: number): Span {
    return { offset: start, length: this.at - start };
  }

  /** Records the first error, after which nothing more is read. */
  private fail(reason: 'syntax' | 'too-deep' = 'syntax', start = this.at): null {
    const offset = Math.min(start, Math.max(0, this.text.length - 1));
    this.error = { reason, offset, length: Math.min(Math.max(1, this.at - start), this.text.length - offset) };
    return null;
  }
}
