import { l10n } from 'vscode';
import type { BranchFacts } from '../../core/pullRequests/branchFacts';
import { type PushedHead, pushedHead } from '../../core/pullRequests/pushedHead';
import { readRemoteBranches } from '../../git/pullRequests/remoteBranches';
import { pushBranches } from '../handoffs/drafting/pushBranches';
import { answer } from '../host/answer';
import { visibleText } from '../host/visibleText';
import type { PullRequestPlace } from './place';

/** Where the forge can take the branch from. */
interface PushedBranch {
  readonly remote: string;
  readonly name: string;
}

/** Offers to push what the forge does not have yet. @returns null where it stays so; the person has been told */
export async function pushedBranch(
  place: PullRequestPlace,
  facts: BranchFacts,
  branch: string,
): Promise<PushedBranch | null> {
  const head = await look(place, facts, branch);
  if (head.kind === 'pushed') return head;
  const name = visibleText(branch, 80);
  const push = l10n.t('Push…');
  const why =
    head.kind === 'never'
      ? l10n.t('{0} is not pushed, so there is nothing to make a pull request of yet.', name)
      : l10n.t('{0} has commits that are not pushed, and reviewers would not see them.', name);
  if ((await answer(why, push)) !== push) return null;
  if ((await pushBranches([{ root: facts.root, branch }])).length === 0) return null;
  const after = await look(place, facts, branch);
  return after.kind === 'pushed' ? after : null;
}

async function look({ runner, repository }: PullRequestPlace, facts: BranchFacts, branch: string): Promise<PushedHead> {
  const remotes = facts.remotes.map(({ name }) => name);
  const options = { priority: 'interactive' } as const;
  return pushedHead(facts, await readRemoteBranches(runner, repository, branch, remotes, options));
}
