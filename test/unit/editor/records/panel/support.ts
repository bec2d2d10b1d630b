import type { Backlink } from '../../../../../src/core/links/link';
import type { ProjectView } from '../../../../../src/core/projectView';
import { type DocRecord, fileOf } from '../../../../../src/core/records/record';
import type { PanelWords } from '../../../../../src/editor/records/panel/panelWords';
import { reference } from '../../../render/support';

export function backlink(file: string, line: number, lineText = `see ADR-1 // ${line}`): Backlink {
  return { file, lineText, reference: { ...reference('ADR-1', 0), line } };
}

export function fakeView(records: readonly DocRecord[], backlinks: readonly Backlink[] = []): ProjectView {
  return {
    loaded: true,
    complete: true,
    truncated: false,
    progress: null,
    stoppedAt: null,
    coming: [],
    version: 1,
    records: () => records,
    record: (path) => records.find((known) => known.path === path),
    recordsIn: (file) => records.filter((known) => fileOf(known) === file),
    kindAt: () => null,
    copiesOf: () => [],
    referencesIn: () => [],
    isRead: () => true,
    problemOf: () => null,
    linksFor: () => [],
    linksOf: () => [],
    maybeFor: () => [],
    backlinks: () => backlinks,
    allReferences: () => [],
  };
}

export const words: PanelWords = {
  language: 'en',
  title: 'Decisions',
  back: 'Back',
  forward: 'Forward',
  history: 'History',
  chain: 'Chain',
  partly: 'partly',
  pending: 'not accepted yet',
  supersededBy: 'Superseded by',
  governs: 'Governs',
  tags: 'Tags',
  inTheCode: 'In the code',
  inRecords: 'In other records',
  notCited: 'No file cites this record.',
  stillReading: 'Still reading.',
  notAllRead: 'Not all read.',
  rootFolder: 'top folder',
  truncated: 'Too long.',
  head: 'Head',
  drawing: 'A drawing.',
  open: 'Open the file',
  updated: 'Updated.',
  openFile: 'Open',
  copyLink: 'Copy link',
  notices: {
    noFolder: { text: 'No folder.' },
    off: { text: 'Off.' },
    reading: { text: 'Reading.' },
    empty: { text: 'Empty.' },
    none: { text: 'No file.' },
    readingFile: { text: 'Reading the file.' },
    partial: { text: 'In part.' },
    unlinked: { text: 'Unlinked.' },
    stopped: { text: 'Stopped.' },
    stoppedFile: { text: 'Stopped for the file.' },
    unsaved: { text: 'Unsaved.' },
    unlinkable: { text: 'Unlinkable.' },
  },
  toList: (file) => `Records of ${file}`,
  places: (count, files) => `${count} places in ${files} files`,
  group: (key) => key,
  groupHint: (key) => (key === 'maybe' ? 'by words' : ''),
  reason: ({ detail }, most) => {
    if (detail.reason === 'mention') return { before: 'names it', lines: [], after: '', recordLine: detail.line };
    const lines = detail.reason === 'reference' ? detail.lines.slice(0, most) : [];
    return {
      before: detail.reason === 'scope' ? `governs ${detail.glob}` : 'cited on ',
      lines,
      after: '.',
      recordLine: null,
    };
  },
  spoken: ({ title }, { before, lines }) => `${title}, ${before}${lines.join(' ')}`,
  markHint: (status) => status,
  cut: (text) => text,
  notWhole: (name) => `${name} (in part)`,
  more: (count) => `and ${count} more`,
  showMore: (count) => `${count} left`,
  line: (line) => `line ${line}`,
  copy: ({ path, language }) => `${path} ${language ?? 'copy'}`,
  inFolder: (name) => `in ${name}`,
  problem: (problem) => `Not all <${problem}>`,
  readSoFar: (done, total) => `${done} of ${total}`,
  gone: (path) => `${path} is gone`,
  remoteImage: (host, alt) => `${host}: ${alt}`,
  status: ({ statusText }) => statusText ?? '',
  date: ({ date }) => date ?? '',
  people: ({ people }) => people.join(', '),
  shortName: ({ id, title }) => (id === null ? title : `ADR-${id}`),
  name: ({ id, title }) => (id === null ? title : `ADR-${id} ${title}`),
};
