import { deepEqual, equal } from 'node:assert/strict';
import { adr, findingsIn, linesIn } from './support';

const log = {
  'docs/adr/0003-cache-in-memory.md': adr('3. Cache in memory', 'Accepted'),
  'docs/adr/0007-use-event-sourcing.md': adr('7. Use event sourcing', 'Superseded by [3](0003-cache-in-memory.md)'),
};

describe('what is made up, generated or of a day', () => {
  it('is a number in a program that looks for such numbers', async () => {
    const retired = async (path: string, ...lines: string[]) =>
      (await linesIn({ ...log, [path]: `${lines.join('\n')}\n` }, 'retired-record')).length;
    for (const pattern of ['ADR[- ]\\d{4}', 'ADR-(\\d+)', 'adr-?[0-9]+', '\\bADR[-_ ]?\\d+'])
      equal(await retired('src/read.py', '# ADR-0007 (Title)', `REF = re.compile(r"${pattern}")`), 0, pattern);
    equal(await retired('src/read.py', '# ADR-0007', 'REF = re.compile(r"RFC-\\d{4}")'), 1);
    equal(await retired('src/read.py', '# ADR-0007', 'DAY = re.compile(r"\\d{4}")'), 1);
    equal(await retired('docs/guide.md', 'See ADR-0007.', '', 'The form is `ADR-\\d{4}`.'), 1);
  });

  it('is a value below the key of examples', async () => {
    const missing = async (...lines: string[]) =>
      (await linesIn({ ...log, 'config/role.yaml': `${lines.join('\n')}\n` }, 'missing-record')).length;
    const text = ['  - title: A change', '    content: |', '      Some words.', '', '      As ADR-0012 has it.'];
    equal(await missing('examples:', ...text), 0);
    equal(await missing('commit_examples:', ...text), 0);
    equal(await missing('rules:', ...text), 1);
    equal(await missing('examples:', '  - one', 'rules:', ...text), 1);
    // A word with a colon in prose is no key.
    const prose = { ...log, 'docs/a.md': '# A\n\nexamples:\n\n  As ADR-0012 has it.\n' };
    equal((await linesIn(prose, 'missing-record')).length, 1);
  });

  it('is a page that says that it is generated', async () => {
    const retired = async (front: string) =>
      (await linesIn({ ...log, 'docs/all.md': `---\n${front}\n---\n\n- ADR-0007\n` }, 'retired-record')).length;
    equal(await retired('generated: true'), 0);
    equal(await retired('generated: false'), 1);
  });

  it('is what stands in a folder of a day', async () => {
    const retired = async (path: string) =>
      (await linesIn({ ...log, [path]: 'By ADR-0007.\n' }, 'retired-record')).length;
    equal(await retired('docs/votes/2026-05-05-caches/first.md'), 0);
    equal(await retired('docs/votes/caches/first.md'), 1);
  });

  it('is the first record of a project that is still to be made', async () => {
    const found = (text: string) =>
      linesIn(
        { ...log, 'docs/adr/0001-keep-a-log.md': adr('1. Keep a log', 'Accepted'), 'docs/guide.md': text },
        'ambiguous-record',
      );
    deepEqual(await found('A new service has `docs/adr/0001-bootstrap.md`.\n'), []);
    equal((await found('See [the start](adr/0001-bootstrap.md).\n')).length, 1);
    equal((await found('See `docs/adr/0003-bootstrap.md`.\n')).length, 1);
  });
});

describe('what a link or the record itself says', () => {
  it('holds for each number of its file', async () => {
    const missing = async (...lines: string[]) =>
      (await linesIn({ ...log, 'docs/guide.md': `${lines.join('\n')}\n` }, 'missing-record')).length;
    equal(
      await missing('[ADR 0012][] is one.', 'ADR 0012 and ADR0012.', '', '[adr 0012]: https://example.org/pull/12'),
      0,
    );
    equal(await missing('[ADR 0012][] is one.', 'ADR 0013.', '', '[adr 0012]: https://example.org/pull/12'), 1);
  });

  it('is not that the name of a file in another folder is a record of ours', async () => {
    const found = async (link: string) => {
      const findings = await findingsIn({ ...log, 'docs/adr/0009-x.md': adr('9. X', 'Accepted', link) });
      return findings.filter(({ code }) => code === 'stale-slug' || code === 'ambiguous-record').length;
    };
    equal(await found('See [03-cache-survey.md](../research/03-cache-survey.md).'), 0);
    equal(await found('See [0003-cache-things.md](0003-cache-things.md).'), 1);
  });

  it('is that nothing took its place', async () => {
    const found = (...lines: string[]) =>
      linesIn(
        { 'docs/adr/0004-x.md': ['# 4. X', '', '**Status:** Superseded', '', ...lines, ''].join('\n') },
        'no-successor',
      );
    deepEqual(await found('> It was reverted; there is no successor.'), []);
    deepEqual(await found('This was reverted rather than replaced.'), []);
    deepEqual(await found('Es gibt keinen Nachfolger.'), []);
    equal((await found('It was reverted.')).length, 1);
  });

  it('is no other title where a phase is named', async () => {
    const found = (line: string) => linesIn({ ...log, 'docs/guide.md': `${line}\n` }, 'ambiguous-record');
    deepEqual(await found('As after ADR-0003-Phase-1.'), []);
    deepEqual(await found('As after ADR-0003-Phase-1-Go.'), []);
    equal((await found('As after ADR-0003-shard-the-queue.')).length, 1);
  });
});
