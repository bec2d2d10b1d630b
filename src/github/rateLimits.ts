import { isObject } from '../core/isObject';
import type { Instant } from '../core/time/zone';
import type { Clock } from './clock';

export type Headers = Readonly<Record<string, string | number | undefined>>;

const shortest = 1;
const longest = 3_600;
/** In seconds. GitHub's own advice where it names no time: at least a minute, then longer each time. */
const unnamed = 60;

/**
 * Seconds until GitHub may be asked again, clamped to an hour (A7), or null where the headers name no time. The reset
 * is compared with the server's own `Date`, so that a wrong clock here does not matter.
 */
function secondsToWait(headers: Headers, now: Instant): number | null {
  const serverNow = instantOf(headers.date) ?? now;
  const after = headers['retry-after'];
  if (after !== undefined) {
    const seconds = /^-?\d{1,15}$/.test(String(after))
      ? Number(after)
      : ((instantOf(after) ?? Number.NaN) - serverNow) / 1000;
    return Number.isNaN(seconds) ? unnamed : clamp(seconds);
  }
  if (String(headers['x-ratelimit-remaining']) !== '0') return null;
  const reset = Number(headers['x-ratelimit-reset']);
  return Number.isFinite(reset) ? clamp(reset - serverNow / 1000) : unnamed;
}

/**
 * Whether an error is a rate limit, and not about the request itself. GitHub answers 403 to both; with status 200 the
 * throttling plugin throws only GraphQL's `RATE_LIMITED`.
 */
export function isLimited(status: number, headers: Headers, message: string): boolean {
  if (status === 429 || status === 200) return true;
  if (status !== 403) return false;
  return (
    headers['retry-after'] !== undefined ||
    String(headers['x-ratelimit-remaining']) === '0' ||
    /\b(?:secondary rate limit|abuse detection|rate limit exceeded)\b/i.test(message.slice(0, 500))
  );
}

/**
 * GraphQL answers with status 200 and reports a limit by one of two names, of which the throttling plugin knows the
 * first.
 */
export function isLimitedQuery(data: unknown): boolean {
  if (!isObject(data) || !Array.isArray(data.errors)) return false;
  return data.errors.some((error) => isObject(error) && (error.type === 'RATE_LIMITED' || error.type === 'RATE_LIMIT'));
}

/**
 * Remembers until when GitHub is not to be asked, so that no requests follow a refusal (docs/security.md#faults). Time
 * is measured by a monotonic clock.
 */
export class RateLimits {
  private silentUntil = 0;
  private refusals = 0;

  constructor(private readonly clock: Clock) {}

  /** @returns the instant from which it is worth asking again, or null where that is now */
  until(): Instant | null {
    const remaining = this.silentUntil - this.clock.elapsed();
    return remaining > 0 ? this.clock.now() + remaining : null;
  }

  /** Notes a refusal. @returns the instant from which it is worth asking again */
  refused(headers: Headers): Instant {
    const now = this.clock.now();
    const seconds = secondsToWait(headers, now) ?? clamp(unnamed * 2 ** this.refusals);
    this.refusals = Math.min(this.refusals + 1, 10);
    this.silentUntil = this.clock.elapsed() + seconds * 1000;
    return now + seconds * 1000;
  }

  answered(): void {
    this.refusals = 0;
  }
}

function clamp(seconds: number): number {
  return Math.min(longest, Math.max(shortest, Math.ceil(seconds)));
}

function instantOf(header: string | number | undefined): Instant | null {
  const read = typeof header === 'string' && header.length <= 40 ? Date.parse(header) : Number.NaN;
  return Number.isNaN(read) ? null : read;
}
