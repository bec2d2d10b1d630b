import { isObject } from '../core/isObject';
import { cut, oneLine } from '../core/text/escape';
import { withLineFeeds } from '../core/text/lineEnds';
import type { Instant } from '../core/time/zone';

/**
 * Parses a value of an answer, or throws `WrongShape`. Octokit accepts whatever came with status 200, a truncated body
 * too (docs/security.md#hostile-input, A1), so no part of an answer is used that a shape has not parsed.
 */
export type Shape<T> = (value: unknown, path: string) => T;

/** The type that a shape parses to. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

/** Names the place of the value and never the value, because the message is logged (R26). */
export class WrongShape extends Error {
  override readonly name = 'WrongShape';

  constructor(path: string, expected: string) {
    super(`${path === '' ? 'the answer' : path} is not ${expected}`);
  }
}

const longestBody = 262_144;

/**
 * Text with line feeds alone, otherwise as it is. GitHub's own limit for a body is 65,536 characters; text is cut at
 * four times that.
 */
export const text: Shape<string> = (value, path) => {
  if (typeof value !== 'string') throw new WrongShape(path, 'a text');
  return withLineFeeds(value.slice(0, longestBody));
};

/** One line of at most 300 characters, without control characters and bidirectional controls (A5). */
export const line: Shape<string> = (value, path) => cut(oneLine(text(value, path)), 300);

/** A name that is sent back or compared: exactly as it came, at most 255 characters. */
export const name: Shape<string> = (value, path) => {
  if (typeof value !== 'string' || value.length > 255) throw new WrongShape(path, 'a name');
  return value;
};

/** A number or id: a safe integer, zero or more. */
export const count: Shape<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new WrongShape(path, 'a number');
  return value;
};

export const flag: Shape<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new WrongShape(path, 'true or false');
  return value;
};

export const instant: Shape<Instant> = (value, path) => {
  const read = typeof value === 'string' && value.length <= 40 ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(read)) throw new WrongShape(path, 'an instant');
  return read;
};

/** The shape, or null. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path) => (value === null || value === undefined ? null : shape(value, path));
}

/** A list whose entries all have the shape; a list of more than `most` entries is refused. */
export function list<T>(shape: Shape<T>, most = 100): Shape<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value) || value.length > most) throw new WrongShape(path, `a list of at most ${most}`);
    return value.map((item, index) => shape(item, `${path}[${index}]`));
  };
}

/** An object with at least these fields; all others are dropped. */
export function object<F extends Readonly<Record<string, Shape<unknown>>>>(
  fields: F,
): Shape<{ readonly [K in keyof F]: Shaped<F[K]> }> {
  return (value, path) => {
    if (!isObject(value)) throw new WrongShape(path, 'an object');
    const read = Object.entries(fields).map(([key, shape]) => [key, shape(value[key], path ? `${path}.${key}` : key)]);
    return Object.fromEntries(read);
  };
}
