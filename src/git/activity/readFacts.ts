import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ActivityRequest, NoFacts } from '../../core/activity/activitySource';
import type { BranchFact, RepositoryFacts, WorktreeFact } from '../../core/activity/facts';
import { detachedHeads } from '../../core/activity/heads';
import { objectName } from '../../core/names/objectName';
import { type Repository, shallowBorder } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { readBeyondCommits } from './beyondCommits';
import { withBookmarks } from './branchLogs';
import { withPasts } from './branchPasts';
import { withMappedCoAuthors } from './coAuthors';
import { readCommits, readCut, readUnpushed, type Unpushed } from './commits';
import { Gaps } from './gaps';
import { readOwnRemoteBranches, withOwnRemote } from './ownRemoteBranches';
import { readReferences } from './references';
import { readSettings, type Settings } from './settings';
import { readStashes } from './stashes';
import { readStatus } from './status';
import { submodulesIn } from './submodules';
import { readTagged, readTags } from './tags';
import { readUpstreamOnly } from './upstreamOnly';
import { type Tips, tipsOf } from './walkTips';
import { otherWorktrees, worktreeFact } from './worktrees';

const none = { branches: [], defaultBranch: null, otherTrunks: [], stashed: false };

/** Other working trees whose status is read; each costs two processes. */
const mostOtherStatuses = 4;

/**
 * All facts of a repository except patches. A question that git could not answer is a gap. Throws `GitUnanswered` where
 * cancelled.
 */
export async function readFacts(
  runner: GitRunner,
  repository: Repository,
  request: ActivityRequest,
  { signal }: GitOptions,
): Promise<RepositoryFacts | NoFacts> {
  // The priority with which the runner lists filters, so that both share the call which reads the settings.
  const options: GitOptions = { priority: 'background', ...(signal && { signal }) };
  const gaps = new Gaps();
  const reported = request.told.filter((hash) => objectName.test(hash));
  const [settings, status, cut, border, submodules, others, elsewhere] = await Promise.all([
    gaps.answer('settings', readSettings(runner, repository, options), null),
    gaps.answer('changes', readStatus(runner, repository, options), null),
    reported.length > 0 ? null : readCut(runner, repository, request.start, options),
    shallowBorder(repository),
    submodulesIn(repository),
    otherWorktrees(repository),
    request.everyRemote ? [] : gaps.answer('branches', readOwnRemoteBranches(runner, repository, request, options), []),
  ]);
  const references = await gaps.answer(
    'branches',
    readReferences(runner, repository, settings, options, request.everyRemote),
    null,
  );
  const { defaultBranch, otherTrunks, stashed } = references ?? none;
  const trunks = [...(defaultBranch ? [defaultBranch] : []), ...otherTrunks];
  const known = withOwnRemote(references?.branches ?? [], trunks, elsewhere);
  const branches = (await withBookmarks(repository, known)).map((branch) => seen(branch, settings));
  const here = await worktreeFact(repository, status, branches);
  if (here === null || (status === null && references === null)) {
    return { reason: 'unanswered', detail: gaps.found.at(-1)?.reason ?? 'HEAD' };
  }
  const worktrees = [here, ...(await factsOf(others, branches, gaps, runner, options))];
  const hasRemote = settings ? settings.remotes.length > 0 : branches.some(({ upstream }) => upstream !== null);
  const tips = tipsOf(worktrees, branches, trunks);
  const window = { tips: tips.beyondBranches, start: request.start, reported, cut };
  const [walked, unpushed, stashes, tags] = await Promise.all([
    tips.none ? null : gaps.answer('commits', readCommits(runner, repository, window, options), null),
    hasRemote ? unpushedIn(repository, tips, gaps, runner, options) : null,
    stashed ? gaps.answer('stashes', readStashes(runner, repository, options), []) : [],
    hasRemote ? gaps.answer('branches', readTags(runner, repository, request.start, options), []) : [],
  ]);
  const loose = detachedHeads({ worktrees }).map(({ hash }) => hash);
  const local = loose.filter((hash) => unpushed?.hashes.includes(hash));
  const tagged =
    local.length > 0 ? await gaps.answer('branches', readTagged(runner, repository, local, options), []) : [];
  const commits = await withMappedCoAuthors(runner, repository, walked?.commits ?? [], options);
  const walk = { branches, commits, unpushedParents: unpushed?.parents ?? new Set<string>() };
  const head = here.head.kind === 'unborn' ? null : here.head.hash;
  const further = { branches, commits, trunks, head, submodules };
  const beyond = await readBeyondCommits(runner, repository, further, gaps, options);
  const upstreamOnly = await gaps.answer('unpushed', readUpstreamOnly(runner, repository, walk, options), null);
  const atBorder = new Set(border);
  if (commits.some(({ hash }) => atBorder.has(hash))) gaps.add('statistics', 'shallow');
  return {
    // A hash and no path, because the id may end up where others read it.
    id: createHash('sha256').update(repository.commonDirectory).digest('hex').slice(0, 16),
    root: repository.root,
    name: basename(repository.root),
    identity: settings?.identity ?? { name: null, address: null },
    worktrees,
    branches: await withPasts(repository, branches, unpushed?.hashes ?? []),
    defaultBranch,
    otherTrunks,
    hasRemote,
    commits,
    ...beyond,
    truncated: walked?.truncated ?? false,
    unpushed: unpushed?.hashes ?? null,
    upstreamOnly,
    stashes,
    ...(tags.length > 0 && { tags }),
    ...(tagged.length > 0 && { taggedHeads: tagged }),
    submodules,
    shallowBorder: border,
    partial: settings?.partial ?? false,
    gaps: gaps.found,
  };
}

/**
 * The branch, marked where a push of it is not visible: a clone of a single branch has no remote-tracking branch for
 * it.
 */
function seen(branch: BranchFact, settings: Settings | null): BranchFact {
  const isSeen = settings === null || settings.remotes.length === 0 || branch.remote === true;
  return isSeen || settings.isFetched(branch.name) ? branch : { ...branch, unseen: true };
}

async function factsOf(
  others: readonly Repository[],
  branches: readonly BranchFact[],
  gaps: Gaps,
  runner: GitRunner,
  options: GitOptions,
): Promise<readonly WorktreeFact[]> {
  const facts = await Promise.all(
    others.map(async (repository, index) => {
      if (index >= mostOtherStatuses) return worktreeFact(repository, null, branches);
      const status = await gaps.answer('changes', readStatus(runner, repository, options), null);
      return worktreeFact(repository, status, branches);
    }),
  );
  return facts.flatMap((fact) => fact ?? []);
}

async function unpushedIn(
  repository: Repository,
  tips: Tips,
  gaps: Gaps,
  runner: GitRunner,
  options: GitOptions,
): Promise<Unpushed | null> {
  if (tips.local.every((tip) => tips.remote.has(tip))) return { hashes: [], parents: new Set(), truncated: false };
  const found = await gaps.answer('unpushed', readUnpushed(runner, repository, tips.heads, options), null);
  if (found?.truncated) gaps.add('unpushed', `more than ${found.hashes.length}`);
  return found;
}
