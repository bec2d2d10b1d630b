import type { TouchedRecord } from '../drafts/handoffInput';
import { recordTitle, statusWords, tiedFiles, tieWords } from '../drafts/recordWords';
import { count, listedUpTo } from '../drafts/words';
import { joinParts } from '../text/compareText';
import { codeText, inlineText } from '../text/escape';
import type { LinkedRecord, PullRequestInput, RecordRelation } from './pullRequestInput';

const mostNamed = 6;
/** Records in one row. */
const mostAlike = 6;

/** What the branch has to do with a record. Code that cites a decision that is not in force does not implement it. */
export function relationOf({ how, status, kind }: TouchedRecord): RecordRelation {
  if (how !== 'cites') return how;
  return kind !== 'runbook' && (status === 'proposed' || status === 'accepted') ? 'implements' : 'cites';
}

/**
 * Decisions, RFCs and runbooks that the branch touches, each with its tie to the change. Records that only name a file
 * say little about the change, and are folded.
 */
export function recordFacts({ records }: PullRequestInput): string[] {
  const [named, told] = [records.filter(isNamed), records.filter((record) => !isNamed(record))];
  const rows = named.slice(0, mostNamed).map((record) => `- ${relation(record)}`);
  const more = named.length > rows.length ? [`- and ${named.length - rows.length} more`] : [];
  const summary = `${count(named.length, 'record')} that ${named.length === 1 ? 'names' : 'name'} a changed file`;
  const fold = [`<details><summary>${summary}</summary>`, '', ...rows, ...more, '', '</details>'];
  return [...toldRows(told), ...(named.length === 0 ? [] : [...(told.length > 0 ? [''] : []), ...fold])];
}

/** One row for all records that are tied to the same files in the same way. */
function toldRows(told: readonly LinkedRecord[]): readonly string[] {
  const keyOf = (record: LinkedRecord) => tieOf(record, '') ?? record.path;
  const firsts = told.filter((record, at) => told.findIndex((each) => keyOf(each) === keyOf(record)) === at);
  return firsts.map((first) => {
    const alike = told.filter((record) => keyOf(record) === keyOf(first));
    if (alike.length === 1) return `- ${relation(first)}`;
    const names = alike.slice(0, mostAlike).map((each) => `${nameOf(each)} (${shortWhereOf(each)})`);
    return `- ${tieOf(first, listedUpTo(mostAlike, names, alike.length))}`;
  });
}

function isNamed({ how }: LinkedRecord): boolean {
  return how === 'names';
}

function relation(record: LinkedRecord): string {
  const what = `${nameOf(record)} (${whereOf(record)})`;
  if (record.how === 'added') return `New here: ${what}`;
  if (record.how === 'changed') return `Changed here: ${what}`;
  const { names } = tiedFiles({ ...record, how: 'names' });
  return tieOf(record, what) ?? (names === '' ? what : `${what}: ${names}`);
}

/** `` `a.ts` cites ADR-0012 ``; null for a record that is edited here, or that only names a file. */
function tieOf(record: LinkedRecord, it: string): string | null {
  const { how } = record;
  if (how === 'added' || how === 'changed' || how === 'names') return null;
  return tieWords({ ...record, how: how === 'scope' ? 'scope' : 'cites' }, it);
}

function nameOf({ label, title }: LinkedRecord): string {
  return inlineText(recordTitle({ label, title }));
}

/** Status and path; no link, because where a pull request is shown a relative one leads nowhere. */
function whereOf(record: LinkedRecord): string {
  return joinParts([statusChange(record), codeText(record.path)], ', ');
}

/** `accepted → superseded`, as the branch changes it. */
function statusChange(record: LinkedRecord): string {
  return joinParts([record.was ? statusWords({ ...record, ...record.was }) : '', statusWords(record)], ' → ');
}

/** As `whereOf`, without the path where the record has a label: in a list that is enough to find it. */
function shortWhereOf(record: LinkedRecord): string {
  const state = statusWords(record);
  return record.label === null || state === '' ? whereOf(record) : state;
}
