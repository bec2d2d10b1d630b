/**
 * The messages between the panel and its page. The page's side is hostile: it shows text of a repository
 * (docs/security.md#hostile-input, S3).
 */

export type ToPage = {
  readonly type: 'content';
  /** The key of the content: the page keeps its scroll position while it stays the same. */
  readonly key: string;
  readonly html: string;
  /** The heading to scroll to, if one was asked for. */
  readonly fragment: string | null;
  /** An announcement for screen readers, where content changed while it was shown. */
  readonly announcement: string;
};

export type FromPage =
  /** The page is loaded, or loaded again after it was hidden, and wants its content. */
  { readonly type: 'ready' } | { readonly type: 'follow'; readonly id: string };

const fields: Readonly<Record<FromPage['type'], readonly string[]>> = { ready: ['type'], follow: ['type', 'id'] };
const longestId = 40;

/** A message of the page. Null for everything else: other types, other fields, oversize. */
export function readMessage(value: unknown): FromPage | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { type, id } = value as Partial<Record<'type' | 'id', unknown>>;
  if (type !== 'ready' && type !== 'follow') return null;
  const expected = fields[type];
  const keys = Object.keys(value);
  if (keys.length !== expected.length || !expected.every((key) => Object.hasOwn(value, key))) return null;
  if (type === 'ready') return { type };
  return typeof id === 'string' && id.length <= longestId ? { type, id } : null;
}

const perSecond = 50;

/** Lets through 50 messages a second; a flood is dropped, not queued (S3). */
export class MessageRate {
  private windowStart = Number.NEGATIVE_INFINITY;
  private count = 0;

  /** `now` in milliseconds of a clock that never goes back. */
  constructor(private readonly now: () => number) {}

  allows(): boolean {
    const now = this.now();
    if (now - this.windowStart >= 1_000) {
      this.windowStart = now;
      this.count = 0;
    }
    this.count += 1;
    return this.count <= perSecond;
  }
}
