import type { BranchStanding, LostWork, OtherWorktree, RepositoryActivity } from '../../activity/activity';
import type { FactGap, Head } from '../../activity/facts';
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
import { remoteHas, unpushedRows } from './unpushedRows';

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

const unsaid: Partial<Record<FactGap['what'], string>> = {
  unpushed: 'what is not pushed',
  changes: 'what is not committed',
  stashes: 'which stashes there are',
};

function gapRow(gaps: readonly FactGap[]): string[] {
  const unknown = [...new Set(gaps.flatMap(({ what }) => unsaid[what] ?? []))];
  return unknown.length > 0 ? [`perhaps more: git could not say ${listed(unknown)}`] : [];
}
