import { env, l10n } from 'vscode';
import { visibleText } from '../../host/visibleText';
import { problemSentence } from '../words/problemSentence';
import { copyText, dateText, peopleText, recordName, shortName } from '../words/recordWords';
import { hasStatus, statusWord } from '../words/statusWords';
import type { PanelWords } from './panelWords';

/** The page's words in the editor's language. */
export function translatedWords(): PanelWords {
  return {
    language: env.language,
    title: l10n.t('Decision'),
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
    stillReading: l10n.t('The files of this workspace are still being read.'),
    rootFolder: l10n.t('top folder'),
    truncated: l10n.t('The rest of this record is too long to be shown here.'),
    drawing: l10n.t('This drawing can be seen in its own editor.'),
    open: l10n.t('Open the file'),
    updated: l10n.t('The record was updated.'),
    empty: l10n.t(
      'Select a record in This File or in Records, or open one: it is shown here with what it replaced and who cites it.',
    ),
    reading: l10n.t('Reading the records of this workspace.'),
    off: l10n.t('The Decision panel is switched off in the settings.'),
    more: (count) => l10n.t('and {0} more', count),
    line: (line) => l10n.t('line {0}', line),
    copy: copyText,
    inFolder: (name) => l10n.t('in the folder {0}', visibleText(name, 80)),
    problem: problemSentence,
    gone: (path) => l10n.t('{0} is no longer among the records of this workspace.', visibleText(path, 300)),
    remoteImage: (host, alt) =>
      alt === ''
        ? l10n.t('Image from {0}, not loaded', visibleText(host, 80))
        : l10n.t('Image from {0}, not loaded: {1}', visibleText(host, 80), visibleText(alt, 200)),
    status: (record) => (hasStatus(record) ? statusWord(record) : ''),
    date: (record) => dateText(record.date),
    people: peopleText,
    shortName,
    name: recordName,
  };
}
