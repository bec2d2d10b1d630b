import { isDecided } from '../records/record';
import type { Rule } from './rule';
import { sentence } from './sentences';

const code = 'no-successor';
/** A status that is the word alone, with a date at most: any more words may say what holds now. */
const alone = /^\W{0,4}(?:superseded|superceded|superseeded|replaced)[\s\d().,:/-]{0,30}$/i;

/** A superseded record from which a reader cannot go on. */
export const noSuccessor: Rule = {
  code,
  severity: 'warning',
  *find(file) {
    for (const record of file.records) {
      const { kind, status, statusText, supersededBy } = record;
      if (!isDecided(kind) || status !== 'superseded' || supersededBy.length > 0) continue;
      if (!alone.test(statusText ?? '')) continue;
      yield { span: file.statusSpan(record), sentence: sentence(code, 'alone'), about: record.path };
    }
  },
};
