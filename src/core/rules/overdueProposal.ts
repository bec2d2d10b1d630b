import { isDecided } from '../records/record';
import { addDays } from '../time/localDate';
import type { Rule } from './rule';
import { sentence } from './sentences';

const code = 'overdue-proposal';

/** A record that is still proposed after the deadline that it states. */
export const overdueProposal: Rule = {
  code,
  severity: 'warning',
  *find(file, { today }) {
    for (const record of file.records) {
      if (!isDecided(record.kind) || (record.status !== 'proposed' && record.status !== 'draft')) continue;
      const { deadline } = record;
      // One day more: in some time zone the day of the deadline is not over yet.
      if (deadline === undefined || deadline >= addDays(today, -1)) continue;
      yield {
        span: file.deadlineSpan(record, deadline),
        sentence: sentence(code, 'overdue', deadline),
        about: `${record.path} ${deadline}`,
      };
    }
  },
};
