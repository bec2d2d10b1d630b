import { codeText, fileLink, inlineText } from '../../text/escape';
import type { HandoffInput, TouchedRecord } from '../handoffInput';
import { recordTitle, statusWords, tieWords } from '../recordWords';
import { listedUpTo } from '../words';

const maxNext = 2;

/** The decisions that the work touched; the status goes before the reason. */
export function decisions({ records }: HandoffInput): string[] {
  const touched = records.filter(({ kind }) => kind !== 'runbook').map((record) => `- ${recordRow(record)}`);
  return touched.length > 0 ? ['### Decisions', '', ...touched] : [];
}

export function runbooks({ records }: HandoffInput): string[] {
  const touched = records.filter(({ kind }) => kind === 'runbook').map((record) => `- ${recordRow(record)}`);
  return touched.length > 0 ? ['### Runbooks', '', ...touched] : [];
}

/** @param file as in `tieWords` */
export function recordRow(record: TouchedRecord, file: string | null = null): string {
  const status = statusWords(record);
  const words = recordTitle(record);
  const title = record.on?.isHere === false ? inlineText(words) : fileLink(words, record.href);
  const open = record.on === undefined ? '' : ` on ${codeText(record.on.branch)}, not merged`;
  const by = (record.replacedBy ?? []).map((name) => inlineText(name, 60));
  const replaced =
    by.length === 0 ? '' : `${status === 'superseded' ? '' : ', replaced'} by ${listedUpTo(maxNext, by)}`;
  const told = `${status}${replaced}${open}`.trim();
  return [title, ...(told === '' ? [] : [told]), tieWords(record, null, file)].join(' · ');
}

/** Whether the work edits the record itself. */
export function isChanged({ how }: Pick<TouchedRecord, 'how'>): boolean {
  return how === 'added' || how === 'changed';
}
