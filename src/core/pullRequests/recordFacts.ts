import type { TouchedRecord } from '../drafts/handoffInput';
import { count, listedUpTo } from '../drafts/words';
import { joinParts } from '../text/compareText';
import { codeText, inlineText } from '../text/escape';
import type { LinkedRecord, PullRequestInput, RecordRelation } from './pullRequestInput';

const mostFiles = 2;
const mostNamed = 6;

/** What ties a record to the changed files most surely. Code that cites a decision out of force does not implement it. */
export function relationOf({ how, status, kind, ties }: TouchedRecord): RecordRelation {
  if (how !== 'governs') return how;
  const reasons = new Set(ties.map(({ evidence }) => evidence.reason));
  if (reasons.has('scope')) return 'scope';
  if (!reasons.has('reference')) return 'names';
  return kind !== 'runbook' && (status === 'proposed' || status === 'accepted') ? 'implements' : 'cites';
}

/**
 * Decisions, RFCs and runbooks that the branch touches, each with what it rests on. Those that only name a file say
 * little about the change, and are folded.
 */
export function recordFacts({ records }: PullRequestInput): string[] {
  const [named, told] = [records.filter(isNamed), records.filter((record) => !isNamed(record))];
  const rows = named.slice(0, mostNamed).map((record) => `- ${relation(record)}`);
  const more = named.length > rows.length ? [`- and ${named.length - rows.length} more`] : [];
  const summary = `${count(named.length, 'record')} that ${named.length === 1 ? 'names' : 'name'} a changed file`;
  const fold = [`<details><summary>${summary}</summary>`, '', ...rows, ...more, '', '</details>'];
  return [
    ...told.map((record) => `- ${relation(record)}`),
    ...(named.length === 0 ? [] : [...(told.length > 0 ? [''] : []), ...fold]),
  ];
}

function isNamed({ how }: LinkedRecord): boolean {
  return how === 'names';
}

function relation(record: LinkedRecord): string {
  const what = `${nameOf(record)} (${whereOf(record)})`;
  const { how, files } = record;
  if (how === 'added') return `New here: ${what}`;
  if (how === 'changed') return `Changed here: ${what}`;
  const reason = how === 'scope' ? 'scope' : how === 'names' ? null : 'reference';
  const tied = record.ties.filter(({ evidence }) => reason === null || evidence.reason === reason);
  const paths = tied.length > 0 ? tied.map(({ file }) => file) : files;
  const names = listedUpTo(mostFiles, paths.slice(0, mostFiles).map(codeText), paths.length);
  if (how === 'names') return names === '' ? what : `${what}: ${names}`;
  if (how === 'scope') return `${names} ${paths.length === 1 ? 'is' : 'are'} in the scope of ${what}`;
  return `${names} ${paths.length === 1 ? 'cites' : 'cite'} ${what}`;
}

function nameOf({ label, title }: LinkedRecord): string {
  return label === null ? inlineText(title) : `${inlineText(label)} ${inlineText(title)}`;
}

/** Status and path; no link, because where a pull request is shown a relative one leads nowhere. */
function whereOf({ kind, status, statusText, path }: LinkedRecord): string {
  const none = kind === 'runbook' ? '' : 'no status';
  const state = status === 'other' ? inlineText(statusText ?? '', 40) : status === 'none' ? none : status;
  return joinParts([state, codeText(path)], ', ');
}
