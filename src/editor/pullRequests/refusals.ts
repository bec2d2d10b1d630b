import { commands as editorCommands, l10n } from 'vscode';
import type { NoBranch } from '../../core/pullRequests/branchFacts';
import { refuseWithoutFacts } from '../handoffs/drafting/refusals';
import { answer } from '../host/answer';
import { visibleText } from '../host/visibleText';

/** Why there is nothing to describe, and what helps: another base, another branch, or neither. */
interface Refusal {
  readonly sentence: (name: string) => string;
  readonly helps: 'base' | 'branch' | null;
}

const refusals: Partial<Record<NoBranch['reason'], Refusal>> = {
  unborn: { sentence: () => l10n.t('Nothing is committed yet. Commit something, and draft again.'), helps: null },
  'on-base': {
    sentence: (name) =>
      l10n.t(
        '{0} is what work is merged into, and has nothing of its own. Switch to your branch, and draft again.',
        name,
      ),
    helps: 'branch',
  },
  nothing: { sentence: (name) => l10n.t('This branch has no commit that {0} does not have.', name), helps: 'base' },
  unrelated: { sentence: (name) => l10n.t('This branch and {0} have no commit in common.', name), helps: 'base' },
  shallow: {
    sentence: (name) =>
      l10n.t('The clone is too shallow to see where this branch left {0}. Run git fetch --unshallow.', name),
    helps: null,
  },
};

/** @returns whether the person wants to name another base */
export async function refuseBranch({ reason, detail }: NoBranch): Promise<boolean> {
  const refusal = refusals[reason];
  if (!refusal) {
    await refuseWithoutFacts(reason === 'unanswered' ? [{ folder: '', detail }] : []);
    return false;
  }
  const another = l10n.t('Choose Another Base…');
  const switching = l10n.t('Switch Branch…');
  const actions = { base: [another], branch: [switching, another] };
  const chosen = await answer(
    refusal.sentence(visibleText(detail, 80)),
    ...(refusal.helps === null ? [] : actions[refusal.helps]),
  );
  if (chosen === switching) await editorCommands.executeCommand('git.checkout');
  return chosen === another;
}
