import type { TouchedRecord } from '../drafts/handoffInput';
import { recordTitle, statusWords, tieWords } from '../drafts/recordWords';
import type { FilePath } from '../ports';
import { joinParts } from '../text/compareText';
import { codeText, inlineText } from '../text/escape';

/** The first line of the comment, by which it is found again on a pull request. */
export const commentMarker = '<!-- meridian: decisions of this change -->';

/** A record as it was before the change. */
export type EarlierRecord = Pick<TouchedRecord, 'path' | 'kind' | 'label' | 'title' | 'status' | 'statusText'>;

export interface EditedRecord {
  /** Null where it is gone. */
  readonly now: TouchedRecord | null;
  /** Null where it is new. */
  readonly before: EarlierRecord | null;
}

/** A place that cites a record that is no longer in force; the change brought in the citation, or retired the record. */
export interface DeadCitation {
  readonly file: FilePath;
  /** Counts from 1. */
  readonly line: number;
  /** A sentence, in the words of the repository. */
  readonly says: string;
}

/** What a change has to do with records. Pure data, so that golden files can fix it. */
export interface ChangeFacts {
  readonly edited: readonly EditedRecord[];
  /** Records that have a changed file in their scope, or that one cites. */
  readonly tied: readonly TouchedRecord[];
  readonly dead: readonly DeadCitation[];
}

const mostRows = 12;

/** The comment on a pull request: facts, each with its place, and no verdict. `''` where there is nothing to say. */
export function changeComment({ edited, tied, dead }: ChangeFacts): string {
  const parts = [
    part('It edits', edited.map(editedRow)),
    part('Decisions and runbooks for what it changes', tied.map(tiedRow)),
    part('It leaves these citing what no longer holds', dead.map(deadRow)),
  ].filter((text) => text !== '');
  return parts.length === 0 ? '' : `${[commentMarker, '### Decisions', ...parts].join('\n\n')}\n`;
}

function part(title: string, rows: readonly string[]): string {
  const more = rows.length - mostRows;
  const shown = [...rows.slice(0, mostRows), ...(more > 0 ? [`and ${more} more`] : [])];
  return rows.length === 0 ? '' : `**${title}**\n\n${shown.map((row) => `- ${row}`).join('\n')}`;
}

function editedRow({ now, before }: EditedRecord): string {
  if (now === null) return before === null ? '' : `removed: ${nameOf(before)} (${whereOf(before)})`;
  const isNew = before === null ? 'new: ' : '';
  const was = before === null ? '' : statusWords(before);
  const is = statusWords(now);
  const state = before === null || was === is ? is : `${was || 'no status'} → ${is || 'no status'}`;
  const path = before !== null && before.path !== now.path ? `was ${codeText(before.path)}` : '';
  return `${isNew}${nameOf(now)} (${joinParts([state, codeText(now.path), path], ', ')})`;
}

function tiedRow(record: TouchedRecord): string {
  return `${nameOf(record)} (${whereOf(record)}): ${tieWords(record)}`;
}

function deadRow({ file, line, says }: DeadCitation): string {
  return `${codeText(`${file}:${line}`)}: ${inlineText(says, 300)}`;
}

function nameOf(record: Pick<TouchedRecord, 'label' | 'title'>): string {
  return inlineText(recordTitle(record));
}

function whereOf(record: EarlierRecord): string {
  return joinParts([statusWords(record), codeText(record.path)], ', ');
}
