import type { Instant } from '../core/time/zone';

export interface CachedAnswer {
  /** Null for answers to which GitHub gives no tag. */
  readonly etag: string | null;
  /** As the shape parsed it, so unused fields take no memory. */
  readonly value: unknown;
  /** When GitHub last confirmed the value. */
  readonly asOf: Instant;
}

interface Kept extends CachedAnswer {
  readonly size: number;
}

/** The last answers, at most 5 MB, in memory only; the least recently used is evicted first (docs/security.md#r41). */
export class EtagCache {
  private readonly kept = new Map<string, Kept>();
  private size = 0;

  constructor(private readonly most = 5_000_000) {}

  get(key: string): CachedAnswer | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found;
  }

  set(key: string, answer: CachedAnswer): void {
    this.delete(key);
    // Two bytes a character, which is close enough for a limit.
    const size = 2 * (key.length + (JSON.stringify(answer.value)?.length ?? 0));
    if (size > this.most) return;
    this.kept.set(key, { ...answer, size });
    this.size += size;
    for (const oldest of this.kept.keys()) {
      if (this.size <= this.most) return;
      this.delete(oldest);
    }
  }

  clear(): void {
    this.kept.clear();
    this.size = 0;
  }

  private delete(key: string): void {
    this.size -= this.kept.get(key)?.size ?? 0;
    this.kept.delete(key);
  }
}
