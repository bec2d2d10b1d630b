import { env, l10n } from 'vscode';
import { isRetired } from '../../../core/records/succession';
import { joinParts } from '../../../core/text/compareText';
import { visibleText } from '../../host/visibleText';
import { reasonSentence, reasonWords } from '../words/linkWords';
import { problemSentence } from '../words/problemSentence';
import { progressNumbers } from '../words/progressText';
import {
  copyText,
  dateText,
  dueText,
  kindName,
  peopleText,
  recordName,
  shortName,
  spokenRecord,
} from '../words/recordWords';
import { hasStatus, statusName, statusWord } from '../words/statusWords';
import { groupName, noticeWords } from './listWords';
import type { PanelWords } from './panelWords';

/** The page's words in the editor's language. */
export function translatedWords(): PanelWords {
  return {
    language: env.language,
    title: l10n.t('Decisions'),
    back: l10n.t('Back'),
    forward: l10n.t('Forward'),
    history: l10n.t('Records shown before'),
    chain: l10n.t('Chain of supersession, oldest first'),
    partly: l10n.t('partly'),
    pending: l10n.t('not accepted yet'),
    supersededBy: l10n.t('Superseded by'),
    governs: l10n.t('Governs'),
    tags: l10n.t('Tags'),
    inTheCode: l10n.t('In the code'),
    inRecords: l10n.t('In other records'),
    notCited: l10n.t('No file cites this record.'),
    notAllRead: l10n.t('Reading was stopped: files that cite this record may be missing.'),
    stillReading: l10n.t('The files of this workspace are still being read.'),
    rootFolder: l10n.t('top folder'),
    truncated: l10n.t('The rest of this record is too long to be shown here.'),
    head: l10n.t('Head of the record'),
    drawing: l10n.t('This drawing can be seen in its own editor.'),
    open: l10n.t('Open the file'),
    openFile: l10n.t('Open'),
    copyLink: l10n.t('Copy link'),
    updated: l10n.t('The record was updated.'),
    notices: noticeWords(),
    toList: (file) => l10n.t('The records that concern {0}', file),
    places: (count, files) =>
      count === 1 ? l10n.t('In the code: 1 place') : l10n.t('In the code: {0} places in {1} files', count, files),
    group: groupName,
    groupHint: (key, records) => {
      if (key === 'maybe') return l10n.t('found by words');
      const samePackage = records.every(({ detail }) => detail.reason === 'folder');
      return key !== 'nearby' ? '' : samePackage ? l10n.t('same package') : l10n.t('weaker links');
    },
    reason: reasonWords,
    spoken: (record, reason) =>
      spokenRecord(record, [isRetired(record) ? l10n.t('retired') : '', reasonSentence(reason)]),
    markHint: (status, kind) => (status === 'none' ? kindName(kind) : statusName(status)),
    cut: (text) => visibleText(text, 400),
    notWhole: (name) => l10n.t('{0} (not read whole)', name),
    more: (count) => l10n.t('and {0} more', count),
    showMore: (count) => l10n.t('Show more ({0} left)', count),
    line: (line) => l10n.t('line {0}', line),
    copy: copyText,
    inFolder: (name) => l10n.t('in the folder {0}', visibleText(name, 80)),
    problem: problemSentence,
    gone: (path) => l10n.t('{0} is no longer among the records of this workspace.', visibleText(path, 300)),
    readSoFar: (done, total) => l10n.t('{0} of {1} files so far.', ...progressNumbers({ done, total })),
    remoteImage: (host, alt) =>
      alt === ''
        ? l10n.t('Image from {0}, not loaded', visibleText(host, 80))
        : l10n.t('Image from {0}, not loaded: {1}', visibleText(host, 80), visibleText(alt, 200)),
    status: (record) => (hasStatus(record) ? statusWord(record) : ''),
    date: (record) => joinParts([dateText(record.date), dueText(record)], ' · '),
    people: peopleText,
    shortName,
    name: recordName,
  };
}
