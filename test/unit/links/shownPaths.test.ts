import assert from 'node:assert/strict';
import { parseRemotes } from '../../../src/core/forge/remotes';
import { parsedRecord } from '../support/records';
import { TestWorld } from './world';

const ledger = 'docs/adr/0012-ledger.md';

describe('a path in the words of a link', () => {
  const cases: readonly [href: string, leads: readonly string[]][] = [
    [`https://github.com/acme/other/blob/main/${ledger}`, ['foreign', 'foreign']],
    [`https://github.com/acme/app/blob/main/${ledger}`, [ledger, ledger]],
    ['https://docs.example.org/0099-x.html', [ledger]],
  ];
  for (const [href, leads] of cases) {
    it(`is of the repository that the link leads to: ${href}`, () => {
      const world = new TestWorld(parseRemotes('[remote "origin"]\n\turl = https://github.com/acme/app\n'));
      world.write(ledger, '', parsedRecord(ledger));
      assert.deepEqual(world.leads(`[\`${ledger}\`](${href})`, 'README.md'), leads);
    });
  }
});
