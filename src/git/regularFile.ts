import { readFile, stat } from 'node:fs/promises';

/**
 * Whether a file of git's folder can be read to its end: to open a FIFO waits for ever, in one of the few threads that
 * read files. A link is followed, because tools keep such files in one place for several working trees. Never rejects.
 */
export async function isRegular(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}

/** The text of a regular file; `''` for anything else. Never rejects. */
export async function regularText(path: string): Promise<string> {
  return (await isRegular(path)) ? readFile(path, 'utf8').catch(() => '') : '';
}
