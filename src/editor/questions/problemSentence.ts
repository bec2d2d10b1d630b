import { l10n } from 'vscode';
import type { ForgeProblem, ForgeProblemKind } from '../../core/forge/forgeResult';
import { visibleText } from '../words/visibleText';

const sentences: Readonly<Record<ForgeProblemKind, () => string>> = {
  offline: () => l10n.t('GitHub cannot be reached. Try again when you are online.'),
  'signed-out': () => l10n.t('GitHub does not take the session any more. Sign in again.'),
  forbidden: () => l10n.t('GitHub does not let you do this in this repository.'),
  'not-found': () => l10n.t('GitHub has no such repository, or does not show it to you.'),
  'rate-limited': () => l10n.t('GitHub asks to wait before it answers again.'),
  refused: () => l10n.t('GitHub did not take it.'),
  conflict: () => l10n.t('It was changed at GitHub meanwhile.'),
  server: () => l10n.t('GitHub has a problem of its own. Try again later.'),
  'invalid-answer': () => l10n.t('GitHub answered something that Meridian does not understand.'),
  'unknown-outcome': () => l10n.t('No answer came, so it may be there or not. Look at GitHub before you try again.'),
  cancelled: () => l10n.t('It was stopped.'),
};

/** Why GitHub gave nothing, with its own words behind. */
export function problemSentence({ kind, detail }: ForgeProblem): string {
  return [sentences[kind](), visibleText(detail, 200)].filter((part) => part !== '').join(' ');
}
