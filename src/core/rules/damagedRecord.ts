import type { RecordProblem } from '../records/record';
import type { Severity } from './finding';
import type { Rule } from './rule';
import { sentence } from './sentences';

const code = 'damaged-record';

type Kind = Extract<Parameters<typeof sentence<typeof code>>[1], string>;

const severityOf: Partial<Record<Kind, Severity>> = { conflict: 'error' };

/** A record that could not be read, or only in part, or that is not well-formed. */
export const damagedRecord: Rule = {
  code,
  severity: 'warning',
  *find(file) {
    for (const record of file.records) {
      const kind = record.problem === null ? null : kindOf(record.problem);
      if (kind === null) continue;
      const marker = kind === 'conflict' ? file.lines.findIndex((line) => /^<{7}(?:\s|$)/.test(line)) + 1 : 1;
      const severity = severityOf[kind];
      yield {
        span: file.lineSpan(Math.max(1, marker)),
        sentence: sentence(code, kind),
        about: `${record.path} ${kind}`,
        ...(severity && { severity }),
      };
    }
  },
};

function kindOf(problem: RecordProblem): Kind | null {
  if (problem.startsWith('encoding:')) return 'encoding';
  return problem === 'missing' ? null : (problem as Kind);
}
