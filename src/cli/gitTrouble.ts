import { oldestGit } from '../git/installation';
import { GitUnanswered, reasonOf } from '../git/result';

/** For all git calls of one command together, so that a git that hangs is reported in time. `gitPlace` allows more. */
export const gitDeadlineMs = 30_000;

/** Why git gave no answer, by the word for it in `GitResult`, and what to do. */
const sentences: readonly (readonly [word: string, sentence: string])[] = [
  ['git-missing', 'git was not found; install it, or put its folder on PATH'],
  ['git-too-old', `git is too old; install ${oldestGit.join('.')} or newer`],
  ['dubious-ownership', "git does not trust a repository that somebody else owns; add it to git's safe.directory"],
  ['unknown-format', 'git does not know how this repository is kept (`git status` names it); install a newer git'],
  ['not-a-repository', 'git cannot read this repository: its HEAD or its settings are broken; `git status` says more'],
  ['timeout', 'git took too long to answer; try again when the machine is less busy'],
];

/**
 * An error of one line for people, with git's own message where there is one.
 * @param detail as of `reasonOf`: `failed git-missing`, `killed timeout: fatal: …`
 */
export function gitTrouble(detail: string): Error {
  const line = detail.split('\n', 1)[0]?.slice(0, 300) ?? '';
  const end = line.indexOf(': ');
  const [words, said] = end < 0 ? [line, ''] : [line.slice(0, end), line.slice(end + 2)];
  const known = sentences.find(([word]) => words.includes(word))?.[1];
  if (known === undefined) return new Error(`git could not answer (${line})`);
  return new Error(said === '' ? known : `${known} (it said: ${said})`);
}

/** For `catch`: throws a `GitUnanswered` as an error of one line, and any other error as it is. */
export function inOneLine(error: unknown): never {
  throw error instanceof GitUnanswered ? gitTrouble(reasonOf(error.result)) : error;
}
