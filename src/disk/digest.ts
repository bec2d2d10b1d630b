import { createHash } from 'node:crypto';
import type { BytesResult } from '../core/ports';

/** Occurs in no stamp and no list: between two NULs of a list there is always text. */
const between = '\0\0';

export function digest(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}

/** One digest for all answers: one for each would take as long as reading the stamp of a file or directory. */
export function digestOfAll(answers: readonly string[]): string {
  return digest(answers.join(between));
}

export function digestOfContent(result: BytesResult): string {
  return result.ok ? digest(result.bytes) : result.reason;
}
