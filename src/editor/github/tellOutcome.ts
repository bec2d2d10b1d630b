import { l10n } from 'vscode';
import type { ForgeProblem, ForgeProblemKind } from '../../core/forge/forgeResult';
import { isForgePage } from '../../core/forge/remoteUrl';
import type { GitHubRepository } from '../../github/apiHost';
import { answer } from '../host/answer';
import { openPage } from '../host/openPage';
import { forgeSentence } from './forgeWords';

/**
 * Says what became of something that was sent, with a button that opens it.
 * @param page an address from GitHub, or null. A page at another host gets no button.
 * @param more the label of a further action that is possible now
 * @returns whether the person chose that action
 */
export async function tellDone(
  sentence: string,
  page: string | null,
  { host }: GitHubRepository,
  more?: string,
): Promise<boolean> {
  const open = l10n.t('Open in Browser');
  const others = more === undefined ? [] : [more];
  const chosen = await answer(sentence, ...others, ...(page !== null && isForgePage(page, host) ? [open] : []));
  if (chosen === open && page !== null) await openPage(page, host);
  return chosen !== undefined && chosen === more;
}

/**
 * Says why a request failed; says nothing where the person cancelled it. The text that was sent is unchanged, so the
 * person can go on with it.
 * @param place a path below the repository, such as `issues`, where the result may be after all or the person can look
 */
export async function tellProblem(problem: ForgeProblem, repository: GitHubRepository, place: string): Promise<void> {
  if (problem.kind === 'cancelled') return;
  const { webUrl, owner, repo } = repository;
  const usual = problem.remedy === 'look-at-forge' ? `${webUrl}/${owner}/${repo}/${place}` : null;
  const number = /\/(\d+)$/.exec(place)?.[1];
  const sentence = notWritten(problem, `${owner}/${repo}${number === undefined ? '' : `#${number}`}`);
  await tellDone(sentence, problem.page ?? usual, repository);
}

/**
 * Says where nothing was written, and why. The first part is left out where it is not certain, or where the reason says
 * it.
 */
function notWritten(problem: ForgeProblem, target: string): string {
  if (problem.kind === 'not-found')
    return l10n.t('GitHub does not have {0}, or does not show it to this account.', target);
  const sentence = forgeSentence(problem);
  return alone.has(problem.kind) ? sentence : l10n.t('Nothing was written to {0}. {1}', target, sentence);
}

const alone: ReadonlySet<ForgeProblemKind> = new Set(['unknown-outcome', 'invalid-answer', 'conflict']);
