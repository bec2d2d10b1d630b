import type { FilePath, FileStore, ReadProblem } from '../ports';

/** Larger files are listed but not read (docs/security.md#r32). */
const maxTextBytes = 1024 * 1024;

export type TextResult = { readonly ok: true; readonly text: string } | ReadProblem;

const byteOrderMarks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * A file's text: UTF-8 unless a byte order mark says otherwise, without that mark, line ends as they are. Bytes that
 * are no UTF-8 become U+FFFD, so that one odd character in a Latin-1 file does not hide the rest. A NUL makes it
 * `not-text`. Never rejects, whatever the store does.
 */
export async function readText(store: FileStore, path: FilePath, maxBytes = maxTextBytes): Promise<TextResult> {
  try {
    const result = await store.read(path, maxBytes);
    if (!result.ok) return result;
    const text = decodeText(result.bytes);
    return text === null ? { ok: false, reason: 'not-text', detail: `${path} is not a text file` } : { ok: true, text };
  } catch (error) {
    return { ok: false, reason: 'unreadable', detail: `${path}: ${String(error)}` };
  }
}

/** As `readText` reads bytes; null for what is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const mark = byteOrderMarks.find((candidate) => candidate.bytes.every((byte, at) => bytes[at] === byte));
  const wide = mark !== undefined && mark.encoding !== 'utf-8';
  if (!wide && bytes.includes(0)) return null;
  const text = new TextDecoder(mark?.encoding ?? 'utf-8').decode(bytes);
  return wide && text.includes('\0') ? null : text;
}
