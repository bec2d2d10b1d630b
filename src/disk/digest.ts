import { createHash } from 'node:crypto';
import type { BytesResult } from '../core/ports';

/** In no stamp and no list, whose entries have something between two of it. */
const between = '\0\0';

export function digest(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}

/** A digest of each would take as long as the look at a file or a directory itself. */
export function digestOfAll(answers: readonly string[]): string {
  return digest(answers.join(between));
}

export function digestOfContent(result: BytesResult): string {
  return result.ok ? digest(result.bytes) : result.reason;
}
