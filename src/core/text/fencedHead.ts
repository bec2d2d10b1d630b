import type { FilePath } from '../ports';
import { closesFence, fenceOpened } from './codeFence';

/** The most lines above a fenced head, and the most lines of it. */
const [mostAbove, mostLines] = [12, 60];
/** Only a title or comment may stand above a fenced head. */
const mayBeAbove = /^\s*(?:#{1,6}\s.*|<!--.*-->\s*)?$/;
const label = /^[A-Z][\w -]{0,30}:(?:\s|$)/;

/**
 * The lines of a document without the fence around its head (`CAP: 0021`, `Title: …`, `Status: …`), as some proposals
 * have it. A fenced block is an example, unless it has the number of the file itself.
 */
export function withoutFenceOfHead(path: FilePath, source: readonly string[]): readonly string[] {
  const number = /(?:^|\/)(?:[a-z]{2,6}[-_])?(\d{1,6})[-_.][^/]*$/i.exec(path)?.[1];
  if (number === undefined) return source;
  const start = source.slice(0, mostAbove).findIndex((line) => !mayBeAbove.test(line));
  const mark = fenceOpened(source[start] ?? '');
  if (mark === null) return source;
  const length = source.slice(start + 1, start + 1 + mostLines).findIndex((line) => closesFence(mark, line));
  const head = source.slice(start + 1, start + 1 + Math.max(0, length));
  const isHead = head.every((line) => label.test(line) || /^(?:\s+\S.*|\s*)$/.test(line));
  const isOwn = head.some(
    (line) =>
      Number(/^ {0,3}(?:[A-Z]{2,6}|Number): {1,4}["']?(?:[A-Z]{2,6}-)?(\d{1,8})(?!\d)/.exec(line)?.[1]) ===
      Number(number),
  );
  if (!isHead || !isOwn || !head.some((line) => /^ {0,3}Status:\s/.test(line))) return source;
  return source.map((line, at) => (at === start || at === start + 1 + length ? '' : line));
}
