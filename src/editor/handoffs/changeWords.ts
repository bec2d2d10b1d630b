import { l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { BranchChange, NoteChange, RecordChange } from '../../core/handoffs/changesSince';
import type { FilePath } from '../../core/ports';
import { joinParts } from '../../core/text/compareText';
import { visibleText } from '../host/visibleText';
import { type Reader, whenText } from './handoffWords';
import type { FoundChanges } from './noteChanges';

/** One row below a note: something that is no longer as the note says. */
export interface ChangeLine {
  readonly label: string;
  readonly description: string;
  readonly icon: ThemeIcon;
  /** The record that the row is about, or null. */
  readonly record: FilePath | null;
}

const branchIcons: Readonly<Record<BranchChange['what'], string>> = {
  merged: 'git-merge',
  moved: 'git-commit',
  rewritten: 'warning',
  gone: 'trash',
  unknown: 'question',
};

const recordIcons: Readonly<Record<RecordChange['what'], string>> = {
  superseded: 'circle-slash',
  changed: 'edit',
  added: 'add',
  removed: 'trash',
};

/** One line for each change since a note was written; where nothing changed, one line that says so. */
export function changeLines({ changes, git }: FoundChanges, reader: Reader): readonly ChangeLine[] {
  const lines = changes.map((change) => lineOf(change, reader));
  if (git === 'failed') return [...lines, plain('warning', l10n.t('Git could not say what became of the branches'))];
  if (git === 'not-asked') return [...lines, plain('info', l10n.t('Git was not asked what became of the branches'))];
  return lines.length > 0 ? lines : [plain('check', l10n.t('Nothing has changed since it was written'))];
}

function lineOf(change: NoteChange, reader: Reader): ChangeLine {
  switch (change.kind) {
    case 'branch':
      return branchLine(change, reader);
    case 'item':
      return { ...plain('check', visibleText(change.text, 120)), description: l10n.t('done') };
    case 'record':
      return recordLine(change, reader);
  }
}

function branchLine({ what, move }: BranchChange, reader: Reader): ChangeLine {
  const by = namesOf(move.people);
  const count = move.commits === 1 ? l10n.t('1 commit since') : l10n.t('{0} commits since', move.commits);
  const since = move.commits === 0 ? '' : joinParts([count, by, whenText(move.latest, reader)], ' · ');
  const words: Readonly<Record<BranchChange['what'], string>> = {
    merged: mergedWords(move),
    moved: '',
    rewritten: l10n.t('history was rewritten'),
    gone: l10n.t('no such branch here or at a remote'),
    unknown: l10n.t('its last commit is not here: fetch, or ask whether it was pushed'),
  };
  const isTrouble = what === 'rewritten' || what === 'unknown' || move.reverted !== undefined;
  return {
    label: visibleText(move.branch, 80),
    description: joinParts([words[what], since], ' · '),
    icon: new ThemeIcon(branchIcons[what], isTrouble ? new ThemeColor('list.warningForeground') : undefined),
    record: null,
  };
}

function mergedWords({ reverted }: BranchChange['move']): string {
  if (!reverted) return l10n.t('merged');
  const by = visibleText(reverted.by, 60);
  return reverted.whole
    ? l10n.t('merged, and reverted since by {0}', by)
    : l10n.t('merged, and its last commit reverted since by {0}', by);
}

function recordLine({ what, record }: RecordChange, reader: Reader): ChangeLine {
  const by = namesOf(record.people);
  const successors = record.supersededBy.map(({ label, path }) => visibleText(label ?? path, 60)).join(', ');
  const words: Readonly<Record<RecordChange['what'], string>> = {
    superseded: l10n.t('superseded by {0}', successors),
    changed: joinParts([l10n.t('changed'), by, whenText(record.changed, reader)], ' · '),
    added: joinParts([l10n.t('added'), by, whenText(record.added, reader)], ' · '),
    removed: joinParts([l10n.t('removed'), by], ' · '),
  };
  return {
    label: visibleText(joinParts([record.label ?? '', record.title], ' '), 120),
    description: words[what],
    icon: new ThemeIcon(recordIcons[what]),
    record: record.path,
  };
}

function namesOf(people: readonly string[]): string {
  return people
    .slice(0, 3)
    .map((name) => visibleText(name, 40))
    .join(', ');
}

function plain(icon: string, label: string): ChangeLine {
  return { label, description: '', icon: new ThemeIcon(icon), record: null };
}
