import type { RepositoryActivity, UnpushedBranch } from '../../activity/activity';
import { isDetachedName } from '../../activity/heads';
import { codeText } from '../../text/escape';
import { count, listedUpTo } from '../words';

const maxNames = 3;

/** What of each branch is on this machine only, or has gone apart from its remote. */
export function unpushedRows({ invisible }: RepositoryActivity): string[] {
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

export function remoteHas(behind: number | null): string {
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
