import type { ForgeResult } from '../core/forge/forgeResult';

/**
 * A write whose outcome may be unknown: then GitHub is asked once whether it was done, and it is never sent again
 * (docs/security.md#r44, A9). Where it is not found, the outcome stays unknown, since it may still appear.
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
 * Text that GitHub can store: it would cut the text at a NUL, and its parser rejects lone surrogates. The text looks
 * the same.
 */
export function sentText(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}
