import { equal } from 'node:assert/strict';
import { citingHouse, houseCitation } from '../../../src/core/links/houseCitation';
import { scanReferences } from '../../../src/core/links/scan';
import { docRecord } from '../support/records';

const record = docRecord('docs/adr/0012-use-postgresql.md');

/** What a record is cited by in a repository whose code has these lines. */
function cited(lines: readonly string[], of = record, file = 'src/a.ts'): string {
  const references = scanReferences(lines.join('\n'), file).map((reference) => ({
    file,
    reference: { ...reference, resolution: 'resolved', target: of.path, candidates: [] } as const,
  }));
  return houseCitation(
    of,
    citingHouse(references, (path) => path.endsWith('.md')),
  );
}

describe('a citation as the house writes it', () => {
  const houses: readonly (readonly [lines: readonly string[], citation: string])[] = [
    [[], 'ADR-0012'],
    [['// ADR-0003', '// see ADR-0007'], 'ADR-0012'],
    [['// ADR 0003', '// ADR 0007', '// ADR-0007'], 'ADR 0012'],
    [['// ADR-3', '// ADR-7'], 'ADR-12'],
    [['// adr-0003'], 'adr-0012'],
    [['// @adr 0003', '// @adr 0007'], '@adr 0012'],
    [['// @adr keep-balances-in-redis'], '@adr 0012-use-postgresql'],
    [['// [[0003-keep-balances-in-redis]]'], '[[0012-use-postgresql]]'],
    [['// docs/adr/0003-keep-balances-in-redis.md'], 'docs/adr/0012-use-postgresql.md'],
  ];
  for (const [lines, citation] of houses) {
    it(`is ${citation} after ${JSON.stringify(lines)}`, () => equal(cited(lines), citation));
  }

  it('follows code, not documents', () => equal(cited(['ADR 0003', 'ADR 0007'], record, 'docs/x.md'), 'ADR-0012'));

  it('is a path for a record without a number', () => {
    const runbook = docRecord('docs/runbooks/balance-drift.md', { kind: 'runbook', id: null });
    equal(cited(['// ADR 0003'], runbook), 'docs/runbooks/balance-drift.md');
  });
});
