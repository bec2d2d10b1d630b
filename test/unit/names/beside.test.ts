import assert from 'node:assert/strict';
import { parseRemotes } from '../../../src/core/forge/remotes';
import { besideNumber } from '../../../src/core/names/beside';
import { TestWorld } from '../links/world';
import { countFloors } from '../support/floors';
import { parsedRecord } from '../support/records';

const rounding = 'docs/adr/0024-ledger-rounding.md';
const keep = 'docs/adr/0066-keep-tokens.md';
const drop = 'docs/adr/0066-drop-cookies.md';
const kibana = 'docs/adr/0016-kibana.md';
const records = 'docs/adr/0001-record-architecture-decisions.md';
const web = 'packages/web/docs/adr/0024-state.md';

function world(remote = 'https://github.com/acme/app.git'): TestWorld {
  const made = new TestWorld(parseRemotes(remote === '' ? '' : `[remote "origin"]\n\turl = ${remote}\n`));
  made.write(rounding, '', parsedRecord(rounding, { title: 'Round the ledger half to even' }));
  made.write(keep, '', parsedRecord(keep, { title: 'Keep tokens' }));
  made.write(drop, '', parsedRecord(drop, { title: 'Drop cookies' }));
  made.write(kibana, '', parsedRecord(kibana, { title: 'Kibana for logs' }));
  made.write(records, '', parsedRecord(records, { title: 'Record architecture decisions' }));
  return made.write('services/billing/a.ts', '').write('src/a.ts', '');
}

function leadsTo(cases: Readonly<Record<string, readonly string[]>>, remote?: string, from?: string): void {
  for (const [text, expected] of Object.entries(cases)) {
    it(JSON.stringify(text), () => assert.deepEqual(world(remote).leads(text, from), expected));
  }
}

describe('what stands beside a number', () => {
  it('is a folder of one of several records that have it', () => {
    const made = world().write(web, '', parsedRecord(web, { title: 'Keep state' }));
    for (const [text, path, from] of [
      ['// web ADR-0024', web, 'src/a.ts'],
      ["// as the Web's ADR-0024 says", web, 'src/a.ts'],
      ['// ADR-0024 of the Web', web, 'src/a.ts'],
      ['// ADR-0024 (web)', web, 'src/a.ts'],
      ['// the `web` ADR-0024', web, 'services/billing/a.ts'],
      ['// see ADR-0024', rounding, 'src/a.ts'],
      ['// our ADR-0024 of the docs', rounding, 'src/a.ts'],
      ['// ADR-0024 in the mobile app', rounding, 'src/a.ts'],
      ['// the web ADR-0016', kibana, 'src/a.ts'],
    ] as const)
      assert.deepEqual(made.leads(text, from), [path], text);
  });

  describe('a repository makes it foreign', () => {
    leadsTo({
      '// acme/cloud ADR-0024': ['foreign'],
      // The end of our owner's name is another owner.
      '// me/app ADR-0024': ['foreign'],
      '// `acme/cloud` ADR-0024': ['foreign'],
      "// globex/cloud's ADR-0024 says": ['foreign'],
      '// github.com/globex/cloud ADR-0024': ['foreign'],
      '// globex/cloud: ADR-0024': ['foreign'],
      '// [globex/cloud](https://github.com/globex/cloud) ADR-0024': ['foreign'],
      '// globex/cloud repository ADR-0024': ['foreign'],
      '// globex/cloud ADR-0024 and ADR-0016': ['foreign', 'foreign'],
      '// ADR-0024 of acme/cloud': ['foreign'],
      '// ADR-0024 (acme/cloud)': ['foreign'],
      '// ADR-0024 (see globex/cloud)': ['foreign'],
      '// ADR-0024@globex/cloud': ['foreign'],
      '// ADR-0024 in the globex/cloud repository': ['foreign'],
      '// ADR-0024, ADR-0016 of globex/cloud': ['foreign', 'foreign'],
      // What joins two numbers is no part of a repository's name.
      '// acme/app ADR-0024, globex/cloud ADR-0016': [rounding, 'foreign'],
      '// globex/cloud ADR-0024 and acme/app ADR-0016': ['foreign', kibana],
      '// globex/cloud@v2:docs/adr/0024-ledger-rounding.md': ['foreign'],
      '// ADR-0024 von globex/cloud': ['foreign'],
      '// ADR-0024 of the cloud repository': ['foreign'],
      '// ADR-0024 in the [cloud repo](https://example.org/cloud)': ['foreign'],
      '// the cloud repo ADR-0024': ['foreign'],
      '// [ADR-0024](https://github.com/globex/cloud/pull/3)': ['foreign'],
      '// acme/adr#24 and globex/my-adr#24': [],
      '// ADR #3946': [],
    });
  });

  describe('anything else leaves it ours', () => {
    leadsTo({
      '// acme/app ADR-0024': [rounding],
      '// ADR-0024 of acme/app': [rounding],
      '// ADR-0024 of this repository': [rounding],
      '// as in our repo ADR-0024': [rounding],
      '// services/billing ADR-0024': [rounding],
      '// ADR-0024 in services/billing': [rounding],
      '// ADR-0024 in src/a.ts and lib/b.py': [rounding],
      '// and/or ADR-0024, client/server ADR-0024': [rounding, rounding],
      '// feature/rounding ADR-0024': [rounding],
      '// uses actions/checkout (ADR-0024)': [rounding],
      '// ADR-0024: rounding': [rounding],
      '// acme/app@v2:docs/adr/0024-ledger-rounding.md': [rounding],
      '// topic/rounding:docs/adr/0024-ledger-rounding.md': [rounding],
      '// ADR-0024: DO NOT CHANGE THIS': [rounding],
      '// ADR-0024: we keep it so for now': [rounding],
      '// [ADR-0024](https://github.com/acme/app/pull/3)': [rounding],
      '// ADR #24, adr#24': [rounding, rounding],
    });

    it('chooses the package whose folder stands beside it', () => {
      const made = world().write(web, '', parsedRecord(web));
      assert.deepEqual(made.leads('// packages/web ADR-0024\n// ADR-0024'), [web, rounding]);
    });
  });

  describe('a slug or title settles which of two', () => {
    leadsTo({
      'ADR-0066-keep-tokens': [keep],
      'ADR-0066-keep': [keep],
      'ADR-0066: Drop cookies': [drop],
      'ADR-0066 (drop the cookies)': [drop],
      'ADR-0066: cookies and tokens': ['ambiguous'],
      'ADR-0066': ['ambiguous'],
      'ADR-0066-based': ['ambiguous'],
      '[ADR-0066](../docs/adr/0066-drop-cookies.md)': [drop, drop],
    });
  });

  describe('another title leaves only a candidate', () => {
    leadsTo({
      '- ADR-016: Private cluster access': ['ambiguous'],
      '// ADR-016: Private Cluster Access': ['ambiguous'],
      'ADR-016 "Private Cluster"': [kibana],
      'ADR-016-private-cluster-access': ['ambiguous'],
      // The first part of a title with a colon in it, though another record is called just so.
      'ADR-0066: Keep tokens: for a day': [keep],
      'ADR-016-use-redis': ['ambiguous'],
      // A task, a branch or a test that is named after the record.
      '"adr0016-session-cache-limits"': [kibana],
      '"adr0066-keep-tokens"': [keep],
      'ADR-016-compliant and ADR-016: Kibana Dashboards Only': [kibana, kibana],
      'ADR-016: アクセスを制限する': [kibana],
      // The whole title of another record says so, however it is written.
      'ADR-016 (round the ledger half to even)': ['ambiguous'],
      'ADR-016: keep tokens': ['ambiguous'],
      'ADR-0066: keep tokens': [keep],
      'ADR-016: tokens': [kibana],
      'docs/adr/0001-use-rust.md': ['ambiguous'],
      'docs/adr/0001-the-first-decision.md': [`${records}*`],
      'docs/adr/0016-private-cluster.md': ['ambiguous'],
      'docs/adr/0016-kibana-for-all.md': [`${kibana}*`],
    });
  });

  describe('an owner that is named behind it, or in capitals before it, may be elsewhere', () => {
    leadsTo({
      '// ADR-0024 of the SDK': [],
      '// ADR-0024 and ADR-0016 of the [SDK](https://example.org/sdk)': [],
      '// ADR-0024 of Globex.': [],
      // Where the number is here, capitals may say what the record is about; where it is not, whose it is.
      '// SDK ADR-0024, SDK ADR-0099': [rounding],
      '// SDK ADR-0099 and ADR-0098': [],
      '// ADR-0024 of Option B': [rounding],
      '// SEE ADR-0099, TODO ADR-0098, MUST ADR-0097': ['missing', 'missing', 'missing'],
      // Of what is here: a word of the title, the repository, a folder, a month.
      '// ADR-0016 of Kibana, ADR-0016 of Acme, ADR-0016 of the Services': [kibana, kibana, kibana],
      '// ADR-0016 of May 2024, ADR-0016 of the log': [kibana, kibana],
      '// ADR-0016 of Part II, ADR-0016 of Phase 2, ADR-0016 of Section 4': [kibana, kibana, kibana],
    });
  });

  describe('an unknown host is no forge', () => {
    leadsTo(
      {
        'https://github.com.example.org/acme/app/blob/main/docs/adr/0024-ledger-rounding.md': ['foreign'],
        'https://github.com/acme/app/blob/main/docs/adr/0024-ledger-rounding.md': [rounding],
      },
      '',
    );
    leadsTo({
      'https://git.example.org/globex/app/blob/main/docs/adr/0024-ledger-rounding.md': ['foreign'],
      'https://gitlab.com/globex/app/-/blob/main/docs/adr/0024-ledger-rounding.md': [rounding],
    });
  });

  it('chooses the record whose title begins with the words, whatever others say of them', () => {
    const [steps, runs] = ['docs/adr/0077-steps-and-parts.md', 'docs/adr/0077-one-way-to-run.md'];
    const made = world().write(steps, '', parsedRecord(steps, { title: 'Steps of the domain and parts of the plan' }));
    made.write(runs, '', parsedRecord(runs, { title: 'One way to run', decision: 'We run the domain in steps.' }));
    assert.deepEqual(made.leads('// it collides with ADR-0077 (steps of the domain).'), [steps]);
    assert.deepEqual(made.leads('// it collides with ADR-0077 (the domain in steps).'), ['ambiguous']);
  });

  it('does not take a number away for the page of a wiki beside it', () => {
    assert.deepEqual(
      world().leads('// ADR-0024 https://wiki.example/decisions/ADR-0024-ledger-rounding\n// ADR-0024'),
      [rounding, 'foreign', rounding],
    );
    assert.deepEqual(world().leads('ADR-0024, https://github.com/acme/app/wiki/ADR-0024'), [rounding]);
  });

  for (const part of ['a/b ', 'a.b.', "'`", '[a](b) ', 'ADR-1, ', '(of ', 'A-', 'of the ']) {
    it(`reads ${JSON.stringify(part)} repeated in proportion`, () => {
      const line = part.repeat(Math.floor(20_000 / part.length));
      const floors = countFloors();
      for (let at = 0; at < line.length; at += 40) besideNumber(line, at, at + 3);
      assert.ok(floors() < 300);
    });
  }
});
