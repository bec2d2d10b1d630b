import { oldestGit } from '../git/installation';
import { GitUnanswered } from '../git/result';

/** Why git gave nothing, by the word for it in `GitResult`, and what to do. */
const sentences: readonly (readonly [word: string, sentence: string])[] = [
  ['git-missing', 'git was not found; install it, or put its folder on PATH'],
  ['git-too-old', `git is too old; install ${oldestGit.join('.')} or newer`],
  ['dubious-ownership', "git does not trust a repository that somebody else owns; add it to git's safe.directory"],
  ['unknown-format', 'git does not know how this repository is kept (`git status` names it); install a newer git'],
  ['not-a-repository', 'git cannot read this repository: its HEAD or its settings are broken; `git status` says more'],
  ['timeout', 'git took too long to answer; try again when the machine is less busy'],
];

/** One line for people. @param detail `failed git-missing`, as in `Activity.missing` */
export function gitTrouble(detail: string): Error {
  const known = sentences.find(([word]) => detail.includes(word));
  return new Error(known?.[1] ?? `git could not answer (${detail.split('\n', 1)[0]?.slice(0, 200)})`);
}

/** For `catch`: what git could not say becomes one line, and any other fault stays what it is. */
export function inOneLine(error: unknown): never {
  throw error instanceof GitUnanswered ? gitTrouble(error.message) : error;
}
