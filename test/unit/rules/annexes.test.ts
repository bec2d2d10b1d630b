import { deepEqual, equal } from 'node:assert/strict';
import { adr, linesIn } from './support';

const records = {
  'docs/adr/0001-fleet.md': adr('1. Plan the fleet by the week', 'Accepted'),
  'docs/adr/0002-ledger.md': adr('2. Keep the ledger in blocks', 'Accepted'),
};
const research = 'docs/adr/0002-ledger-research.md';
const notes = {
  [research]: '# Research on ledgers (for ADR-0002)\n\n## Context\n\nADR-0002 chose blocks.\n',
  'docs/adr/0002-notes/probe.md': '# ADR-0002 \u2014 Measured with a slow probe\n',
};

describe('an annex of a record', () => {
  it('is no second record of its number, and has a title of its own', async () => {
    for (const code of ['duplicate-id', 'ambiguous-record']) {
      deepEqual(await linesIn({ ...records, ...notes, 'src/a.ts': '// ADR-0002\n' }, code), []);
    }
  });

  it('is none that states a status of its own', async () => {
    const twice = { ...records, [research]: adr('2. Keep the ledger in lists', 'Accepted') };
    equal((await linesIn(twice, 'duplicate-id')).length, 2);
    equal((await linesIn({ ...twice, 'src/a.ts': '// ADR-0002\n' }, 'ambiguous-record')).length, 1);
  });

  it('is none elsewhere, where words behind a number name a record', async () => {
    const elsewhere = { ...records, 'docs/notes/probe.md': '# ADR-0002 \u2014 Measured with a slow probe\n' };
    equal((await linesIn(elsewhere, 'ambiguous-record')).length, 1);
  });
});
