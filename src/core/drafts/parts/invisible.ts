import type { Activity, Invisible, RepositoryActivity, UnpushedBranch } from '../../activity/activity';
import type { FactGap, Operation, StashFact, WorktreeFact } from '../../activity/facts';
import { isDetachedName } from '../../activity/heads';
import { codeText, inlineText } from '../../text/escape';
import { writeDay } from '../../time/writeClock';
import type { HandoffInput } from '../handoffInput';
import { count, listed, listedUpTo, upTo } from '../words';
import { repositoryPrefix } from '../workItem';

const maxRows = 7;
const maxNames = 3;

/**
 * What the next person cannot see, before everything else: it is what they would search for in vain. Where there is
 * nothing, one line says so, of this work only: branches without recent commits are not looked at. What git could not
 * tell is never taken for nothing.
 */
export function invisibleQuote(input: HandoffInput): string[] {
  const { repositories } = input.activity;
  if (repositories.length === 0) return [];
  const rows = repositories.flatMap((repository) => {
    const prefix = repositoryPrefix(repository.name, input.activity);
    return [...unpushedRows(repository), ...localRows(repository, input, maxNames)].map((row) => prefix + row);
  });
  if (rows.length === 0) return [`> ${allVisible(input.activity)}`];
  const shown = upTo(maxRows, rows, (more) => `and ${more} more under "Where it stands" below`);
  return ['> **Not visible to you yet**', '>', ...shown.map((row) => `> - ${row}`)];
}

function unpushedRows({ invisible }: RepositoryActivity): string[] {
  if (!invisible.hasRemote) return ['there is no remote: all commits are on this machine only'];
  const detached = invisible.unpushed.filter(({ branch }) => isDetachedName(branch));
  const branches = invisible.unpushed.filter(({ branch }) => !isDetachedName(branch));
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
  ];
}

/** Its commits may be in a branch of another name, or be given up: git cannot tell. */
function goneRow({ branch, commits }: UnpushedBranch): string {
  return `${codeText(branch)} is gone at the remote and not known to be merged; ${count(commits, 'commit')} of it ${commits === 1 ? 'is' : 'are'} on this machine only`;
}

function divergedRow({ branch, commits, behind }: UnpushedBranch): string {
  const own = `${count(commits, 'commit')} on ${codeText(branch)} ${commits === 1 ? 'is' : 'are'} not pushed`;
  return `${own}, and ${remoteHas(behind)}: they have diverged`;
}

export function remoteHas(behind: number | null): string {
  return behind === null
    ? 'the remote has commits that are not here'
    : `the remote has ${count(behind, 'commit')} that ${behind === 1 ? 'is' : 'are'} not here`;
}

function detachedRow({ branch, commits }: UnpushedBranch): string {
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

function branchNames(branches: readonly UnpushedBranch[]): string {
  const names = branches.slice(0, maxNames).map(({ branch }) => codeText(branch));
  return listedUpTo(maxNames, names, branches.length);
}

/**
 * What is in no commit of a branch, and what git could not say.
 * @param maxNamed files and stashes that are named; of the others the number
 */
export function localRows(repository: RepositoryActivity, input: HandoffInput, maxNamed: number): string[] {
  const { invisible, worktrees, gaps } = repository;
  return [
    ...operationRows(repository, ''),
    ...worktrees.flatMap((worktree) => operationRows(worktree, ` in the worktree ${codeText(worktree.name)}`)),
    ...invisible.changes.filter(({ files }) => files.length > 0).map((changes) => changesRow(changes, maxNamed)),
    ...stashRows(invisible.stashes, input, maxNamed),
    ...gapRow(gaps),
  ];
}

function allVisible({ repositories }: Activity): string {
  const which = repositories.length > 1 ? ` in all ${repositories.length} repositories` : '';
  return `This work is committed and pushed${which}; there are no stashes.`;
}

function changesRow({ worktree, files }: Invisible['changes'][number], maxNamed: number): string {
  const where = worktree === null ? '' : ` in the worktree ${codeText(worktree)}`;
  const conflicts = files.filter(({ kind }) => kind === 'conflict').length;
  const conflict = conflicts > 0 ? `, ${conflicts} in conflict` : '';
  const names = files.slice(0, maxNamed).map(({ path }) => codeText(path));
  return `${count(files.length, 'file')} not committed${where}${conflict}: ${listedUpTo(maxNamed, names, files.length)}`;
}

function stashRows(stashes: readonly StashFact[], input: HandoffInput, maxNamed: number): string[] {
  const rows = stashes.map((stash) => stashRow(stash, input));
  return upTo(maxNamed, rows, (more) => `and ${count(more, 'more stash', 'more stashes')}`);
}

function stashRow({ message, created, branch }: StashFact, { zone, now }: HandoffInput): string {
  const on = branch === null ? '' : ` on ${codeText(branch)}`;
  // Git's "On main: " and "WIP on main: " say the branch again.
  const words = message.replace(/^(?:(WIP) on|On) (?:\(no branch\)|[^\s:]{1,250}): /, (_, wip) => (wip ? 'WIP: ' : ''));
  return `a stash of ${writeDay(created, zone, now)}${on}: "${inlineText(words, 80)}"`;
}

const operationWords: Readonly<Record<Operation, string>> = {
  rebase: 'a rebase',
  merge: 'a merge',
  'cherry-pick': 'a cherry-pick',
  revert: 'a revert',
  bisect: 'a bisect',
  am: 'taking over patches (`git am`)',
};

function operationRows(
  { operations, rebasing }: Pick<WorktreeFact, 'operations' | 'rebasing'>,
  where: string,
): string[] {
  return operations.map((operation) => {
    const of = operation === 'rebase' && rebasing !== undefined ? ` of ${codeText(rebasing)}` : '';
    return `${operationWords[operation]}${of} is in progress${where}`;
  });
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
