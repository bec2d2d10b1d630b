import { isDecided } from '../records/record';
import { addDays } from '../time/localDate';
import type { Rule } from './rule';
import { sentence } from './sentences';

const code = 'overdue-proposal';

/** A record that is still proposed on a day after the one by which it says it is to be decided. */
export const overdueProposal: Rule = {
  code,
  severity: 'warning',
  *find(file, { today }) {
    for (const record of file.records) {
      if (!isDecided(record.kind) || (record.status !== 'proposed' && record.status !== 'draft')) continue;
      const { deadline } = record;
      // Somewhere it is still that day for another day.
      if (deadline === undefined || deadline >= addDays(today, -1)) continue;
      yield {
        span: file.deadlineSpan(record, deadline),
        sentence: sentence(code, 'overdue', deadline),
        about: `${record.path} ${deadline}`,
      };
    }
  },
};
