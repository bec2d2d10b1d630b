import type { Invisible } from '../../activity/activity';
import type { StashFact } from '../../activity/facts';
import { codeText, inlineText } from '../../text/escape';
import { writeDay } from '../../time/writeClock';
import type { HandoffInput } from '../handoffInput';
import { count, listed, listedUpTo, upTo } from '../words';

const maxNames = 3;

/** The uncommitted changes of a working tree. An untracked folder is one entry, and its files are not counted. */
export function changesRow({ worktree, files }: Invisible['changes'][number]): string {
  const where = worktree === null ? '' : ` in the worktree ${codeText(worktree)}`;
  const conflicts = files.filter(({ kind }) => kind === 'conflict').length;
  const conflict = conflicts > 0 ? `, ${conflicts} in conflict` : '';
  const names = files.slice(0, maxNames).map(({ path }) => codeText(path));
  return `${countOf(files)} not committed${where}${conflict}: ${listedUpTo(maxNames, names, files.length)}`;
}

function countOf(files: Invisible['changes'][number]['files']): string {
  const folders = files.filter(({ path }) => path.endsWith('/')).length;
  const single = files.length - folders;
  const parts = [
    ...(single > 0 ? [count(single, 'file')] : []),
    ...(folders > 0 ? [count(folders, 'folder of new files', 'folders of new files')] : []),
  ];
  return listed(parts);
}

/** @param maxNamed stashes that are named; of the others the number */
export function stashRows(stashes: readonly StashFact[], input: HandoffInput, maxNamed: number): string[] {
  const rows = stashes.map((stash) => stashRow(stash, input));
  return upTo(maxNamed, rows, (more) => `${count(more, 'more stash', 'more stashes')}`);
}

function stashRow({ message, created, branch, files = [] }: StashFact, { zone, now }: HandoffInput): string {
  const on = branch === null ? '' : ` on ${codeText(branch)}`;
  // Git's "On main: " and "WIP on main: " say the branch again.
  const words = message.replace(/^(?:(WIP) on|On) (?:\(no branch\)|[^\s:]{1,250}): /, (_, wip) => (wip ? 'WIP: ' : ''));
  const names = listedUpTo(maxNames, files.slice(0, maxNames).map(codeText), files.length);
  const touched = files.length === 0 ? '' : ` (${count(files.length, 'file')}: ${names})`;
  return `a stash of ${writeDay(created, zone, now)}${on}: "${inlineText(words, 80)}"${touched}`;
}
