import { freeName, nameWords } from '../files/newName';
import { basename, dirname, extension, join } from '../files/paths';
import type { FilePath } from '../ports';
import { plainFolderName } from '../records/find/folderNames';
import { compareText } from '../text/compareText';
import type { LocalDate } from '../time/localDate';

/** Where questions are saved in a repository that has no folder of them. */
const usualQuestionFolder = 'docs/questions';

const folders: ReadonlySet<string> = new Set(['questions', 'q-and-a', 'q-a', 'qna', 'faq', 'faqs']);
const documents: ReadonlySet<string> = new Set(['.md', '.mdx', '.markdown', '.rst', '.adoc']);

/** Whether a file is a saved question, by its path alone: a document in a folder of questions, and not its index. */
export function isQuestionPath(path: FilePath): boolean {
  const isIndex = /^(?:readme|index|template)\./i.test(basename(path));
  return documents.has(extension(path)) && folders.has(plainFolderName(basename(dirname(path)))) && !isIndex;
}

/** The folder that holds most of the saved questions; among equals the first by name. */
export function questionFolder(paths: readonly FilePath[]): FilePath {
  const counts = new Map<FilePath, number>();
  for (const path of paths.filter(isQuestionPath)) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  const [most] = [...counts].sort(([a, many], [b, more]) => more - many || compareText(a, b));
  return most?.[0] ?? usualQuestionFolder;
}

const mostWords = 6;
const longestGoal = 60;

/**
 * `docs/questions/2026-11-21-split-the-ledger.md`; where a question has that name, with the next free number.
 * @param goal what the question is for; `''` where it is not written yet
 * @param questions those that are there
 */
export function questionPath(
  folder: FilePath,
  date: LocalDate,
  goal: string,
  questions: readonly FilePath[],
): FilePath {
  const words = goal.trim().split(/\s+/).slice(0, mostWords).join(' ');
  const taken = questions.filter((path) => dirname(path) === folder).map(basename);
  return join(folder, freeName(`${date}-${nameWords(words, longestGoal) || 'question'}`, '.md', taken));
}
