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

  it('regression: is the README of a folder that has the number of the record beside it', async () => {
    const readme = { 'docs/adr/0002/README.md': '# Pictures of ADR-0002\n\nThey were drawn by hand.\n' };
    deepEqual(await linesIn({ ...records, ...readme }, 'duplicate-id'), []);
  });

  it('regression: is the README of a folder with the name of the record, also where neither states a status', async () => {
    const text = '# Foo\n\n## Context\n\nFoo is slow.\n\n## Decision\n\nWe use foo.\n';
    const named = (folder: string) => ({ 'docs/rfcs/0021-foo.md': text, [`docs/rfcs/${folder}/README.md`]: text });
    deepEqual(await linesIn(named('0021-foo'), 'duplicate-id'), []);
    equal((await linesIn(named('0021-bar'), 'duplicate-id')).length, 2);
  });

  it('regression: is in the folder of the number, where the record means the decisions of its own', async () => {
    const files = {
      'docs/rfcs/0021-flow.md': adr('21. Flow', 'Accepted', 'As ADR-0001 has it.'),
      'docs/rfcs/0021/decisions/0001-queue.md': adr('1. Use a queue', 'Accepted'),
      'docs/rfcs/0022/decisions/0001-ledger.md': adr('1. Use a ledger', 'Accepted'),
    };
    deepEqual(await linesIn(files, 'ambiguous-record'), []);
    const beside = { ...files, 'docs/rfcs/0023-x.md': adr('23. X', 'Accepted', 'As ADR-0001 has it.') };
    equal((await linesIn(beside, 'ambiguous-record')).length, 1);
  });

  it('regression: is one in a folder that is named after a status as well', async () => {
    const text = '# Queue\n\n## Context\n\nWe wait.\n\n## Decision\n\nWe use a queue.\n';
    const files = {
      'docs/rfcs/accepted/0021-queue.md': text,
      'docs/rfcs/accepted/0021-queue/README.md': text,
      'docs/rfcs/accepted/0022-log.md': adr('22. Log', 'Accepted'),
      'docs/rfcs/accepted/0022-log-research.md': text,
    };
    deepEqual(await linesIn(files, 'duplicate-id'), []);
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
