import type {
  BranchStanding,
  LostWork,
  OtherWorktree,
  RepositoryActivity,
  UnpushedBranch,
} from '../../activity/activity';
import type { FactGap, Head } from '../../activity/facts';
import { isDetachedName } from '../../activity/heads';
import { withoutRequest } from '../../activity/requestSuffix';
import { joinParts } from '../../text/compareText';
import { codeText, inlineText } from '../../text/escape';
import { clockWarning } from '../../time/overlap';
import type { HandoffInput } from '../handoffInput';
import { count, listed, listedUpTo } from '../words';
import { repositoryPrefix } from '../workItem';
import { shortHash } from './commits';
import { fromLastNote } from './next';
import { operationRows } from './operations';

const maxNames = 3;
const maxWorktrees = 10;

/**
 * What the next person would search for in vain, run into or wait for: commits that are on this machine only, branches
 * that others moved, operations that are half done, and what the last note waited for. Where git could not answer, a
 * row says so.
 */
export function watchOut(input: HandoffInput): readonly string[] {
  const rows = input.activity.repositories.flatMap((repository) => {
    const prefix = repositoryPrefix(repository.name, input.activity);
    return rowsOf(repository).map((row) => prefix + row);
  });
  const waiting = input.carried?.waiting ?? [];
  return [...rows, ...clocksRow(input), ...waiting.map((text) => `waiting: ${fromLastNote(text, input)}`)];
}

/** A row in the week in which the writer's clock and the reader's change on different days, and in the week before. */
function clocksRow({ from, to, now }: HandoffInput): string[] {
  const reader = to.kind === 'person' ? to.person : null;
  const warning = from.schedule && reader?.schedule ? clockWarning([from.schedule, reader.schedule], now) : null;
  if (!warning || !reader) return [];
  const [weekly, usually] = [warning.now, warning.before].map((minutes) => `${Math.round(minutes / 6) / 10} h`);
  const name = inlineText(reader.name, 60);
  const [change, when] =
    warning.when === 'next-week' ? ['clocks change apart next week', 'then'] : ['clocks are apart', 'this week'];
  return [`${change}: ${weekly} together with ${name} ${when}, in place of ${usually}`];
}

function rowsOf(repository: RepositoryActivity): string[] {
  const { head, worktrees, gaps, rebasing } = repository;
  return [
    // The row of a rebase in progress says that no branch is checked out, and why.
    ...(rebasing === undefined ? headRow(head, '') : []),
    ...worktrees.slice(0, maxWorktrees).flatMap(detachedHeadRow),
    ...unpushedRows(repository),
    ...modulesRow(repository.unpushedModules ?? []),
    ...repository.branches.filter(({ state }) => state === 'behind').map(behindRow),
    ...lostRows(repository),
    ...tagRow(repository.invisible.tags ?? []),
    ...operationRows(repository, ''),
    ...worktrees.flatMap((worktree) => operationRows(worktree, ` in the worktree ${codeText(worktree.name)}`)),
    ...gapRow(gaps),
  ];
}

/** A row for a working tree without a branch; one with a branch is covered by the rows of its branch. */
function detachedHeadRow({ name, head, rebasing }: OtherWorktree): string[] {
  return head.kind === 'detached' && rebasing === undefined ? headRow(head, ` in the worktree ${codeText(name)}`) : [];
}

function headRow(head: Head, where: string): string[] {
  switch (head.kind) {
    case 'branch':
      return [];
    case 'detached':
      return [`no branch is checked out${where}; HEAD is at ${shortHash(head.hash)}`];
    case 'unborn':
      return [`${codeText(head.branch)} has no commit yet`];
  }
}

function tagRow(tags: readonly string[]): string[] {
  if (tags.length === 0) return [];
  const names = listedUpTo(maxNames, tags.slice(0, maxNames).map(codeText), tags.length);
  const [word, verb, they] = tags.length === 1 ? ['tag', 'was', 'it is'] : ['tags', 'were', 'they are'];
  return [`the ${word} ${names} ${verb} made; git does not note whether ${they} at the remote`];
}

function modulesRow(modules: readonly string[]): string[] {
  if (modules.length === 0) return [];
  const names = listedUpTo(maxNames, modules.slice(0, maxNames).map(codeText), modules.length);
  const [word, verb, whose] =
    modules.length === 1
      ? ['submodule', 'is at a commit', 'its remote']
      : ['submodules', 'are at commits', 'their remotes'];
  return [`the ${word} ${names} ${verb} that no branch at ${whose} has, as of the last fetch there`];
}

/** Work of the writer's that was merged before and that others reverted since. */
export function lostRows({ lost = [] }: RepositoryActivity): readonly string[] {
  return lost.map(lostRow);
}

function lostRow({ request, title, more, by, whole }: LostWork): string {
  const name = joinParts(
    [request === null ? '' : inlineText(request, 40), inlineText(withoutRequest(title), 80)],
    ': ',
  );
  const [others, verb] = more ? [` and ${count(more, 'more commit')}`, 'were'] : ['', 'was'];
  return `${name}${others}, merged before, ${verb} ${whole ? '' : 'partly '}reverted by ${inlineText(by, 60)}`;
}

function behindRow({ branch, behind }: BranchStanding): string {
  return `${codeText(branch)}: ${remoteHas(behind)}`;
}

function unpushedRows({ invisible }: RepositoryActivity): string[] {
  if (!invisible.hasRemote) return ['there is no remote: all commits are on this machine only'];
  const detached = invisible.unpushed.filter(({ branch }) => isDetachedName(branch));
  const onBranches = invisible.unpushed.filter(({ branch }) => !isDetachedName(branch));
  const unseen = onBranches.filter((branch) => branch.unseen);
  const branches = onBranches.filter((branch) => !branch.unseen);
  const never = branches.filter(({ neverPushed }) => neverPushed);
  const gone = branches.filter((branch) => branch.gone);
  const diverged = branches.filter(({ behind }) => behind !== 0);
  const ahead = branches.filter((branch) => !branch.neverPushed && !branch.gone && branch.behind === 0);
  return [
    ...detached.map(detachedRow),
    ...aheadRow(ahead),
    ...diverged.map(divergedRow),
    ...neverRow(never),
    ...gone.map(goneRow),
    ...unseenRow(unseen.filter((branch) => branch.unseen === 'clone')),
    ...reviewRow(unseen.filter((branch) => branch.unseen === 'review')),
  ];
}

/** Its commits may be in a branch of another name, or be given up: git cannot tell. */
function goneRow({ branch, commits }: UnpushedBranch): string {
  return `${codeText(branch)} is gone at the remote and not known to be merged; ${count(commits, 'commit')} of it ${commits === 1 ? 'is' : 'are'} on this machine only`;
}

function divergedRow({ branch, commits, behind, rewritten }: UnpushedBranch): string {
  if (rewritten?.side === 'there') {
    const never = rewritten.never === 0 ? '' : ` (${rewritten.never} of them never pushed)`;
    const lost = `${count(commits, 'commit')} of it ${commits === 1 ? 'is' : 'are'} only here now${never}`;
    return `${codeText(branch)} was rewritten at the remote: ${lost}, and ${remoteHas(behind)}: they have diverged`;
  }
  if (rewritten?.side === 'here') {
    const own = `${count(commits, 'commit')} ${commits === 1 ? 'is' : 'are'} not pushed`;
    const old = behind === null ? 'what it had before' : `${count(behind, 'commit')} of before`;
    return `${codeText(branch)} was rewritten here since it was pushed: ${own}, and the remote has ${old}: they have diverged`;
  }
  const own = `${count(commits, 'commit')} on ${codeText(branch)} ${commits === 1 ? 'is' : 'are'} not pushed`;
  return `${own}, and ${remoteHas(behind)}: they have diverged`;
}

function remoteHas(behind: number | null): string {
  return behind === null
    ? 'the remote has commits that are not here'
    : `the remote has ${count(behind, 'commit')} that ${behind === 1 ? 'is' : 'are'} not here`;
}

function detachedRow({ branch, commits, unseen }: UnpushedBranch): string {
  if (unseen === 'tag') {
    return `${count(commits, 'commit')} on no branch (${codeText(branch)}) ${commits === 1 ? 'is' : 'are'} in a tag; git does not note whether that is at the remote`;
  }
  return `${count(commits, 'commit')} on no branch (${codeText(branch)}) ${commits === 1 ? 'is' : 'are'} not pushed`;
}

function aheadRow(branches: readonly UnpushedBranch[]): string[] {
  if (branches.length === 0) return [];
  const sum = branches.reduce((commits, branch) => commits + branch.commits, 0);
  return [`${count(sum, 'commit')} on ${branchNames(branches)} ${sum === 1 ? 'is' : 'are'} not pushed`];
}

function neverRow(branches: readonly UnpushedBranch[]): string[] {
  const [first, second] = branches;
  if (first === undefined) return [];
  const commits = second ? '' : ` (${count(first.commits, 'commit')})`;
  return [`${branchNames(branches)} ${second ? 'were' : 'was'} never pushed${commits}`];
}

/** In a clone of a single branch nothing tells what another one has at the remote. */
function unseenRow(branches: readonly UnpushedBranch[]): string[] {
  if (branches.length === 0) return [];
  const one = branches.length === 1;
  return [
    `this clone does not fetch ${branchNames(branches)}, so whether ${one ? 'it is' : 'they are'} pushed is not known`,
  ];
}

/** Gerrit takes commits at a reference of its own, of which nothing is left here. */
function reviewRow(branches: readonly UnpushedBranch[]): string[] {
  if (branches.length === 0) return [];
  return [`whether ${branchNames(branches)} ${branches.length === 1 ? 'is' : 'are'} up for review is not known here`];
}

function branchNames(branches: readonly UnpushedBranch[]): string {
  const names = branches.slice(0, maxNames).map(({ branch }) => codeText(branch));
  return listedUpTo(maxNames, names, branches.length);
}

const unsaid: Partial<Record<FactGap['what'], string>> = {
  unpushed: 'what is not pushed',
  changes: 'what is not committed',
  stashes: 'which stashes there are',
};

function gapRow(gaps: readonly FactGap[]): string[] {
  const unknown = [...new Set(gaps.flatMap(({ what }) => unsaid[what] ?? []))];
  return unknown.length > 0 ? [`perhaps more: git could not say ${listed(unknown)}`] : [];
}
