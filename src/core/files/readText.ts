import type { FilePath, FileStore, ReadProblem } from '../ports';
import { type DecodedText, decode } from './encoding';

/** Larger files are listed but not read (docs/security.md#r32). */
export const maxTextBytes = 1024 * 1024;

export type TextResult = ({ readonly ok: true } & DecodedText) | ReadProblem;

/**
 * A file's text, as `decode` reads its bytes; line ends as they are. A NUL makes it `not-text`. Never rejects, whatever
 * the store does.
 */
export async function readText(store: FileStore, path: FilePath, maxBytes = maxTextBytes): Promise<TextResult> {
  try {
    const result = await store.read(path, maxBytes);
    if (!result.ok) return result;
    const decoded = decode(result.bytes);
    return decoded === null
      ? { ok: false, reason: 'not-text', detail: `${path} is not a text file` }
      : { ok: true, ...decoded };
  } catch (error) {
    return { ok: false, reason: 'unreadable', detail: `${path}: ${String(error)}` };
  }
}
