import type { BranchChange, BranchMove, NoteChange, RecordChange } from '../handoffs/changesSince';
import { codeText, inlineText } from '../text/escape';
import { count, listedUpTo } from './words';

/** What has changed since a handoff was written, in a few words of Markdown. */
export function changeWords(change: NoteChange): string {
  switch (change.kind) {
    case 'branch':
      return moveWords(change.move);
    case 'item':
      return `done: ${inlineText(change.text, 80)}`;
    case 'record':
      return `${inlineText(change.record.label ?? change.record.title, 80)} ${recordWords[change.what]}`;
  }
}

const recordWords: Readonly<Record<RecordChange['what'], string>> = {
  added: 'is new',
  changed: 'changed',
  removed: 'was removed',
  superseded: 'was superseded',
};

/** `` `split` moved on by 3 commits of Tom ``. */
export function moveWords(move: BranchMove): string {
  return `${codeText(move.branch)} ${moves[move.merged ? 'merged' : move.state](move)}`;
}

const moves: Readonly<Record<BranchChange['what'] | 'same', (move: BranchMove) => string>> = {
  same: () => 'is as it was',
  merged: ({ reverted }) => `was merged${reverted ? `, and ${revertWords(reverted)}` : ''}`,
  moved: (move) => `moved on by ${commitsOf(move)}`,
  rewritten: (move) => `was rewritten${move.commits > 0 ? `, with ${commitsOf(move)}` : ''}`,
  gone: ({ kept }) => (kept ? 'is gone at the remote, and not known to be merged' : 'is gone'),
  unknown: () => 'cannot be compared: its commit is not in this clone',
};

function revertWords({ by, whole }: NonNullable<BranchMove['reverted']>): string {
  return `${whole ? 'reverted since' : 'its last commit was reverted since'} by ${inlineText(by, 60)}`;
}

function commitsOf({ commits, people }: BranchMove): string {
  const names = people.slice(0, 2).map((name) => inlineText(name, 60));
  return `${count(commits, 'commit')}${names.length > 0 ? ` of ${listedUpTo(2, names, people.length)}` : ''}`;
}
