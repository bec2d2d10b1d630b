import assert from 'node:assert/strict';
import { parseRemotes } from '../../../src/core/forge/remotes';
import { parsedRecord } from '../support/records';
import { TestWorld } from './world';

const ledger = 'docs/adr/0012-ledger.md';
const queue = 'docs/adr/20200927-use-a-queue.md';
const drift = 'docs/runbooks/balance-drift.md';
const web = 'packages/web/docs/adr/0003-state.md';
const root3 = 'docs/adr/0003-logs.md';
const folder = 'docs/adr/0020-events/README.md';

function world(remote = ''): TestWorld {
  const made = new TestWorld(parseRemotes(remote === '' ? '' : `[remote "origin"]\n\turl = ${remote}\n`));
  for (const path of [ledger, web, root3]) made.write(path, '', parsedRecord(path));
  made.write(queue, '', parsedRecord(queue, { id: '20200927-use-a-queue' }));
  made.write(folder, '', parsedRecord(folder, { id: '0020' }));
  const runbook = { alert: 'BalanceDrift', owner: null, firstSteps: [] };
  made.write(drift, '', parsedRecord(drift, { kind: 'runbook', id: null, runbook, title: 'Balance drift' }));
  return made.write('docs/adr/template.md', '').write('README.md', '');
}

function leadsTo(
  cases: readonly (readonly [text: string, leads: readonly string[], from?: string])[],
  remote = '',
): void {
  for (const [text, expected, from] of cases) {
    it(`${JSON.stringify(text)} in ${from ?? 'src/a.ts'}`, () =>
      assert.deepEqual(world(remote).leads(text, from), expected));
  }
}

describe('resolveReference', () => {
  describe('a path on the ground of another repository', () => {
    const other = 'docs/adr/0012-ledger.md';
    leadsTo(
      [
        [`/opt/platform/${other}`, ['missing']],
        [`~/src/platform/${other}`, ['missing']],
        [`../../../platform/${other}`, ['missing']],
        [`s3://platform/${other}`, ['missing']],
        [`node_modules/@acme/platform/${other}`, ['missing']],
        [`vendor/platform/${other}`, ['missing']],
        // Where this one may be: its name, an image, a site, a count of folders that is off.
        [`/home/ann/app-two/${other}`, [`${ledger}*`]],
        [`/workspace/${other}`, [`${ledger}*`]],
        [`/handbook/${other}`, [`${ledger}*`]],
        [`../../../${other}`, [ledger]],
        [`old/place/${other}`, [`${ledger}*`]],
      ],
      'https://github.com/acme/app',
    );
  });

  it('finds the only record of a whole name at another place, with its blanks as they are written in an address', () => {
    const [first, second] = ['docs/adrs/ADR 7 - Ship in boxes.md', 'docs/adrs/ADR 7 - Count twice.md'];
    const made = world();
    for (const path of [first, second]) made.write(path, '', parsedRecord(path, { id: '7', idPrefix: 'ADR' }));
    const link = '[ADR 7](../records/ADR%207%20-%20Ship%20in%20boxes.md)';
    assert.deepEqual(made.leads(link, 'docs/guide/a.md'), [first, `${first}*`]);
  });

  it('takes an address that goes on in the next string for no earlier name', () => {
    const dates = 'docs/adr/0044-use-iso-dates.md';
    const made = world('https://github.com/acme/app').write(dates, '', parsedRecord(dates));
    const address = 'https://github.com/acme/app/blob/main/docs/adr';
    assert.deepEqual(made.leads(`"${address}/0044-use-" "iso-dates.md"`, 'tools/a.py'), [dates]);
    assert.deepEqual(made.leads(`"${address}/0044-iso-" "dates.md"`, 'tools/a.py'), [`${dates}*`]);
  });

  it('takes the page of a site, which leaves the number out, for no earlier name', () => {
    const dates = 'docs/adr/0044-use-iso-8601-dates.md';
    const made = world().write(dates, '', parsedRecord(dates));
    const text = '[a](/adr/use-iso-8601-dates), [b](adr/use-iso-8601-dates)';
    assert.deepEqual(made.leads(text, 'docs/adr/index.md'), [dates, `${dates}*`]);
  });

  describe('a file name with the series that the file does without', () => {
    leadsTo([
      ['as ADR-0012-ledger.md says', [`${ledger}*`]],
      ['docs/adr/adr-0012-ledger.md', [`${ledger}*`]],
      ['ADR-0012-tokens.md, rfc-0012-ledger.md', []],
    ]);
  });

  describe('a folder of decisions with a number alone', () => {
    leadsTo([
      ['see adr/0012', [ledger]],
      ['see docs/adr/12', [ledger]],
      ['see web/adr/0012, decisions/0012', ['missing', 'missing']],
    ]);
  });

  describe('a number with an owner before it', () => {
    it('takes one who decided the record for an owner here', () => {
      const made = world().write(ledger, '', parsedRecord(ledger, { people: ['Ann Lee'] }));
      assert.deepEqual(made.leads("Ann's ADR-12, Kenji's ADR-12", 'src/a.ts'), [ledger]);
    });

    leadsTo([
      ['as upstream ADR-3 and ADR-12 say', ['foreign', 'foreign']],
      ['as IETF ADR-12 says', ['foreign']],
      ["upstream's ADR-12, their `ADR-12`, another team's ADR-12", ['foreign', 'foreign', 'foreign']],
      ["the platform team's ADR-12, the Kafka project's ADR-12", ['foreign', 'foreign']],
      // Of a product or a person, which a name alone does not tell.
      ["see Spring's ADR-12, Quarkus\u2019 ADR-12 and Ann's ADR-12", []],
      ["our ADR-12, the team's ADR-12, today's ADR-12", [ledger, ledger, ledger]],
      ["That's ADR-12. Today's ADR-12. The whole team's ADR-12, an upstream. ADR-12", [ledger, ledger, ledger, ledger]],
      ["the architecture team's ADR-12, the record's ADR-12", [ledger, ledger]],
      // Its title, its link, a folder of that name.
      ['the billing-api ADR-0064, `old-portal` ADR-0064, (web-shop ADR-64)', [], 'a.md'],
      ['ADR-0064, the ADR-0064, a 12-month ADR-0064', ['missing', 'missing', 'missing'], 'a.md'],
      ['the follow-up ADR-0012', [ledger], 'a.md'],
      ['their ADR-12 (Ledger)', [ledger], 'a.md'],
      ['their [ADR-12](docs/adr/0012-ledger.md)', [ledger, ledger], 'a.md'],
      ["the web team's ADR-3", [web], 'packages/web/a.ts'],
      // What is said at one place holds for none of the others.
      ["the Kafka project's ADR-12 is theirs.\n\nOur own is ADR-12.", ['foreign', ledger], 'a.md'],
      ["Our own is ADR-12.\n\nThe Kafka project's ADR-12 is theirs.", [ledger, 'foreign'], 'a.md'],
      ["the Kafka project's ADR-64, which is ADR-64 there", ['foreign'], 'a.md'],
    ]);

    it('is ours where the owner is of those who decided, or of this repository', () => {
      const made = new TestWorld(parseRemotes('[remote "origin"]\n\turl = https://github.com/acme/winery\n'));
      made.write(ledger, '', parsedRecord(ledger, { people: ['Zora Quill', 'Platform Team'] }));
      const text = "Zora's ADR-12, the platform team's ADR-12, Winery's ADR-12, Acme's ADR-12, Spring's ADR-12";
      assert.deepEqual(made.leads(text), [ledger, ledger, ledger, ledger]);
    });
  });

  describe('numbers', () => {
    leadsTo([
      ['ADR-12, adr-0012 and ADR012', [ledger, ledger, ledger]],
      ['ADR n\u00ba 12, ADR N\u00b0 12, ADR No. 12, ADR \u2116 12', [ledger, ledger, ledger, ledger]],
      ['ADR-0099', ['missing']],
      ['ADR-0000', []],
      // Of a document of that number that is no record, such as a form.
      ['ADR-0696 and ADR-0697', ['missing'], 'docs/adr/0696-form.md'],
      // An edition of another ADR, an identifier; a record's number has a dash, a date is one.
      ['ADR 2023, ADR-2023, adr-00030003-77, ADR-20250102', ['missing', 'missing']],
      ['ADR-0003', [web], 'packages/web/src/a.ts'],
      ['ADR-0003', [root3], 'packages/api/a.ts'],
      ['ADR-20200927', [queue]],
      ['LED-42, UTF-8, RFC 6455, OEP-41', []],
      ['SDK-ADR-0012', ['foreign']],
    ]);

    it("takes a standard's number that links to who publishes it for no record", () => {
      const shards = 'rfcs/0007-shards.md';
      const made = world().write(shards, '', parsedRecord(shards, { kind: 'rfc', id: '0007', idPrefix: 'RFC' }));
      assert.deepEqual(made.leads('[RFC 7](https://www.rfc-editor.org/rfc/rfc7), RFC 7', 'a.md'), ['foreign', shards]);
    });

    describe('in the words of a link', () => {
      leadsTo(
        [
          ['[ADR 12](docs/adr/0012-ledger.md)', [ledger, ledger]],
          // Another number than its address has: renumbered on one side, or the wrong link.
          ['[ADR 12](docs/adr/0003-logs.md)', ['ambiguous', root3]],
          ['[ADR 3, as ADR 12 amends it](docs/adr/0003-logs.md)', [root3, ledger, root3]],
          ['[ADR 12](docs/adr/0003-logs.md), ADR 12', ['ambiguous', root3, ledger]],
          ['[what ADR 12 needs](docs/runbooks/balance-drift.md)', [ledger, drift]],
        ].map(([text, leads]) => [text as string, leads as string[], 'a.md'] as const),
      );
    });

    it('says nothing of RFC 6455 among local RFCs, and misses a padded one', () => {
      const made = world();
      made.write('rfcs/0001-x.md', '', parsedRecord('rfcs/0001-x.md', { kind: 'rfc' }));
      assert.deepEqual(made.leads('RFC 1, RFC 6455, RFC-0044'), ['rfcs/0001-x.md', 'missing']);
    });

    it('takes no RFC for a proposal with a series of its own', () => {
      const made = world();
      made.write(
        'peps/pep-0822.rst',
        '',
        parsedRecord('peps/pep-0822.rst', { id: '0822', idPrefix: 'PEP', kind: 'rfc' }),
      );
      assert.deepEqual(made.leads('RFC 822 and PEP-0822'), ['peps/pep-0822.rst']);
    });

    it('learns a series from the records', () => {
      const made = world();
      made.write('d/AD0102-x.md', '', parsedRecord('d/AD0102-x.md', { id: '0102', idPrefix: 'AD' }));
      assert.deepEqual(made.leads('AD-0102, AD-0199, XY-0102'), ['d/AD0102-x.md', 'missing']);
    });

    it('is ambiguous where two are as near, with both as candidates', () => {
      const made = world();
      made.write('docs/adr/0012-other.md', '', parsedRecord('docs/adr/0012-other.md'));
      const [found] = made.references('ADR-12', 'a.ts');
      assert.equal(found?.resolution, 'ambiguous');
      assert.deepEqual(found?.candidates, [ledger, 'docs/adr/0012-other.md']);
      assert.deepEqual(made.leads(`[ADR-12](/${ledger})`), [ledger, ledger]);
    });
  });

  describe('paths', () => {
    leadsTo([
      ['docs/adr/0012-ledger.md', [ledger]],
      ['Docs/ADR/0012-Ledger.md', [ledger]],
      ['docs/adr/0003-state.md', [web], 'packages/web/src/deep/a.ts'],
      ['[x](../adr/0012-ledger.md#context)', [ledger], 'docs/runbooks/x.md'],
      ['adr/0012-ledger.md or 0012-ledger.md', [ledger, ledger]],
      ['docs/adr/0012', [ledger]],
      ['[12](/adr/12) [3](/adr/3/)', [ledger, root3], 'site/notes/a.md'],
      ['docs/adr/0012-old-ledger.md', [`${ledger}*`]],
      ['docs/adr/0012-old-name.md', ['ambiguous']],
      ['doc/decisions/0012-ledger.md', [`${ledger}*`]],
      ['docs/adr/0099-gone.md', ['missing']],
      ['docs/adr/2025-01-01-gone.md', ['missing']],
      ['docs/adr/20200927-use-a-queue.html', [queue]],
      ['docs/adr/0020-events/', [folder]],
      ['docs/adr/template.md and README.md', []],
      ['docs/adr/', []],
      ['/site/adr-0003.html src/notes.md setup.md adr-0001.md', []],
      ['../../../etc/docs/adr/0012-ledger.md', [`${ledger}*`], 'a/b.ts'],
      ['docs/runbooks/balance-drift.md', [drift]],
    ]);
  });

  it('is none that leads to a folder, or to a chapter of two digits', () => {
    const made = world().write('src/ledger/a.ts', '').write('docs/use-a-queue/x.ts', '');
    assert.deepEqual(made.leads('[l](../src/ledger/) [l](ledger) [q](use-a-queue)', 'docs/n.md'), []);
    made.write('docs/adr/0044-form/README.md', '').write('balance-drift/x.md', '');
    made.write('balance-drift.md', '', parsedRecord('balance-drift.md', { kind: 'guide', id: null }));
    assert.deepEqual(made.leads('[f](docs/adr/0044-form/) [b](balance-drift)', 'n.md'), []);
    assert.deepEqual(made.leads('docs/adr/12_Glossary.md, docs/adr/0012-glossary.md'), ['missing', 'ambiguous']);
  });

  it('is the README of a numbered folder by that folder, from a wrong place and under an earlier number too', () => {
    const other = 'docs/adr/0031-pay-ledger/README.md';
    const second = 'docs/adr/0031-mail-queue/README.md';
    const made = world('https://github.com/acme/ledger');
    for (const path of [other, second]) made.write(path, '', parsedRecord(path, { id: '0031' }));
    assert.deepEqual(made.leads('[ADR 31](../0031-mail-queue/README.md)', 'docs/adr/README.md'), [second, second]);
    const page = 'https://github.com/acme/ledger/tree/main/docs/adr';
    assert.deepEqual(made.leads(`${page}/0020-pay-ledger ${page}/0020-mail-list`), [`${other}*`, 'ambiguous']);
    assert.deepEqual(made.leads('site/0031-mail-queue/README.md site/mail-queue/README.md'), []);
  });

  it('is none that only links a standard or a ticket elsewhere', () => {
    const made = world('https://github.com/acme/ledger');
    const links = '[ISO-8601](https://github.com/iso/std) [LED-12](https://github.com/other/x/pull/3) zu/von UTF-16';
    assert.deepEqual(made.leads(`${links} [RFC 8620](https://github.com/ietf/x)`, 'a.md'), []);
    assert.deepEqual(made.leads('[ADR-0012](https://github.com/other/x/pull/3)', 'a.md'), ['foreign']);
    assert.deepEqual(made.leads('[ADR-0012](https://docs.example.org/document/d/x1/edit)', 'a.md'), [ledger]);
  });

  describe('ids joined to folders, branches and each other', () => {
    leadsTo([
      ['ADR-0012/ADR-0003', [ledger, root3]],
      ['ADR-0012-ledger/ADR-0003-logs', [ledger, root3]],
      ['architecture/ADR-012', [ledger]],
      ['[architecture/ADR-0003]', [root3]],
      ['architecture/ADR-0099', ['missing']],
      ['other-team/ADR-0012', []],
      ['adr-0012@example.org', []],
      ['ADR-0012@acme/ledger', ['foreign']],
      ['adr-0012-1.4.2.tgz', []],
      ['feature/ADR-0012-other-work', [ledger]],
      ['globex/cloud/ADR-0012', ['foreign']],
      ['packages/web/ADR-0003', [web]],
      ['docs/adr/ADR-0012', [ledger]],
    ]);

    it('takes decimals for records of their own where there are such', () => {
      const made = new TestWorld();
      for (const id of ['051', '051.1', '051.2'])
        made.write(`adr/ADR-${id}-x.md`, '', parsedRecord(`adr/ADR-${id}-x.md`, { id }));
      assert.deepEqual(made.leads('ADR-051.1, ADR-051.2. As in ADR-051. ADR-51.1, ADR-051.9 and ADR 1.2'), [
        'adr/ADR-051.1-x.md',
        'adr/ADR-051.2-x.md',
        'adr/ADR-051-x.md',
        'adr/ADR-051.1-x.md',
      ]);
      assert.deepEqual(made.leads('adr/ADR-051.1-old-x.md adr/ADR-051.2'), [
        'adr/ADR-051.1-x.md*',
        'adr/ADR-051.2-x.md',
      ]);
    });
  });

  describe('links to siblings', () => {
    const sibling = 'docs/adr/0099-from';
    leadsTo([
      [
        '[x](./0012-ledger) [y](0012-ledger#why) [z](../adr/0003-logs?plain=1)',
        [ledger, ledger, root3],
        `${sibling}.md`,
      ],
      ['[x](<0012-ledger.md>) [x](0098-gone) [x](./0098-gone)', [ledger, 'missing'], `${sibling}.md`],
      ['[x]: ./0012-ledger', [ledger], `${sibling}.md`],
      ['[x](20200927-use-a-queue)', [queue], `${sibling}.md`],
      [
        '[w](https://example.org/0012-ledger) [a](#0012-ledger) [m](mailto:0012-ledger) ![i](0012-ledger.png)',
        [],
        `${sibling}.md`,
      ],
      [':doc:`0012-ledger` and :doc:`the logs <0003-logs>`', [ledger, root3], `${sibling}.rst`],
      [':doc:`/adr/0012-ledger`', [ledger], `${sibling}.rst`],
      ['`b <./0012-ledger>`_ and `c <https://x.example/0012-ledger>`__', [ledger], `${sibling}.rst`],
      ['`regression <0012-ledger_>`_: the name of a target, and `no section <0098-gone_>`__', [], `${sibling}.rst`],
      ['xref:0012-ledger.adoc[L] link:0003-logs[x] <<0012-ledger#,L>>', [ledger, root3, ledger], `${sibling}.adoc`],
      ['a[0](x) [x](./0012-ledger)', [], 'src/a.ts'],
    ]);

    it('reads a name with blanks in angle brackets whole', () => {
      const path = 'docs/adr/0015 standing rules.md';
      const made = world()
        .write(path, '', parsedRecord(path))
        .write('docs/adr/0015-x.md', '', parsedRecord('docs/adr/0015-x.md'));
      assert.deepEqual(made.leads('[x](<adr/0015 standing rules.md>)', 'docs/n.md'), [path]);
    });
  });

  describe('names', () => {
    leadsTo([
      ['@adr 20200927-use-a-queue', [queue]],
      ['@adr web/0003-state', [web]],
      ['@adr no-such-thing', ['missing']],
      ['ADR: non-blocking reads', []],
      ['[impl->adr~use-a-queue~1]', [queue]],
      ['[[0012-ledger]] [[nodiscard]]', [ledger]],
      ['[[ADR-12-old-name]]', [`${ledger}*`]],
      ['runbook_url: https://ops.example.com/r/BalanceDrift', [drift], 'alerts.yaml'],
      ['alert: BalanceDrift', [drift], 'alerts.yaml'],
      ['runbook: unknown-thing', [], 'alerts.yaml'],
    ]);
  });

  describe('URLs with a known remote', () => {
    leadsTo(
      [
        ['https://github.com/Acme/Ledger/blob/main/docs/adr/0012-ledger.md#L4', [ledger]],
        ['https://github.com/acme/ledger/blob/feature/x/docs/adr/0012-ledger.md', [ledger]],
        ['https://raw.githubusercontent.com/acme/ledger/main/docs/adr/0012-ledger.md', [ledger]],
        ['https://github.com/acme/ledger/blob/main/docs/adr/0012-old.md', [`${ledger}*`]],
        ['https://github.com/acme/ledger/blob/main/docs/adr/0099-x.md', ['missing']],
        // What is on another branch, and under which name, is not known here.
        ['https://github.com/acme/ledger/blob/new-queue/docs/adr/0099-x.md', []],
        ['https://github.com/acme/ledger/blob/v2/docs/adr/0012-old.md', [ledger]],
        ['https://github.com/acme/ledger/blob/refs/heads/main/docs/adr/0012-old.md', [`${ledger}*`]],
        ['https://git.acme.example/acme/ledger/raw/branch/main/docs/adr/0099-x.md', ['foreign']],
        ['https://github.com/upstream/ledger/blob/main/docs/adr/0012-ledger.md', [ledger]],
        ['https://github.com/other/repo/blob/main/docs/adr/0012-ledger.md', ['foreign']],
        ['https://github.com/other/repo/blob/main/README.md https://example.com/x.md', []],
        ['https://www.rfc-editor.org/rfc/rfc9111.html https://github.com/acme/ledger/pull/12', []],
        ['[ADR 12](https://github.com/other/repo/blob/main/docs/adr/0012-x.md)', ['foreign', 'foreign']],
      ],
      'git@github.com:acme/ledger.git',
    );

    it('takes a number that is here too for foreign up to three lines from the link', () => {
      const link = 'https://github.com/o/r/blob/main/docs/adr/0012-x.md';
      assert.deepEqual(world().leads(`ADR 12\n\n\n${link}\n\n\nADR 12`), ['foreign', 'foreign', 'foreign']);
      assert.deepEqual(world().leads(`ADR 12\n\n\n\n${link}\n\n\n\nADR 12`), [ledger, 'foreign', ledger]);
    });

    it('takes a number for foreign only near the link, or where it is not here', () => {
      const link = 'https://github.com/o/r/blob/main/docs/adr/adr-031-x.md';
      assert.deepEqual(world().leads(`ADR 31\n\n\n\n\n\n${link}\n\n\n\n\n\nADR 12`), ['foreign', 'foreign', ledger]);
    });
  });

  describe('URLs without a remote', () => {
    leadsTo([
      ['https://gitlab.com/a/b/c/-/blob/main/docs/adr/0012-ledger.md', [ledger]],
      ['https://bitbucket.org/a/b/src/main/docs/adr/0012-else.md', ['foreign']],
      ['https://handbook.acme.example/docs/adr/0099-else', ['foreign']],
      ['https://dev.azure.com/o/p/_git/r?path=/docs/adr/0012-ledger.md', [ledger]],
    ]);
  });
});

describe('parseRemotes', () => {
  const cases: Readonly<Record<string, string | null>> = {
    'https://user:token@github.com/Acme/Ledger.git': 'github.com/acme/ledger',
    'git@github.com:acme/ledger.git': 'github.com/acme/ledger',
    'ssh://git@gitlab.example.com:2222/a/b/c.git': 'gitlab.example.com/a/b/c',
    'https://org@dev.azure.com/org/project/_git/repo': 'dev.azure.com/org/project/repo',
    'git@ssh.dev.azure.com:v3/org/project/repo': 'dev.azure.com/org/project/repo',
    '/srv/mirror/acme+ledger/repo': null,
    'file:///srv/acme/ledger': null,
    'C:\\work\\ledger': null,
    's3://bucket/acme/ledger': null,
    'https://git.example.com/ledger.git': null,
    'https://github.com/../..': null,
    'https://github.com/a/b/c': null,
  };
  for (const [url, expected] of Object.entries(cases)) {
    it(url, () => {
      const [remote] = parseRemotes(`[core]\n url = https://x.example/a/b\n[remote "origin"]\n\turl = ${url}\n`);
      assert.equal(remote ? `${remote.host}/${remote.owner}/${remote.repo}` : null, expected);
    });
  }
});
