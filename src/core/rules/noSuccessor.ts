import { type DocRecord, isDecided } from '../records/record';
import { neighboursOf, Practice } from './practice';
import type { Known, Rule } from './rule';
import { sentence } from './sentences';

const code = 'no-successor';
/** A status that is the word alone, with a date at most: any more words may say what holds now. */
const alone = /^\W{0,4}(?:superseded|superceded|superseeded|replaced)[\s\d().,:/-]{0,30}$/i;

/** Where a record says that nothing took its place. */
const none =
  /\b(?:no|without an?|has no|keine?n?|sans|sin|sem) (?:direct |direkten? )?(?:successors?|replacements?|Nachfolger\w{0,3}|Ersatz|successeur|remplaçant|sucesor|reemplazo|sucessor|substituto)\b|\b(?:not|never|rather than|without being|instead of being) (?:replaced|superseded)\b/i;
/** How many lines below the status are searched for such words, or for a link. */
const nearby = 12;
/** A line with a link that is not the value of another field. */
const linked = /^(?! {4}|\t|\W{0,4}[\p{L} -]{1,30}\W{0,3}:\s).*(?:\]\(|https?:|:(?:ref|doc):`)/u;

/** A superseded record that does not say what to read instead. */
export const noSuccessor: Rule = {
  code,
  severity: 'warning',
  *find(file, known) {
    for (const record of file.records) {
      if (!isSuperseded(record) || record.supersededBy.length > 0) continue;
      if (!alone.test(record.statusText ?? '') || known.practice(successors).isUnread(neighboursOf(record))) continue;
      const span = file.statusSpan(record);
      const [stated = '', ...below] = file.lines.slice(span.startLine - 1, span.startLine + nearby);
      if (none.test([stated, ...below].join(' ')) || isToldBelow(below)) continue;
      yield { span, sentence: sentence(code, 'alone'), about: record.path };
    }
  },
};

function isSuperseded({ kind, status }: DocRecord): boolean {
  return isDecided(kind) && status === 'superseded';
}

/** Which superseded records name their successor in a way that is read. */
function successors({ records }: Known): Practice {
  const practice = new Practice();
  for (const record of records.filter(isSuperseded))
    practice.note(neighboursOf(record), record.path, record.supersededBy.length > 0);
  return practice;
}

/** Whether a line between the status and the next heading links to what holds now, as where a whole log has moved. */
function isToldBelow(below: readonly string[]): boolean {
  const end = below.findIndex((line) => /^(?:#|[=~^-]{3})/.test(line));
  return below.slice(0, end < 0 ? nearby : end).some((line) => linked.test(line));
}
