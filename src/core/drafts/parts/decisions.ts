import { codeText, fileLink, inlineText } from '../../text/escape';
import type { HandoffInput, TouchedRecord } from '../handoffInput';
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

function recordName({ label, title, href }: TouchedRecord): string {
  return fileLink(label === null ? title : `${label} ${title}`, href);
}

export function recordRow(record: TouchedRecord): string {
  const status = statusOf(record);
  return [recordName(record), ...(status === '' ? [] : [status]), tieOf(record)].join(' · ');
}

function statusOf({ kind, status, statusText }: TouchedRecord): string {
  if (status === 'none') return kind === 'runbook' ? '' : 'no status';
  return status === 'other' ? inlineText(statusText ?? '', 40) : status;
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
