import { deepEqual, equal, match } from 'node:assert/strict';
import { findingLine } from '../../../src/core/rules/answers';
import { adr, findingsIn, linesIn, mended } from './support';

const postgres = { 'docs/adr/0012-use-postgresql.md': adr('12. Use PostgreSQL', 'Accepted', 'Supersedes ADR-0007.') };
const events = {
  'docs/adr/0007-use-event-sourcing.md': adr(
    '7. Use event sourcing',
    'Superseded by [ADR-0012](0012-use-postgresql.md)',
  ),
};
const log = { ...postgres, ...events };

describe('rules on references', () => {
  it('tells an earlier name in an address on a branch in a decision, and leaves that of a release', async () => {
    const at = (ref: string) => `https://codeberg.org/our/app/src/${ref}/docs/adr/0002-old-events-bus.md`;
    const addresses = ['branch/main', 'branch/dev', 'tag/v1.2'].map(at);
    const files = {
      'docs/adr/0002-events-bus.md': adr('2. Events bus', 'Accepted', 'X.'),
      'docs/adr/0003-c.md': adr('3. C', 'Accepted', addresses.join('\n')),
      '.git/config': '[remote "origin"]\n\turl = https://codeberg.org/our/app.git\n',
    };
    deepEqual(
      await linesIn(files, 'stale-slug'),
      addresses
        .slice(0, 2)
        .map(
          (address, line) =>
            `docs/adr/0003-c.md:${11 + line}:1 warning stale-slug ${address} has another name here: docs/adr/0002-events-bus.md.`,
        ),
    );
  });

  it('counts the decisions of a log, and not the log', async () => {
    const entry = (number: number) => `## ADR-${number}: Use ${number}\n\nStatus: accepted\n\nX\n\n`;
    const files = { 'DECISIONS.md': `# Decisions\n\n${entry(1)}${entry(2)}`, 'src/a.ts': '// ADR-9\n' };
    deepEqual(await linesIn(files, 'missing-record'), [
      'src/a.ts:1:4 warning missing-record ADR-9 is not among the 2 decisions here.',
    ]);
  });

  it('finds a record that is not there', async () => {
    deepEqual(await linesIn({ ...log, 'src/a.ts': '// as of ADR-0099\n' }, 'missing-record'), [
      'src/a.ts:1:10 warning missing-record ADR-0099 is not among the 2 decisions here.',
    ]);
    deepEqual(await linesIn({ ...log, 'src/a.ts': '// see docs/adr/0031-replicas.md\n' }, 'missing-record'), [
      'src/a.ts:1:8 warning missing-record docs/adr/0031-replicas.md leads to no file here.',
    ]);
  });

  it('leaves alone what is made up, shown or of another time', async () => {
    const files = {
      'test/a.test.ts': '// ADR-0099\n',
      'fixtures/a.ts': '// ADR-0099\n',
      '.github/PULL_REQUEST_TEMPLATE/feature.md': 'As of ADR-0099.\n',
      'CHANGELOG.md': 'Removed ADR-0099.\n',
      'README.md': 'Cite as `ADR-0099`, or:\n\n```\nADR-0098\n```\n',
      'docs/adr/template.md': '# Title\n\nSee ADR-0099.\n',
      'src/a.ts': '// ADR-0012, ADR-0000, ADR-NNNN, RFC 6455 and UTF-8\n',
    };
    deepEqual(await linesIn({ ...log, ...files }, 'missing-record'), []);
  });

  it('regression: leads to no record here from the address of another component of a site', async () => {
    const pages = 'docs/modules/ROOT/pages';
    const record = {
      [`${pages}/adr/0004-words.adoc`]: '= 4. Words\n\n== Status\n\nSuperseded by 0005\n\n== Decision\n\nA.\n',
    };
    const next = { [`${pages}/adr/0005-next.adoc`]: '= 5. Next\n\n== Status\n\nAccepted\n\n== Decision\n\nA.\n' };
    const told = async (address: string, config = 'name: own\nversion: ~\n') => {
      const files = { ...record, ...next, 'docs/antora.yml': config, [`${pages}/a.adoc`]: `See ${address}[x].\n` };
      return (await linesIn(files, 'retired-record')).length;
    };
    equal(await told('xref:other:ROOT:adr/0004-words.adoc'), 0);
    equal(await told('xref:1.0@other::adr/0004-words.adoc'), 0);
    equal(await told('xref:own:ROOT:adr/0004-words.adoc'), 1);
    equal(await told('xref:ROOT:adr/0004-words.adoc'), 1);
    equal(await told('xref:adr/0004-words.adoc'), 1);
    // Nothing says what the component here is called.
    equal(await told('xref:other:ROOT:adr/0004-words.adoc', 'title: Own\n'), 1);
  });

  it('regression: says that a path to a runbook leads to no file here', async () => {
    const here = {
      ...log,
      '.git/config': '[remote "origin"]\n\turl = https://github.com/our/app.git\n',
      'docs/runbooks/disk-full.md': '# Disk full\n\n1. Look.\n',
      'docs/runbooks/picture.md.txt': '',
    };
    const rule = async (line: string, file = 'deploy/alerts.yaml') =>
      (await linesIn({ ...here, [file]: `${line}\n` }, 'missing-record')).map((one) => one.replace(/^\S+ /, ''));
    const said = (text: string) => [`warning missing-record ${text} leads to no file here.`];
    deepEqual(await rule('runbook_url: docs/runbooks/balance.md'), said('docs/runbooks/balance.md'));
    const url = 'https://github.com/our/app/blob/main/docs/runbooks/balance.md';
    deepEqual(await rule(`runbook_url: ${url}`), said(url));
    deepEqual(await rule('See [it](runbooks/balance.md).', 'docs/guide.md'), said('runbooks/balance.md'));
    for (const line of [
      'runbook_url: docs/runbooks/disk-full.md',
      'runbook_url: https://github.com/our/app/blob/v1/docs/runbooks/balance.md',
      'runbook_url: https://github.com/our/other/blob/main/docs/runbooks/balance.md',
      'runbook_url: https://runbooks.example.org/docs/runbooks/balance.md',
      'runbook_url: /opt/other/docs/runbooks/balance.md',
      'runbook_url: docs/runbooks/{{ alert }}.md',
      'runbook_url: docs/runbooks/$alert.md',
      'runbook_url: other/runbooks/balance.md',
    ])
      deepEqual(await rule(line), [], line);
  });

  it('regression: does not say of a record that was withdrawn that it was rejected', async () => {
    const files = {
      'docs/adr/0013-use-files.md': adr('13. Use files', 'Withdrawn'),
      'src/a.ts': '// as of ADR-0013\n',
    };
    deepEqual(await linesIn(files, 'retired-record'), ['src/a.ts:1:10 info retired-record ADR-0013 was withdrawn.']);
  });

  it('regression: takes whose file a record is for no citation of it', async () => {
    const owners = '/docs/adr/0007-use-event-sourcing.md @ann\n/docs/adr/0099-gone.md @bo\n';
    deepEqual(
      await findingsIn({ ...log, '.github/CODEOWNERS': owners, '.prettierignore': owners, '.gcloudignore': owners }),
      [],
    );
  });

  it('regression: takes the name of a target in reStructuredText for no path', async () => {
    const text = 'See `the other way <pep-0007-other_>`_ and `above <ADR 0007 on events_>`__.\n';
    deepEqual(await findingsIn({ ...log, 'docs/notes.rst': text }), []);
  });

  it('regression: follows a link of reStructuredText by its name to its target', async () => {
    const here = { ...log, '.git/config': '[remote "origin"]\n\turl = https://github.com/our/app.git\n' };
    const text = (href: string) =>
      `See \`ADR 7\`_ and ADR-99_.\n\n.. _ADR 7:${href}\n.. _ADR-99: https://example.org\n`;
    const codes = async (href: string) => (await findingsIn({ ...here, 'docs/flow.rst': text(href) })).map(findingLine);
    deepEqual(await codes(' https://github.com/acme/other/blob/main/docs/adr/0007-x.md'), []);
    deepEqual(await codes(' adr/0007-use-event-sourcing.md'), [
      'docs/flow.rst:1:6 warning retired-record ADR 7 is superseded; ADR-0012 (Use PostgreSQL) holds now.',
    ]);
    // The name keeps the two together: another number on one side alone would break the link.
    const [found] = await findingsIn({ ...here, 'docs/flow.rst': text(' adr/0007-use-event-sourcing.md') });
    equal(found?.fix ?? null, null);
  });

  it('regression: says nothing of what a line itself calls missing, or a file tells of its day', async () => {
    const lines = ['| ADR-0099 | (missing) | mapped |', '- ADR-0098: not yet written', '- **ADR-0097** is planned.'];
    deepEqual(await linesIn({ ...log, 'docs/map.md': `${lines.join('\n')}\n` }, 'missing-record'), []);
    deepEqual(
      await linesIn({ ...log, 'reports/map-2026-02-20.json': '{ "adr": "ADR-0099" }\n' }, 'missing-record'),
      [],
    );
    const others = 'ADR-0099 missed the point.\n';
    equal((await linesIn({ ...log, 'docs/map-2026.md': others }, 'missing-record')).length, 1);
    const record = { 'docs/adr/2026-02-20-use-files.md': adr('Use files', 'Accepted', 'As of ADR-0099.') };
    equal((await linesIn({ ...log, ...record }, 'missing-record')).length, 1);
  });

  it('regression: says nothing of an earlier path where its line says that it is one', async () => {
    const path = 'docs/internal/runbooks/flow.md';
    const here = { ...log, [path]: '# Flow\n\n## Steps\n\n1. Go.\n' };
    const told = async (line: string) => (await linesIn({ ...here, 'src/a.ts': `// ${line}\n` }, 'stale-slug')).length;
    equal(await told('see docs/runbooks/flow.md'), 1);
    equal(await told('see docs/internal/runbooks/flow.md rather than docs/runbooks/flow.md'), 0);
    equal(await told('the pre-move docs/runbooks/flow.md path'), 0);
    equal(await told('moved here from docs/runbooks/flow.md'), 0);
  });

  it('leaves alone what is told as an example, and nothing else of such a line', async () => {
    const files = {
      'src/new.sh': '## E.g. to supersede ADR 99:\n##\n##     adr new -s 99 Use MySQL\n',
      'docs/adr/0013-names.md': adr(
        '13. Names',
        'Accepted',
        '#### Examples',
        '',
        '* `docs/adr/0047-flexible.md`',
        '',
        '#### Pros',
        '',
        'See docs/adr/0048-other.md.',
      ),
      'src/a.sh': '# e.g. as of ADR-0007\n# see, e.g. ADR-0098\n',
    };
    const found = await linesIn({ ...log, ...files }, 'missing-record');
    deepEqual(
      found.map((line) => line.split(' ', 1)[0]),
      ['docs/adr/0013-names.md:17:5', 'src/a.sh:2:13'],
    );
    deepEqual((await linesIn({ ...log, ...files }, 'retired-record')).length, 1);
  });

  it('is silent where a file has that number or name and is no record, and of a series that is kept elsewhere', async () => {
    const files = {
      '.agents/architecture/ADR-021-split.md': 'Notes.\n',
      'src/a.ts': '// ADR-021, see ../.agents/architecture/ADR-021-split.md\n',
      'src/b.ts': '// on branch adr/2615-lease, as on /adr/ADR-22\n',
    };
    deepEqual(await linesIn({ ...log, ...files }, 'missing-record'), []);
    const many = Array.from({ length: 6 }, (_, at) => `// ADR-${at + 30}\n`);
    deepEqual((await linesIn({ ...log, 'src/a.ts': many.slice(1).join('') }, 'missing-record')).length, 5);
    deepEqual(await linesIn({ ...log, 'src/a.ts': many.join('') }, 'missing-record'), []);
  });

  it('finds a number that several records have, and only that', async () => {
    const areas = {
      'a/docs/adr/0001-x.md': adr('1. First of a', 'Accepted'),
      'b/docs/adr/0001-y.md': adr('1. First of b', 'Accepted'),
    };
    deepEqual(
      await linesIn({ ...areas, 'src/a.ts': '// ADR-0001\n', 'a/src/a.ts': '// ADR-0001\n' }, 'ambiguous-record'),
      [
        'src/a.ts:1:4 info ambiguous-record ADR-0001 could mean one of 2 records: a/docs/adr/0001-x.md, b/docs/adr/0001-y.md.',
      ],
    );
  });

  it('regression: takes the words of a link that leads elsewhere, and the name of that link, for no citation', async () => {
    const linked = [
      'See [ADR 0099][adr0099]/[ADR 0098: Pay][98] and [ADR 97](https://github.com/acme/old/pull/9651).',
      'In [RFC 0096: Coins](../features/0096-coins/README.md), as [adr-0095] has it.',
      '',
      '[adr0099]: https://github.com/acme/old/pull/9651',
      '[98]: https://github.com/acme/old/pull/98',
      '[adr-0095]: https://github.com/acme/old/pull/95',
    ].join('\n');
    const files = { ...log, 'docs/a.md': linked, 'features/0096-coins/README.md': '# Coins\n' };
    deepEqual(await linesIn(files, 'missing-record'), []);
    deepEqual(
      await linesIn({ ...log, 'docs/a.md': '[Pay](https://example.org) as of ADR-0099.\n' }, 'missing-record'),
      ['docs/a.md:1:34 warning missing-record ADR-0099 is not among the 2 decisions here.'],
    );
    const other = '[ADR-0012: Keep blocks](https://github.com/acme/old/blob/main/docs/keep-blocks.md)\n';
    deepEqual(await linesIn({ ...log, 'docs/a.md': other }, 'ambiguous-record'), []);
  });

  it('regression: takes a record’s number in its own title for its own, whatever another is called', async () => {
    const own = {
      'docs/adr/adr-015-crypto-encoding.md': adr('ADR 015: Crypto encoding', 'Accepted'),
      'docs/adr/adr-054-crypto-encoding-2.md': adr('ADR 054: Crypto encoding (part 2)', 'Accepted'),
    };
    deepEqual(await linesIn(own, 'ambiguous-record'), []);
  });

  it('finds a number of another repository where nothing near it says so', async () => {
    const spoken =
      '// See https://github.com/acme/sdk/blob/main/docs/adr/adr-031-msgs.md\n// ADR-031\n\n\n\n// for ADR-031.\n// ADR-031\n';
    const said = '// ADR-031 of https://github.com/acme/sdk/blob/main/docs/adr/adr-031-msgs.md\n';
    const here = { ...log, '.git/config': '[remote "origin"]\n\turl = https://github.com/our/app.git\n' };
    deepEqual(await linesIn({ ...here, 'src/a.ts': spoken, 'src/b.ts': said }, 'foreign-record'), [
      'src/a.ts:6:8 info foreign-record ADR-031 is a record of another repository.',
    ]);
  });

  it('finds a record that is retired, with what holds now', async () => {
    deepEqual(await linesIn({ ...log, 'src/a.ts': '// balances: ADR-7\n' }, 'retired-record'), [
      'src/a.ts:1:14 warning retired-record ADR-7 is superseded; ADR-0012 (Use PostgreSQL) holds now.',
    ]);
  });

  it('regression: tells of one link once, also where its address comes first, and mends its words with it', async () => {
    const path = 'docs/adr/0007-use-event-sourcing.md';
    const links = {
      'docs/a.md': `See [ADR-7](adr/0007-use-event-sourcing.md).\n`,
      'docs/b.md': `See <a href="adr/0007-use-event-sourcing.md">ADR-7</a>.\n`,
      'docs/c.adoc': `See xref:adr/0007-use-event-sourcing.md[ADR-7].\n`,
      'docs/d.rst': `See \`ADR-7 <adr/0007-use-event-sourcing.md>\`_.\n`,
    };
    for (const [file, text] of Object.entries(links)) {
      const files = { ...log, [file]: text };
      equal((await linesIn(files, 'retired-record')).length, 1, file);
      const after = (await mended(files, 'retired-record'))[file] ?? '';
      match(after, /adr\/0012-use-postgresql\.md.*ADR-12|ADR-12.*adr\/0012-use-postgresql\.md/, file);
    }
    const others = [
      `[ADR-7][one] and [two]\n\n[one]: ${path}\n`,
      '[event sourcing](docs/adr/0007-use-event-sourcing.md)',
      '[ADR-7: Use event sourcing](docs/adr/0007-use-event-sourcing.md)',
    ];
    for (const text of others) {
      const found = await findingsIn({ ...log, 'x.md': `${text}\n` });
      const retired = found.filter(({ code }) => code === 'retired-record');
      deepEqual(retired.map(({ fix }) => fix).filter(Boolean), [], text);
      equal(retired.length > 0, true, text);
    }
  });

  it('leaves alone who knows that a record is retired', async () => {
    const files = {
      'src/a.ts': '// ADR-7 was replaced\n',
      'src/b.ts': '// ADR-7, now ADR-12\n',
      'src/c.ts': '// ADR-12\n',
      'docs/adr/0013-x.md': adr('13. More', 'Accepted', 'As ADR-7 says.'),
    };
    deepEqual(await linesIn({ ...log, ...files }, 'retired-record'), []);
  });

  it('follows chains, and offers a successor only where there is one', async () => {
    const chain = {
      'docs/adr/0001-a.md': adr('1. A', 'Superseded by ADR-0002'),
      'docs/adr/0002-b.md': adr('2. B', 'Superseded by ADR-0003'),
      'docs/adr/0003-c.md': adr('3. C', 'Accepted'),
    };
    // The words behind the number are of the older record.
    const titled = await findingsIn({ ...chain, 'src/a.ts': '// adr-0001: balances\n' });
    deepEqual(
      titled.map(({ code, fix }) => [code, fix]),
      [['retired-record', undefined]],
    );
    deepEqual(
      (await mended({ ...chain, 'src/a.ts': '// of ADR 1 here\r\nlet a;\r\n' }, 'retired-record'))['src/a.ts'],
      '// of ADR 3 here\r\nlet a;\r\n',
    );
    const split = {
      ...chain,
      'docs/adr/0002-b.md': adr('2. B', 'Superseded by ADR-0003 and ADR-0004'),
      'docs/adr/0004-d.md': adr('4. D', 'Accepted'),
    };
    deepEqual(await linesIn({ ...split, 'src/a.ts': '// ADR-0001\n' }, 'retired-record'), [
      'src/a.ts:1:4 warning retired-record ADR-0001 is superseded; these hold now: ADR-0003 (C), ADR-0004 (D).',
    ]);
    const circle = {
      ...chain,
      'docs/adr/0003-c.md': adr('3. C', 'Superseded by ADR-0001'),
      'src/a.ts': '// ADR-0001\n',
    };
    deepEqual(await linesIn(circle, 'retired-record'), ['src/a.ts:1:4 warning retired-record ADR-0001 is superseded.']);
    deepEqual((await linesIn(circle, 'supersession-cycle')).length, 3);
    deepEqual(await linesIn(chain, 'supersession-cycle'), []);
  });

  it('takes what is superseded in part for living', async () => {
    const partly = { ...postgres, 'docs/adr/0007-e.md': adr('7. E', 'Partially superseded by ADR-0012') };
    deepEqual(await findingsIn({ ...partly, 'src/a.ts': '// ADR-7\n' }), []);
  });

  it('takes the earlier name of an Antora page for right where the page states it', async () => {
    const adoc = (title: string, head = '') => `= ${title}\n${head}\nStatus: Accepted\n\n== Context\n\nWhy.\n`;
    const pages = 'docs/modules/adr/pages';
    const found = async (head: string) =>
      linesIn(
        {
          [`${pages}/0004-new-words.adoc`]: adoc('4. New words', head),
          [`${pages}/0005-next.adoc`]: `${adoc('5. Next')}\nSee xref:0004-old-words.adoc[].\n`,
        },
        'stale-slug',
      );
    deepEqual((await found('')).length, 1);
    for (const head of ['0004-old-words.adoc', '0001-x.adoc, adr:0004-old-words.adoc', 'old/0004-old-words']) {
      deepEqual(await found(`:page-aliases: ${head}\n`), [], head);
    }
    deepEqual((await found(':page-aliases: 0004-other-words.adoc\n')).length, 1);
  });

  it('regression: writes the address of an AsciiDoc link from the pages of its module, elsewhere from its own file', async () => {
    const record = '= 4. Words\n\nStatus: Accepted\n\n== Context\n\nWhy.\n';
    const written = async (from: string, folder: string, address: string) => {
      const files = { [`${folder}/0004-words.adoc`]: record, [from]: `= A\n\nSee ${address}[x].\n` };
      return (await mended(files, 'stale-slug'))[from]?.split('\n')[2];
    };
    const pages = 'docs/modules/ROOT/pages';
    const inSite = 'See xref:part/adrs/0004-words.adoc[x].';
    equal(await written(`${pages}/a.adoc`, `${pages}/part/adrs`, 'xref:adr/0004-words.adoc'), inSite);
    equal(await written(`${pages}/part/adrs/a.adoc`, `${pages}/part/adrs`, 'xref:adr/0004-words.adoc'), inSite);
    const relative = '../x/adrs/0004-words.adoc[x].';
    equal(await written('docs/ops/a.adoc', 'docs/x/adrs', 'xref:adr/0004-words.adoc'), `See xref:${relative}`);
    equal(await written('docs/ops/a.adoc', 'docs/x/adrs', 'link:adr/0004-words.adoc'), `See link:${relative}`);
    equal(
      await written('docs/ops/a.adoc', 'docs/x/adrs', 'adr/0004-words.adoc'),
      'See docs/x/adrs/0004-words.adoc[x].',
    );
  });

  it('finds a path under an earlier slug, and writes the one of now', async () => {
    const files = { ...log, 'src/a.ts': '// docs/adr/0012-use-postgres.md\n' };
    deepEqual(await linesIn(files, 'stale-slug'), [
      'src/a.ts:1:4 warning stale-slug docs/adr/0012-use-postgres.md has another name here: docs/adr/0012-use-postgresql.md.',
    ]);
    deepEqual((await mended(files, 'stale-slug'))['src/a.ts'], '// docs/adr/0012-use-postgresql.md\n');
    const beside = { ...log, 'docs/guide/a.md': '# A\n\n[x](../adr/0012-postgres.md)\n' };
    deepEqual((await mended(beside, 'stale-slug'))['docs/guide/a.md'], '# A\n\n[x](../adr/0012-use-postgresql.md)\n');
    deepEqual(await linesIn({ ...log, 'src/a.ts': '// docs/adr/0012-use-postgresql.md\n' }, 'stale-slug'), []);
    const published = { ...log, 'docs/guide/a.md': '# A\n\n[x](../adr/0012-use-postgres.html)\n' };
    deepEqual(
      (await mended(published, 'stale-slug'))['docs/guide/a.md'],
      '# A\n\n[x](../adr/0012-use-postgresql.html)\n',
    );
  });
});
