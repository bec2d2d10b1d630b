import { l10n } from 'vscode';
import type { ForgeProblem, ForgeProblemKind, Remedy } from '../../core/forge/forgeResult';
import type { Instant } from '../../core/time/zone';
import { machineZone } from '../../disk/machineZone';
import { localTime } from '../host/clockWords';
import { visibleText } from '../host/visibleText';

/** What happened and what to do; the first part says that nothing was written, where that is certain. */
const sentences: Readonly<Record<ForgeProblemKind, (problem: ForgeProblem) => string>> = {
  offline: ({ detail }) =>
    detail === ''
      ? l10n.t('GitHub was not reached. Look at the network, and try again.')
      : l10n.t('GitHub was not reached ({0}). Look at the network, and try again.', visibleText(detail, 60)),
  'signed-out': () => l10n.t('GitHub did not take the sign-in. Sign in again, and try again.'),
  forbidden: ({ detail }) =>
    l10n.t('GitHub does not allow it to this account. Ask an owner of the repository for access. {0}', quoted(detail)),
  'not-found': () => l10n.t('GitHub does not have this repository, or does not show it to this account.'),
  'rate-limited': ({ until }) =>
    until === null
      ? l10n.t('GitHub asks to wait before the next request. Try again later.')
      : l10n.t('GitHub asks to wait until {0}.', timeOf(until)),
  refused: ({ detail }) => l10n.t('GitHub said no: {0}', quoted(detail)),
  conflict: () => l10n.t('Somebody has changed it on GitHub meanwhile, so nothing was written. Run the command again.'),
  server: () => l10n.t('GitHub has a problem of its own. Try again later.'),
  'invalid-answer': () => l10n.t('GitHub gave an answer that cannot be read. Try again later.'),
  'unknown-outcome': () =>
    l10n.t('GitHub did not confirm it, so it may or may not be there. Look there before you try again.'),
  cancelled: () => l10n.t('It was stopped.'),
};

/** What helps where GitHub's own words say why it refused. */
const advice: Partial<Record<Remedy, () => string>> = {
  'sign-in': () => l10n.t('Sign in again, and try again.'),
  'ask-for-approval': () =>
    l10n.t('Ask an owner of the organization to approve the app that the editor signs in with.'),
  'check-network': () => l10n.t('Use a network that the organization allows, and try again.'),
  'create-ready': () => l10n.t('Create it as an ordinary pull request.'),
  push: () => l10n.t('Push the commits of the branch, and try again.'),
  'choose-base': () => l10n.t('Choose another base, and try again.'),
  'mend-text': () => l10n.t('Change the text, and try again.'),
  'try-later': () => l10n.t('Try again later.'),
};
/** Kinds whose sentence alone does not say what helps: the advice depends on the remedy. */
const refusals: ReadonlySet<ForgeProblemKind> = new Set(['forbidden', 'not-found', 'refused', 'conflict']);

export function forgeSentence(problem: ForgeProblem): string {
  const { kind, remedy, detail } = problem;
  // Without single sign-on GitHub answers "forbidden", or "not found" for something that exists.
  if (remedy === 'sign-on')
    return l10n.t('The organization asks for single sign-on. Sign on at GitHub, and try again.');
  const help = refusals.has(kind) ? advice[remedy]?.() : undefined;
  return help === undefined
    ? sentences[kind](problem).trim()
    : l10n.t('GitHub said no: {0} {1}', quoted(detail), help).replace(/ {2,}/g, ' ');
}

function quoted(detail: string): string {
  return detail === '' ? '' : `“${visibleText(detail, 300)}”`;
}

function timeOf(instant: Instant): string {
  return localTime(instant, machineZone());
}
