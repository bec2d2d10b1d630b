import type { ForgeResult } from '../core/forge/forgeResult';

/**
 * A write whose outcome may stay unknown: then GitHub is asked once whether it is there, and it is never sent again
 * (docs/security.md#r44, A9). Not found leaves it unknown, since it may still appear.
 */
export async function verified<T>(
  write: () => Promise<ForgeResult<T>>,
  find: () => Promise<ForgeResult<T | null>>,
): Promise<ForgeResult<T>> {
  const written = await write();
  if (written.ok || written.problem.kind !== 'unknown-outcome') return written;
  const found = await find();
  return found.ok && found.value !== null ? { ...found, value: found.value } : written;
}

/**
 * Text as GitHub can take it: a NUL ends it there, and half of a surrogate pair is no JSON to its parser. The text looks
 * the same.
 */
export function sentText(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}
