import type { OtherWorktree, RepositoryActivity } from '../../activity/activity';
import type { Head } from '../../activity/facts';
import { basename } from '../../files/paths';
import { codeText, inlineText } from '../../text/escape';
import type { HandoffInput } from '../handoffInput';
import { count, upTo } from '../words';
import { localRows, remoteHas } from './invisible';

const maxBranches = 12;
const maxNamed = 20;
const maxWorktrees = 10;

/** Where the work is to be taken up: what is checked out, how far each branch is, what is on this machine only. */
export function whereItStands(input: HandoffInput): string[] {
  const { repositories, missing } = input.activity;
  const lists = repositories.map((repository) => {
    const heading = repositories.length > 1 ? [`**${codeText(repository.name)}**`, ''] : [];
    return ['', ...heading, ...rowsOf(repository, input).map((row) => `- ${row}`)];
  });
  const unread = missing.map(
    ({ folder, detail }) => `No facts from ${codeText(basename(folder))} (${inlineText(detail, 80)}).`,
  );
  const none = repositories.length + missing.length === 0 ? ['', 'No repository is open.'] : [];
  return ['### Where it stands', ...lists.flat(), ...(unread.length > 0 ? ['', ...unread] : []), ...none];
}

function rowsOf(repository: RepositoryActivity, input: HandoffInput): string[] {
  const branches = branchesOf(repository).map((branch) => branchRow(branch, repository));
  return [
    ...headRow(repository.head, ''),
    ...repository.worktrees.slice(0, maxWorktrees).flatMap(detachedRow),
    ...upTo(maxBranches, branches, (more) => `and ${more} more branches`),
    ...localRows(repository, input, maxNamed),
  ];
}

/** What has a branch is told by it. */
function detachedRow({ name, head }: OtherWorktree): string[] {
  return head.kind === 'detached' ? headRow(head, ` in the worktree ${codeText(name)}`) : [];
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

/** What is checked out, then what was worked on, then what else is not pushed. */
function branchesOf({ head, items, invisible, tips }: RepositoryActivity): string[] {
  const worked = items.flatMap(({ branch }) => branch ?? []);
  const unpushed = invisible.unpushed.map(({ branch }) => branch);
  const all = [...(head.kind === 'branch' ? [head.branch] : []), ...worked, ...unpushed];
  return [...new Set(all)].filter((branch) => Object.hasOwn(tips, branch) || unpushed.includes(branch));
}

function branchRow(branch: string, repository: RepositoryActivity): string {
  const { head, tips, invisible, gaps } = repository;
  const tip = Object.hasOwn(tips, branch) ? tips[branch] : undefined;
  const at = tip === undefined ? '' : ` at ${shortHash(tip)}`;
  const checkedOut = head.kind === 'branch' && head.branch === branch ? ', checked out' : '';
  const isKnown = invisible.hasRemote && !gaps.some(({ what }) => what === 'unpushed');
  return `${codeText(branch)}${at}${checkedOut}${isKnown ? `: ${stateWords(branch, repository)}` : ''}`;
}

function stateWords(branch: string, { branches, invisible }: RepositoryActivity): string {
  const standing = branches.find((each) => each.branch === branch);
  const found = invisible.unpushed.find((each) => each.branch === branch);
  if (standing?.state === 'merged') return 'merged';
  if (standing?.state === 'gone') return 'gone at the remote, not known to be merged';
  if (standing?.state === 'behind') return `pushed; ${remoteHas(standing.behind)}`;
  if (standing?.state === 'diverged' && found) {
    return `diverged: ${count(found.commits, 'commit')} not pushed, and ${remoteHas(standing.behind)}`;
  }
  if (found === undefined) return 'pushed';
  if (found.neverPushed) return `never pushed, ${count(found.commits, 'commit')}`;
  const there = found.pushedTip === null ? '' : `; the remote is at ${shortHash(found.pushedTip)}`;
  return `${count(found.commits, 'commit')} not pushed${there}`;
}

export function shortHash(hash: string): string {
  return codeText(hash.slice(0, 9));
}
