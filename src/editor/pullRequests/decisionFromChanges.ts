import { l10n } from 'vscode';
import type { ChangedFile } from '../../core/activity/facts';
import { type BranchFacts, isBranch, type NoBranch } from '../../core/pullRequests/branchFacts';
import { decisionFacts } from '../../core/pullRequests/decisionFacts';
import { gatherDecision } from '../../core/tasks/gatherDecision';
import { DiskFiles } from '../../disk/diskFiles';
import { readStatus } from '../../git/activity/status';
import { GitUnanswered } from '../../git/result';
import { withStopping } from '../host/withStopping';
import { askNewRecord } from '../records/commands/newRecord';
import type { DraftingParts } from './draftPullRequestDocument';
import { rootedRecords } from './model/rootedRecords';
import { type PullRequestPlace, pullRequestPlace } from './place';
import { readOnce, settleBranch } from './readBranch';

/** Where a branch has no commits of its own, the decision is about what is not committed yet. */
const ownNothing: ReadonlySet<NoBranch['reason']> = new Set(['on-base', 'nothing', 'landed', 'unborn']);

/**
 * Begins a decision about the changes at hand, with what git and the code show of them: the commits of the branch that
 * is checked out, and what is not committed yet.
 */
export async function decisionFromChanges({ services, team }: Pick<DraftingParts, 'services' | 'team'>): Promise<void> {
  const place = await pullRequestPlace(services, team, null);
  if (!place) return;
  const changes = await readChanges(place);
  if (!changes) return;
  await services.projects.whenRead();
  const { project, prefix, repository } = place;
  const input = await gatherDecision(changes.branch, changes.uncommitted, {
    files: new DiskFiles(repository.root),
    project: rootedRecords(project.view, prefix),
  });
  await askNewRecord(services, 'decision', decisionFacts(input));
}

interface Changes {
  readonly branch: BranchFacts | null;
  readonly uncommitted: readonly ChangedFile[] | null;
}

/** Undefined where the person cancelled, or was told why there are no changes. */
async function readChanges(place: PullRequestPlace): Promise<Changes | undefined> {
  const title = l10n.t('Reading what changed');
  const [answer, uncommitted] = await withStopping(title, (signal) =>
    Promise.all([readOnce(place, null, signal), readUncommitted(place, signal)]),
  );
  if (answer && !isBranch(answer) && uncommitted && uncommitted.length > 0 && ownNothing.has(answer.reason)) {
    return { branch: null, uncommitted };
  }
  const settled = await settleBranch(place, title, answer, null);
  return settled && { branch: settled.branch, uncommitted };
}

/** Null where git could not say, or was cancelled. */
async function readUncommitted(
  { runner, repository }: PullRequestPlace,
  signal: AbortSignal,
): Promise<readonly ChangedFile[] | null> {
  try {
    return (await readStatus(runner, repository, { priority: 'interactive', signal }, 'files')).changes;
  } catch (error) {
    if (error instanceof GitUnanswered) return null;
    throw error;
  }
}
