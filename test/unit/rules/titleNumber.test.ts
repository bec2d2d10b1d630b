import { deepEqual, equal } from 'node:assert/strict';
import { adr, linesIn, mended } from './support';

const three = {
  'docs/adr/0001-a.md': adr('1. A', 'Accepted'),
  'docs/adr/0002-b.md': adr('2. B', 'Accepted'),
  'docs/adr/0003-c.md': adr('3. C', 'Accepted'),
};
const withTitle = (title: string, path = 'docs/adr/0004-d.md') => ({ ...three, [path]: adr(title, 'Accepted') });
const found = (files: Readonly<Record<string, string>>) => linesIn(files, 'title-number');

describe('a title with another number than its file', () => {
  it('is found, with the record that has that number', async () => {
    deepEqual(await found(withTitle('ADR-0002: D')), [
      'docs/adr/0004-d.md:1:7 warning title-number The title has the number 0002, that of ADR-0002, and the name of the file 0004.',
    ]);
    deepEqual(await found(withTitle('12. D')), [
      'docs/adr/0004-d.md:1:3 warning title-number The title has the number 12, and the name of the file 0004.',
    ]);
  });

  it('is mended where another record has that number, in the width and markup of the title', async () => {
    const after = async (title: string) =>
      (await mended(withTitle(title), 'title-number'))['docs/adr/0004-d.md']?.split('\n', 1)[0];
    equal(await after('ADR-0002: D, 2 of 3'), '# ADR-0004: D, 2 of 3');
    equal(await after('[ADR-2] D'), '# [ADR-4] D');
    equal(await after('**2**. D'), '# **4**. D');
    const rst = 'docs/adr/0004-d.rst';
    const text = '====\n2. D\n====\n\nStatus\n------\n\nAccepted\n';
    equal((await mended({ ...three, [rst]: text }, 'title-number'))[rst], text.replace('2. D', '4. D'));
    // Which of the two is right is not known.
    equal(await after('12. D').catch((error: Error) => error.message), '0 fixes of title-number');
    const twice = { ...withTitle('2. D'), 'docs/adr/0004-e.md': adr('4. E', 'Accepted') };
    equal(await mended(twice, 'title-number').catch((error: Error) => error.message), '0 fixes of title-number');
  });

  it('is none where the number is the same, another series’ or what the record is about', async () => {
    const held = ['4. D', '0004 - D', 'ADR-004: D', 'D', 'RFC 2: D', '2024 - D', '3 zones for D', 'AES 256 for D'];
    const about = ['ADR-0002: follow-up', 'ADR-2 - Amendments', 'ADR 2 revisited'];
    for (const title of [...held, ...about]) deepEqual(await found(withTitle(title)), [], title);
    for (const path of ['docs/adr/2024-05-06-d.md', 'docs/runbooks/0004-d.md', 'docs/adr/d.md'])
      deepEqual(await found(withTitle('2. D', path)), [], path);
  });

  it('is found in an enhancement proposal, where its folder has the number', async () => {
    const kep = (number: number, title: string) => ({
      [`keps/sig-a/${number}-x${number}/README.md`]: `# ${title}\n\n## Summary\n\nAll.\n\n## Motivation\n\nWhy.\n`,
      [`keps/sig-a/${number}-x${number}/kep.yaml`]: `title: X\nkep-number: ${number}\nstatus: implementable\n`,
    });
    const all = { ...kep(2232, 'KEP-2322: Suspend'), ...kep(2233, 'KEP-2233: Go on'), ...kep(2234, 'Stop') };
    deepEqual(await found(all), [
      'keps/sig-a/2232-x2232/README.md:1:1 warning title-number The title has the number 2322, and the name of the file 2232.',
    ]);
    deepEqual(await linesIn(all, 'missing-record'), []);
    deepEqual(await linesIn({ ...all, 'a.md': 'See KEP-2234.\n' }, 'missing-record'), []);
    deepEqual((await linesIn({ ...all, 'a.md': 'See KEP-2239.\n' }, 'missing-record')).length, 1);
  });

  it('is none in a folder that counts its files and its records apart', async () => {
    const apart = { 'docs/adr/0101-x.md': adr('1. X', 'Accepted'), 'docs/adr/0102-y.md': adr('2. Y', 'Accepted') };
    deepEqual(await found(apart), []);
    deepEqual(await found({ ...apart, ...three }), await found({ ...three, ...apart }));
    equal((await found({ ...apart, ...three })).length, 2);
  });
});
