import { deepEqual, equal } from 'node:assert/strict';
import { adr, linesIn } from './support';

describe('two records of one number', () => {
  it('regression: have no number in a month or in zeros', async () => {
    const named = (start: string) =>
      linesIn(
        { [`docs/proposals/${start}-a.md`]: adr('A', 'Accepted'), [`docs/proposals/${start}-b.md`]: adr('B', 'Draft') },
        'duplicate-id',
      );
    for (const start of ['202005', '0000']) deepEqual(await named(start), [], start);
    for (const number of ['202013', '120005', '0100']) equal((await named(number)).length, 2, number);
  });

  it('takes a word of two letters for a language only where one is, or where the other name is without it', async () => {
    const found = async (...names: readonly string[]) => {
      const files = Object.fromEntries(names.map((name) => [`docs/adr/${name}`, adr('3. Use it', 'Accepted')]));
      return (await linesIn(files, 'duplicate-id')).length;
    };
    equal(await found('0003-use-go.md', '0003-use-js.md'), 2);
    equal(await found('0003-use-go.md', '0003-use-go.bg.md'), 0);
    equal(await found('0003-use-it.de.md', '0003-use-it.fr.md'), 0);
  });
});
