import { env, l10n } from 'vscode';
import { basename } from '../../../core/files/paths';
import { recordLabel } from '../../../core/names/series';
import type { RecordCopy } from '../../../core/records/find/copies';
import { type DocRecord, isOfEncoding, type RecordKind, type RecordProblem } from '../../../core/records/record';
import { joinParts } from '../../../core/text/compareText';
import { DateWords } from '../../host/dateWords';
import { visibleText } from '../../host/visibleText';
import { deadlineEnd } from '../views/model/recordOrder';
import { hasStatus, statusWord } from './statusWords';

/** `ADR-0012 Use PostgreSQL for the ledger`; the title alone where the record has no number. */
export function recordName(record: DocRecord): string {
  return joinParts([labelText(record), titleText(record)], ' ');
}

/** `ADR-0012`, or an empty text. */
export function labelText(record: DocRecord): string {
  return visibleText(recordLabel(record) ?? '', 60);
}

/** `ADR-0012`, or the title where there is no number. */
export function shortName(record: DocRecord): string {
  return labelText(record) || titleText(record);
}

export function titleText(record: DocRecord): string {
  return visibleText(record.title, 200);
}

/** `Priya, Tom`: at most four, then how many more. */
export function peopleText(record: DocRecord): string {
  const named = record.people.slice(0, 4).map((person) => visibleText(person, 40));
  const more = record.people.length - named.length;
  const list = named.join(', ');
  return more > 0 ? l10n.t('{0} and {1} more', list, more) : list;
}

/** `also 0012-pg.de.md, a translation (de)`, `also 0012-pg (1).md, a copy`. */
export function copyText({ path, language }: RecordCopy): string {
  const name = visibleText(basename(path), 80);
  return language === null ? l10n.t('also {0}, a copy', name) : l10n.t('also {0}, a translation ({1})', name, language);
}

// Made once: making a format for each of ten thousand rows would block the editor for half a second.
const monthParts = { year: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const asMonth = new DateWords(env.language, monthParts);
const asDay = new DateWords(env.language, { ...monthParts, day: 'numeric' });

/** `3 Mar 2025` in the editor's language; `Mar 2025` or `2025` where only that is known; empty without a date. */
export function dateText(date: string | null): string {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  if (!year || (month ?? 1) > 12) return '';
  if (!month) return String(year);
  const at = Date.UTC(year, month - 1, day ?? 1);
  return (day ? asDay : asMonth).of(at);
}

/**
 * For a record that is not decided yet: `due 27 Nov 2026`, in the reader's zone where a time is stated, or `overdue
 * since …` after that. Else empty.
 */
export function dueText(record: DocRecord, now = Date.now()): string {
  const { status, deadline, deadlineAt } = record;
  if (deadline === undefined || (status !== 'proposed' && status !== 'draft')) return '';
  const when = deadlineAt === undefined ? dateText(deadline) : momentText(deadlineAt);
  return deadlineEnd(record) < now ? l10n.t('overdue since {0}', when) : l10n.t('due {0}', when);
}

/** `Fri 27 Nov 2026, 17:00` in the machine's zone. */
function momentText(instant: number): string {
  const clock = { weekday: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new DateWords(env.language, { year: 'numeric', month: 'short', ...clock }).of(instant);
}

/** `Accepted · 3 Mar 2025 · Priya, Tom`, without parts that the record does not have. */
export function factsText(record: DocRecord): string {
  const status = hasStatus(record) ? statusWord(record) : '';
  return joinParts([status, dateText(record.date), dueText(record), peopleText(record)], ' · ');
}

export function kindName(kind: RecordKind): string {
  switch (kind) {
    case 'decision':
      return l10n.t('Decisions');
    case 'rfc':
      return l10n.t('RFCs');
    case 'runbook':
      return l10n.t('Runbooks');
    case 'guide':
      return l10n.t('Guides');
    case 'diagram':
      return l10n.t('Diagrams');
    case 'handoff':
      return l10n.t('Handoffs');
  }
}

/** For screen readers: everything in the row, with its icons and colours in words. */
export function spokenRecord(record: DocRecord, more: readonly string[] = []): string {
  return joinParts([recordName(record), factsText(record), ...more], ', ');
}

/** A short form for a row: `too large`. */
export function problemText(problem: RecordProblem): string {
  if (isOfEncoding(problem)) return l10n.t('not in UTF-8');
  switch (problem) {
    case 'conflict':
      return l10n.t('unfinished merge');
    case 'truncated':
      return l10n.t('read in part');
    case 'front-matter':
      return l10n.t('front matter not understood');
    case 'too-large':
      return l10n.t('too large to read');
    case 'not-text':
      return l10n.t('not a text file');
    case 'empty':
      return l10n.t('empty');
    case 'unreadable':
      return l10n.t('cannot be read');
    case 'missing':
      return l10n.t('no longer there');
  }
}
