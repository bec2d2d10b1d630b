import { isDecided } from '../records/record';
import type { Rule } from './rule';
import { sentence } from './sentences';

/** Off by default: many teams write down only what is accepted. */
export const noStatus: Rule = {
  code: 'no-status',
  severity: 'off',
  *find(file) {
    for (const record of file.records) {
      if (!isDecided(record.kind) || record.status !== 'none' || record.problem !== null) continue;
      if (record.isCollection) continue;
      yield { span: file.titleSpan(record), sentence: sentence('no-status', 'none'), about: record.path };
    }
  },
};

/** Off by default: a team may have words of its own. */
export const unknownStatus: Rule = {
  code: 'unknown-status',
  severity: 'off',
  *find(file) {
    for (const record of file.records) {
      if (!isDecided(record.kind) || record.status !== 'other') continue;
      const said = sentence('unknown-status', 'unknown', record.statusText ?? '');
      yield { span: file.statusSpan(record), sentence: said, about: record.path };
    }
  },
};
