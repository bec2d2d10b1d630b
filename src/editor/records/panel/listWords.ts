import { l10n } from 'vscode';
import { commands } from '../../host/ids';
import type { FileGroupKey } from '../fileGroups';
import { editorCommands } from './panelTarget';
import type { NoticeState, NoticeWords } from './panelWords';

/** What Decisions says where it has no list, and the one action that works there. */
export function noticeWords(): Readonly<Record<NoticeState, NoticeWords>> {
  const stopReading = {
    text: l10n.t('Stop Reading'),
    target: { kind: 'command', command: commands.stopReading },
  } as const;
  const readRest = { text: l10n.t('Read the Rest'), target: { kind: 'command', command: commands.refresh } } as const;
  return {
    noFolder: {
      text: l10n.t('Open a folder to see the decisions and runbooks that come with its code.'),
      action: { text: l10n.t('Open Folder'), target: { kind: 'command', command: editorCommands.openFolder } },
    },
    off: {
      text: l10n.t('Meridian is off.'),
      action: { text: l10n.t('Turn On'), target: { kind: 'command', command: commands.toggle } },
    },
    reading: { text: l10n.t('Reading the records of this workspace…'), action: stopReading },
    stopped: { text: l10n.t('Reading was stopped before a record was found.'), action: readRest },
    empty: {
      text: l10n.t('No decisions, runbooks or other records were found here.'),
      action: { text: l10n.t('New Decision…'), target: { kind: 'command', command: commands.newDecision } },
    },
    none: {
      text: l10n.t('Open a file of this workspace to see the decisions and runbooks that concern it.'),
      action: { text: l10n.t('Go to Record…'), target: { kind: 'command', command: commands.goToRecord } },
    },
    readingFile: { text: l10n.t('Reading the files of this workspace…'), action: stopReading },
    stoppedFile: {
      text: l10n.t('Reading was stopped: whether a decision or runbook concerns this file is not known.'),
      action: readRest,
    },
    partial: {
      text: l10n.t('This file is too large to be looked through, or could not be read: what it cites is not known.'),
    },
    unsaved: {
      text: l10n.t('This is a new record that is not saved yet. Once it is, it is listed in Records and can be cited.'),
    },
    unlinked: {
      text: l10n.t('No decision or runbook is linked to this file.'),
      action: { text: l10n.t('Link to a Decision…'), target: { kind: 'command', command: commands.linkToDecision } },
    },
    unlinkable: {
      text: l10n.t('No decision or runbook is linked to this file.'),
      action: { text: l10n.t('Go to Record…'), target: { kind: 'command', command: commands.goToRecord } },
    },
  };
}

export function groupName(key: FileGroupKey): string {
  switch (key) {
    case 'decisions':
      return l10n.t('Decisions');
    case 'runbooks':
      return l10n.t('Runbooks');
    case 'other':
      return l10n.t('Other');
    case 'nearby':
      return l10n.t('Nearby');
    case 'maybe':
      return l10n.t('Maybe');
  }
}
