import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkPullRequest, type PullRequestContext } from '../../../src/core/pullRequests/checkPullRequest';
import { draftPullRequest } from '../../../src/core/pullRequests/draftPullRequest';
import { at } from '../drafts/support';
import { ledgerSplit } from './branches';

const gaps = (text: string, given: Partial<PullRequestContext> = {}) =>
  checkPullRequest(text, { now: at('2026-11-20T17:42:00Z'), risks: [], template: null, ...given }).map(
    ({ code, line, detail }) => `${line} ${code} ${detail}`.trim(),
  );
const good = 'One table for all regions locks on every posting.\n\n## How to test\n\nRun `npm test`.\n';

describe('the check of a pull request', () => {
  for (const [name, text, wanted] of [
    ['finds nothing in a text that says why and how to test', good, []],
    ['takes one without headings', 'It locks on every posting. Tested by hand.', []],
    ['misses everything in nothing', '', ['1 no-why', '1 no-test']],
    ['misses words under a heading', `## Why\n\n## What\n\n- a\n\n${good.slice(50)}`, ['1 no-why Why']],
    [
      'does not take boxes for a test',
      'It locks on every posting.\n\n## Testing\n\n- [ ] unit tests\n',
      ['3 no-test Testing'],
    ],
    ['takes a ticked box for one', 'It locks on every posting.\n\n## Testing\n\n- [x] unit tests\n', []],
    [
      'finds what was left',
      `${good}\nFixes #\n\n- TODO\n\n‹what›\n`,
      ['7 placeholder Fixes #', '9 placeholder TODO', '11 placeholder what'],
    ],
    [
      'tells a section that asks and has no answer as one thing',
      '## Why\n\n- ‹why›\n\n## How to test\n\n- ‹what to do›\n\n## Feedback\n\n‹which›\n',
      ['1 no-why Why', '5 no-test How to test', '11 placeholder which'],
    ],
    [
      'tells what was left in the first section, where no section asks for a test',
      '## Why\n\nIt locks on every posting.\n\nFixes #\n',
      ['1 no-test', '5 placeholder Fixes #'],
    ],
    ['says where a mark without words is', `${good}\n## Notes\n\n*\n`, ['9 placeholder Notes']],
    ['finds a time that is not clear', `${good}\nPlease review by 5pm Friday.\n`, ['7 unclear-deadline 5pm Friday']],
    ['takes a sentence that begins like a question', 'If two regions post at once it locks. Tested.', []],
    ['reads no comments', `<!-- by EOD Friday TODO ‹x› -->\n${good}`, ['1 placeholder x']],
  ] as const) {
    it(name, () => assert.deepEqual(gaps(text), wanted));
  }

  for (const line of [
    'Fixes #5877',
    'Refs: LED-42',
    'Fixes acme/ledger#12',
    'Fixes #12, closes #13',
    'Resolves https://github.com/acme/ledger/issues/12',
    '[Link to story](https://tracker.example/browse/LED-42)',
  ]) {
    it(`takes an issue that is named for one: ${line}`, () => assert.deepEqual(gaps(`${good}\n${line}\n`), []));
  }

  for (const line of [
    'Closes #(issue)',
    'Fixes #<issue number>',
    'Resolves #XXX',
    'Refs LED-XXX',
    'https://tracker.example/browse/LED-XXX',
  ]) {
    it(`misses an issue: ${line}`, () =>
      assert.deepEqual(
        gaps(`${good}\n${line}\n`).map((gap) => gap.slice(0, 13)),
        ['7 placeholder'],
      ));
  }

  it("misses an issue where the template's example is left", () => {
    assert.deepEqual(gaps(`${good}\nFixes #1234\n`, { template: 'Fixes #1234\n' }), ['7 placeholder Fixes #1234']);
  });

  it('does not take the words of the template for the author', () => {
    const template = '## Why\nSay in a few words why this is needed.\n\n## Tests\nSay how.\n';
    assert.deepEqual(gaps(template, { template }), ['1 no-why Why', '4 no-test Tests']);
  });

  it('misses a risk that nobody speaks of', () => {
    const risks = ledgerSplit().risks;
    assert.deepEqual(gaps(good, { risks }), ['1 risk-unspoken migration db/migrations/0041_split.sql']);
    assert.deepEqual(gaps(`${good}\nThe migration can be rolled back.\n`, { risks }), []);
    assert.deepEqual(gaps(`${good}\nSee 0041_split.sql.\n`, { risks }), []);
  });

  it('finds in a fresh draft just what only the author knows', () => {
    const { text } = draftPullRequest(ledgerSplit(), null);
    assert.deepEqual(
      new Set(gaps(text, { risks: ledgerSplit().risks }).map((gap) => gap.split(' ')[1])),
      new Set(['placeholder']),
    );
  });

  it('takes anything', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => Array.isArray(gaps(text))));
  });
});
