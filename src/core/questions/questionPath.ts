import { slug } from '../handoffs/handoffPath';
import type { FilePath } from '../ports';
import type { LocalDate } from '../time/localDate';

/** A name that is cut has no half words. */
const mostWords = 6;
const mostNumbers = 100;

/**
 * `docs/questions/2026-11-21-split-the-ledger.md`; of a name that is taken the next number.
 * @param goal what the question is for; `''` where nobody has said it
 */
export function questionPath(
  folder: FilePath,
  date: LocalDate,
  goal: string,
  isTaken: (path: FilePath) => boolean,
): FilePath {
  const name = `${date}-${slug(goal.trim().split(/\s+/).slice(0, mostWords).join(' ')) || 'question'}`;
  const start = folder === '' ? name : `${folder}/${name}`;
  const others = Array.from({ length: mostNumbers }, (_, at) => `${start}-${at + 2}.md`);
  return [`${start}.md`, ...others].find((path) => !isTaken(path)) ?? `${start}.md`;
}
