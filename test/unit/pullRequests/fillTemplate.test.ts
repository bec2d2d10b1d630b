import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answersTo } from '../../../src/core/pullRequests/answers';
import { draftPullRequest } from '../../../src/core/pullRequests/draftPullRequest';
import { fillTemplate } from '../../../src/core/pullRequests/fillTemplate';
import { assertGolden } from '../drafts/support';
import { bareBranch, ledgerSplit } from './branches';
import { branchCommit, pullRequest, template } from './support';

const github = `<!-- Thank you. Read CONTRIBUTING.md first: https://example.com/contributing -->

## Why
<!-- Why is this needed? -->

## What
Please describe what changed, so that
everybody understands it.

Fixes # (issue)

## Type of change
- [ ] Bug fix
- [ ] New feature

## How was this tested?
- [ ] Unit tests
- [ ] By hand

## Screenshots

## Checklist
- [ ] I read the guide
`;
const gitlab = `## What does this MR do and why?

%{first_multiline_commit}

%{unknown} from %{source_branch} to %{target_branch}

## How to set up and validate locally

1.
2.

## MR acceptance checklist

- [ ] Evaluated

/label ~"type::feature"
`;
const azure = `Description
===========

TODO

**Related work items:** 

**Risks**

_What can go wrong, and for whom?_

---
- [ ] Builds clean
`;
const short = '- [ ] I signed the CLA\n- [ ] I added tests\n';

const hosts = {
  github: template(github),
  gitlab: template(gitlab, { host: 'gitlab', hasVariables: true, path: '.gitlab/merge_request_templates/Default.md' }),
  azure: template(azure, { host: 'azure', path: '.azuredevops/pull_request_template.md' }),
  'boxes-only': template(short),
};

const fill = (text: string, of = text) => fillTemplate(text, of, answersTo(ledgerSplit())).text;

describe("the repository's own template", () => {
  for (const [name, own] of Object.entries(hosts)) {
    it(`is filled as agreed: ${name}`, () =>
      assertGolden(`pull-request/template-${name}.md`, draftPullRequest(ledgerSplit(), own).text));
  }

  it('is left as it is where nothing is known', () => {
    const untouched =
      '## Why\n<!-- Why is this needed? -->\n\n## How was this tested?\n<!-- How? -->\n\n## Checklist\n- [ ] Done\n';
    const { text } = fillTemplate(untouched, untouched, answersTo(bareBranch()));
    assert.match(text, /## Why\n<!-- Why is this needed\? -->\n/);
    assert.match(text, /## How was this tested\?\n<!-- How\? -->\n\n## Checklist\n- \[ \] Done\n$/);
  });

  it('has no box ticked', () => {
    const boxes = [...github.matchAll(/^- \[.*$/gm)].map(([line]) => line);
    const text = fill(github);
    for (const line of boxes) assert.ok(text.includes(`${line}\n`), line);
    assert.doesNotMatch(text, /\[x\]/i);
  });

  it('keeps what a person typed, and fills the rest', () => {
    const typed = github.replace('<!-- Why is this needed? -->', 'Because Kenji asked.');
    const text = fill(typed, github);
    assert.match(text, /## Why\nBecause Kenji asked\.\n\n## What\n/);
    assert.match(text, /## What\n\n?- `src\/ledger\/split\.ts`/);
  });

  it('says nothing twice that a variable of GitLab writes', () => {
    const form = '## What does this MR do?\n\n%{first_multiline_commit_description}\n';
    const body = 'The page took long for large tenants.';
    const given = pullRequest([branchCommit(2, 'Log it'), branchCommit(1, 'Page the log', { body })]);
    const text = draftPullRequest(given, template(form, { host: 'gitlab', hasVariables: true })).text;
    assert.equal(text.split(body).length, 2);
    assert.match(text, /Page the log/);
  });

  it('stays blank where it is blank', () => assert.equal(fill(' \n\n', github), ''));

  it('fills in the number of an issue that the author closes, with their word', () => {
    assert.match(fill('## Why\n\nCloses #\n'), /^Fixes #12$/m);
  });

  it('shares out keys and numbers to the lines that wait for them', () => {
    const told = (text: string, ...facts: readonly string[]) =>
      fillTemplate(text, text, { ...answersTo(bareBranch()), ticket: { facts, asks: [] } })
        .text.split('\n')
        .filter((line) => /#\d|LED/.test(line));
    const [form, facts] = ['Fixes #<number>\n**Jira:** LED-0000\n', ['For LED-7', 'Closes #12'] as const];
    assert.deepEqual(told(form, ...facts), ['Closes #12', '**Jira:** LED-7']);
    assert.deepEqual(told(form.split('\n').toReversed().join('\n'), ...facts), ['**Jira:** LED-7', 'Closes #12']);
    for (const number of ['<issue-number>', 'ISSUE-NUMBER'])
      assert.deepEqual(told(form.replace('<number>', number), ...facts), ['Closes #12', '**Jira:** LED-7'], number);
    assert.deepEqual(told('Fixes #\n\nCloses #\n', ...facts), ['‹Fixes / Part of› LED-7', 'Closes #12']);
    assert.deepEqual(told(form, 'Closes #12'), ['Closes #12', '**Jira:** LED-0000']);
    assert.deepEqual(told('## Work item\n\nAB#\n', 'For AB#7', 'Fixes #12'), ['AB#7', 'Fixes #12']);
    assert.deepEqual(told('## Work item\n\n- AB#<number>\n', 'For #7'), ['For #7']);
  });

  it('asks whether a ticket that nobody closes is closed', () => {
    const text = fillTemplate('Closes #<!-- number -->\n', 'Closes #<!-- number -->\n', {
      ...answersTo(bareBranch()),
      ticket: { facts: ['For #7'], asks: [] },
    }).text;
    assert.match(text, /^‹Closes \/ Part of› #7$/m);
  });

  it('keeps rules in long comments, and markers of machines', () => {
    const rules = `<!--\n1. ${'Follow the rules. '.repeat(20)}\n-->`;
    const marker = '<!-- markdownlint-disable MD041 -->';
    const text = fill(`${marker}\n\n## Why\n\n${rules}\n\n<!-- Say why -->\n`);
    assert.ok(text.startsWith(`${marker}\n`) && text.includes(rules) && !text.includes('Say why'));
  });

  it('loses no line that somebody typed, whatever it is', () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom('## Why', '## What', '', '<!--', '-->', '```', '- [ ] a', 'Fixes #', '---', 'Testing:'),
        fc.string(),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(lines, (typed) => {
        const written = typed.map((line) => line.replace(/[\r\n]/g, ' '));
        const kept = new Set(fill(written.join('\n'), github).split('\n'));
        const own = new Set(github.split('\n').map((line) => line.trim()));
        for (const line of written) assert.ok(own.has(line.trim()) || kept.has(line), JSON.stringify(line));
      }),
    );
  });
});
