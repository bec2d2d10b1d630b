import { deepEqual, equal, match } from 'node:assert/strict';
import type { PathHistory } from '../../../src/core/rules/pathHistory';
import { adr, findingsIn, linesIn } from './support';

const log = {
  'docs/adr/0012-use-postgresql.md': adr('12. Use PostgreSQL', 'Accepted', 'Supersedes ADR-0007.'),
  'docs/adr/0007-use-event-sourcing.md': adr(
    '7. Use event sourcing',
    'Superseded by [ADR-0012](0012-use-postgresql.md)',
  ),
};

describe('what the check of references', () => {
  it('leaves alone the ends of a range, which say how far something goes', async () => {
    const missing = async (line: string) =>
      (await linesIn({ ...log, 'src/a.ts': `// ${line}\n` }, 'missing-record')).length;
    for (const range of [
      'ADR-0048..ADR-0138 are set aside',
      'ADR-0048…ADR-0138',
      'ADR-0048 to ADR-0138',
      'ADR-0048 – 0138',
      'ADR-0048-0138',
      'ADRs 48 through 138',
      'docs/adr/adr-0048..0138.md',
    ])
      equal(await missing(range), 0, range);
    equal(await missing('ADR-0048, ADR-0138'), 2);
    equal(await missing('ADR-0048/0138'), 2);
    equal(await missing('ADR-0138 to ADR-0048'), 2);
    equal(await missing('ADR-0048 - it goes to 138'), 1);
  });

  it('speaks of an end of a range that is not there where the other one is a record', async () => {
    const missing = (line: string) => linesIn({ ...log, 'src/a.ts': `// ${line}\n` }, 'missing-record');
    for (const [range, end] of [
      ['as ADR-0007 to ADR-0048 have it', 'ADR-0048'],
      ['as ADRs 7 through 48 have it', '48'],
      ['as ADR-0007..0048 have it', '0048'],
      ['as ADR-0003 to ADR-0012 have it', 'ADR-0003'],
    ] as const) {
      const [found = '', ...more] = await missing(range);
      equal(more.length, 0, range);
      match(found, new RegExp(`missing-record (?:ADR[- ])?0*${Number(end.replace(/\D/g, ''))} is not among`), range);
    }
    for (const range of [
      'ADR-0007 to ADR-0012',
      'ADR-0007 to ADR-0048 are reserved for payments',
      'the next are ADR-0012 to ADR-0048',
      'ADR-0048 to ADR-0053',
    ])
      deepEqual(await missing(range), [], range);
    const block = {
      'docs/adr/0001-a.md': adr('1. Plan by the week', 'Accepted'),
      'src/a.ts': '// ADR-0001 to ADR-0099\n',
    };
    deepEqual(await linesIn({ ...log, ...block }, 'missing-record'), []);
  });

  it('leaves alone what a program wrote of one moment', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `i/lf w/lf docs/adr/0099-replicas${at}.md`).join('\n');
    const files = {
      'evidence/dirty.patch': '+++ b/docs/adr/0099-replicas.md\n',
      'out/run.log': 'see docs/adr/0099-replicas.md\n',
      'deliver/execution-log.json': '{ "note": "as of ADR-0099" }\n',
      'analysis/line-ends.txt': rows,
    };
    deepEqual(await linesIn({ ...log, ...files }, 'missing-record'), []);
    equal((await linesIn({ ...log, 'notes.txt': 'See docs/adr/0099-replicas.md\n' }, 'missing-record')).length, 1);
  });

  it('leaves alone the address of a commit, which shows what was there', async () => {
    const here = { ...log, '.git/config': '[remote "origin"]\n\turl = https://github.com/our/app.git\n' };
    const told = async (address: string) => {
      const found = await findingsIn({ ...here, 'docs/a.md': `See ${address}.\n` });
      return found.flatMap(({ code, file }) => (file === 'docs/a.md' ? [code] : []));
    };
    const commit = '92341dd68ee6e555ec6c0bb780afa3a1c8243a93';
    deepEqual(await told(`https://github.com/our/app/blob/${commit}/docs/adr/0099-replicas.md`), []);
    deepEqual(await told(`https://github.com/our/app/blob/${commit}/docs/adr/0012-use-postgres.md`), []);
    deepEqual(await told('https://github.com/our/app/blob/main/docs/adr/0099-replicas.md'), ['missing-record']);
    deepEqual(await told('https://github.com/our/app/blob/main/docs/adr/0012-use-postgres.md'), ['stale-slug']);
  });

  it('speaks once of a link whose words are its address', async () => {
    const link = 'See [0099-replicas.md](0099-replicas.md) and [0012-use-postgres.md](0012-use-postgres.md).';
    const files = { ...log, 'docs/adr/0013-c.md': adr('13. C', 'Accepted', link) };
    const found = await findingsIn(files);
    deepEqual(
      found.filter(({ file }) => file === 'docs/adr/0013-c.md').map(({ code, span }) => [code, span.startColumn]),
      [
        ['broken-link', 24],
        ['stale-slug', 69],
      ],
    );
  });

  it('knows a runbook by the page that a site makes of it', async () => {
    const files = {
      'docs/runbooks/disk-full.md': '# Disk full\n\n1. Look.\n',
      'docs/runbooks/net.md': '# Net\n\n1. Look.\n',
    };
    const old = {
      ...files,
      'docs/runbooks/disk-full.md': `---\nstatus: deprecated\n---\n${files['docs/runbooks/disk-full.md']}`,
    };
    const text = '// see docs/runbooks/disk-full.html and docs/runbooks/gone.html\n';
    deepEqual(await linesIn({ ...old, 'src/a.ts': text }, 'retired-record'), [
      'src/a.ts:1:8 warning retired-record docs/runbooks/disk-full.html is deprecated.',
    ]);
    deepEqual(await linesIn({ ...old, 'src/a.ts': text }, 'missing-record'), []);
  });

  it('says of a path with a number that is another record’s where it leads, and offers no other record for it', async () => {
    const record = { 'docs/adr/0025-local-promise-cache.md': adr('25. Local promise cache of a node', 'Accepted') };
    const found = async (link: string) => {
      const files = { ...log, ...record, 'docs/adr/0027-d.md': adr('27. D', 'Accepted', `See ${link}.`) };
      return (await findingsIn(files)).map(({ code, fix }) => [code, fix !== undefined]);
    };
    for (const link of ['[ADR-0025](0025-promise-rules.md)', '[the rules](0025-promise-rules.md)'])
      deepEqual(await found(link), [['ambiguous-record', false]], link);
    for (const slug of ['promise-cache', 'local-promises', 'promise', 'cache-of-promises', 'node-local-cache'])
      deepEqual(await found(`[ADR-0025](0025-${slug}.md)`), [['stale-slug', true]], slug);
  });

  it('leaves alone a template of a folder, and the metadata of the record itself', async () => {
    const files = {
      'keps/0000-template/kep.yaml': 'see-also:\n  - KEP-0099\n  - ADR-0099\n',
      'keps/0019-count/README.md': '# Count\n\n## Summary\n\nAll.\n\n## Motivation\n\nWhy.\n',
      'keps/0019-count/kep.yaml': '# KEP-0019\ntitle: Count\nkep-number: 19\nstatus: rejected\n',
      'a.md': '# A\n\nAs of KEP-0019.\n',
    };
    deepEqual(
      (await findingsIn({ ...log, ...files })).map(({ code, file }) => `${code} ${file}`),
      ['retired-record a.md'],
    );
  });

  it('knows a citation that speaks of what was proved wrong', async () => {
    const told = async (line: string) =>
      (await linesIn({ ...log, 'a.md': `# A\n\n${line}\n` }, 'retired-record')).length;
    equal(await told('What is retracted is the framing in ADR-0007.'), 0);
    equal(await told('ADR-0007, which the run falsified.'), 0);
    equal(await told('As ADR-0007 has it.'), 1);
  });

  it('says of how many commits a drift is', async () => {
    const commit = (hash: string) => ({ hash, date: '2026-03-01' });
    const told = async (...commits: readonly string[]) => {
      const history: PathHistory = {
        departure: () => null,
        change: () => ({ commits: commits.map(commit), share: 0.5 }),
      };
      const record = adr('13. C', 'Accepted', 'In `src/a.ts`.');
      const files = { ...log, 'docs/adr/0013-c.md': record, 'src/a.ts': 'x\n' };
      return (await linesIn(files, 'drifted-path', { history, rules: { 'drifted-path': 'info' } }))[0]?.replace(
        /^.*drifted-path | \(.*/g,
        '',
      );
    };
    deepEqual(
      [await told('1a2b3c4'), await told('1a2b3c4', '5d6e7f8')],
      [
        '50 % of the lines of src/a.ts have changed in a commit since this record was last changed',
        '50 % of the lines of src/a.ts have changed in 2 commits since this record was last changed',
      ],
    );
  });

  it('leaves alone a number whose line has its address', async () => {
    const told = async (line: string) =>
      (await linesIn({ ...log, 'a.md': `# A\n\n${line}\n` }, 'missing-record')).length;
    equal(await told('- [ADR-0359] Swap: https://github.com/acme/app/issues/359.'), 0);
    equal(await told('- [ADR-0359] Swap: https://github.com/acme/app/issues/360.'), 1);
  });

  it('knows the anchor of a heading however long it is', async () => {
    const heading = `Return a list of what is ${'used and '.repeat(20)}kept`;
    const link = `See [it](#${heading.toLowerCase().replaceAll(' ', '-')}) and [no](#${'a-'.repeat(70)}b).`;
    const files = { ...log, 'docs/adr/0013-c.md': adr('13. C', 'Accepted', link, '', `## ${heading}`) };
    equal((await linesIn(files, 'broken-link')).length, 1);
  });
});
