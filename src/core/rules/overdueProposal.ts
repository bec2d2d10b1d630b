import { type DocRecord, isDecided } from '../records/record';
import { writtenDateIn } from '../text/dates';
import { addDays, isLocalDate } from '../time/localDate';
import type { CheckedFile } from './checkedFile';
import { spanAt } from './checkedFile';
import type { Rule } from './rule';
import { sentence } from './sentences';

const code = 'overdue-proposal';

/** `Deadline: 2026-11-20`, `- **Decide by**: …`, `comment-window-closes: …`, `| Due | … |`. */
const label =
  /^[\s>|*_+-]{0,8}(?:(?:decision |comment |comments |feedback |review )?deadline|decide[ -]by|decision[ -]by|decision[ -]due|due(?:[ -]date)?|comments?[ -](?:by|close|due|until)|(?:comment|review)[ -](?:window|period)[ -](?:closes|ends)(?: on)?|feedback[ -]by|last[ -]call[ -](?:until|ends))[\s*_]{0,4}[:|][\s*_"'`]{0,6}/i;
/** A head is this long at most. */
const headLines = 60;

/** A record that is still proposed on a day after the one by which it says it is to be decided. */
export const overdueProposal: Rule = {
  code,
  severity: 'warning',
  *find(file, { today }) {
    for (const record of file.records) {
      if (!isDecided(record.kind) || (record.status !== 'proposed' && record.status !== 'draft')) continue;
      const deadline = deadlineOf(file, record);
      // Somewhere it is still that day for another day.
      if (deadline === null || deadline.date >= addDays(today, -1)) continue;
      yield {
        span: deadline.span,
        sentence: sentence(code, 'overdue', deadline.date),
        about: `${record.path} ${deadline.date}`,
      };
    }
  },
};

function deadlineOf(file: CheckedFile, { part }: DocRecord) {
  const first = part?.line ?? 1;
  const last = Math.min(part?.endLine ?? file.lines.length, first + headLines);
  for (let number = first; number <= last; number++) {
    const line = file.line(number);
    const found = label.exec(line.slice(0, 120));
    if (!found || file.isExample(number)) continue;
    const rest = line.slice(found[0].length);
    const written = writtenDateIn(rest.slice(0, 80));
    // A day that could be two, or that is not whole, is no deadline that has passed.
    if (written === null || written.readings || !isLocalDate(written.date)) return null;
    return { date: written.date, span: spanAt(number, found[0].length, rest.trimEnd().length) };
  }
  return null;
}
