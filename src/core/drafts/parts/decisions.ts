import { codeText, fileLink } from '../../text/escape';
import type { HandoffInput, TouchedRecord } from '../handoffInput';
import { recordTitle, statusWords } from '../recordWords';
import { listedUpTo } from '../words';

const maxFiles = 2;

/** The decisions that the work touched; the status goes before the reason. */
export function decisions({ records }: HandoffInput): string[] {
  const touched = records.filter(({ kind }) => kind !== 'runbook').map((record) => `- ${recordRow(record)}`);
  return touched.length > 0 ? ['### Decisions', '', ...touched] : [];
}

export function runbooks({ records }: HandoffInput): string[] {
  const touched = records.filter(({ kind }) => kind === 'runbook').map((record) => `- ${recordRow(record)}`);
  return touched.length > 0 ? ['### Runbooks', '', ...touched] : [];
}

export function recordRow(record: TouchedRecord): string {
  const status = statusWords(record);
  return [fileLink(recordTitle(record), record.href), ...(status === '' ? [] : [status]), tieOf(record)].join(' · ');
}

const ties: Readonly<Record<TouchedRecord['how'], string>> = {
  added: 'added here',
  changed: 'changed here',
  governs: 'governs',
};

function tieOf({ how, files }: TouchedRecord): string {
  if (how !== 'governs') return ties[how];
  return `${ties.governs} ${listedUpTo(maxFiles, files.slice(0, maxFiles).map(codeText), files.length)}`;
}
