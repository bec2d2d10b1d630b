import assert from 'node:assert/strict';
import { draftPullRequest, redraftPullRequest } from '../../../src/core/pullRequests/draftPullRequest';
import { messageParts } from '../../../src/core/pullRequests/messageLabels';
import { branchCommit, file, pullRequest, template } from './support';

/** The sections of a description of commits with these bodies, by their headings. */
function sectionsOf(bodies: readonly string[], form: string | null = null): ReadonlyMap<string, string> {
  const commits = bodies.map((body, at) =>
    branchCommit(9 - at, `Batch the export ${at}`, { body, files: ['src/a.ts'] }),
  );
  const input = pullRequest(commits.toReversed(), { files: [file('src/a.ts')] });
  const { text } = draftPullRequest(input, form === null ? null : template(form));
  const parts = text.split(/^## /m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n')).trim()]));
}

const labelled =
  'Why: The nightly export timed out.\n\nWhat: Rows are written\nin batches of 500.\n\nHow to test:\n- run `make export`\n- look at the log';

describe('a message that its author filled in like a form', () => {
  const told: readonly (readonly [name: string, body: string])[] = [
    ['with labels', labelled],
    ['without blank lines', labelled.replaceAll('\n\n', '\n')],
    ['with labels in bold', labelled.replace(/^(Why|What|How to test):/gm, '**$1:**')],
    ['with headings', labelled.replace(/^(Why|What|How to test):\s/gm, '## $1\n\n')],
    ['in German', labelled.replace('Why:', 'Warum:').replace('What:', 'Änderungen:').replace('How to test:', 'Tests:')],
  ];
  for (const [name, body] of told) {
    it(`tells each part in its section: ${name}`, () => {
      const sections = sectionsOf([body]);
      assert.equal(sections.get('Why'), 'The nightly export timed out.');
      assert.match(sections.get('What changed') ?? '', /^Rows are written in batches of 500\.$/m);
      assert.match(sections.get('How to test') ?? '', /^- run `make export`\n- look at the log$/m);
      assert.doesNotMatch(sections.get('Why') ?? '', /batches|make export/);
    });
  }

  it('is not asked what it says how to test', () =>
    assert.doesNotMatch(sectionsOf([labelled]).get('How to test') ?? '', /‹/));

  for (const name of ['How to test', 'Test plan', 'Steps to verify', '**How to test this**']) {
    it(`says how to test below “${name}” alone`, () => {
      const sections = sectionsOf([`It locks, because two wrote.\n\n${name}: run \`make export\` twice.`]);
      assert.equal(sections.get('Why'), 'It locks, because two wrote.');
      assert.equal(sections.get('How to test'), 'run `make export` twice.');
    });
  }

  it('has no part below a single label that may be a sentence, or stands in a paragraph', () => {
    for (const said of [
      'Validation: an empty name is refused.',
      'Tests: split by region.',
      'It locks.\nTest plan: see #12.',
    ])
      assert.equal(messageParts(said).rest, said);
  });

  it('is told in the sections of a template', () => {
    const sections = sectionsOf([labelled], '## Motivation\n\n## Changes\n\n## Testing\n');
    assert.match(sections.get('Motivation') ?? '', /timed out/);
    assert.match(sections.get('Changes') ?? '', /batches of 500/);
    assert.match(sections.get('Testing') ?? '', /make export/);
  });

  it('gives its reason also as a list, and before what it says without a label', () => {
    const why =
      sectionsOf(['For the night.\n\n## Why\n- the export takes an hour\n\n## What\nBatches.']).get('Why') ?? '';
    assert.match(why, /^- the export takes an hour$/m);
  });

  it('stands below its subject where there are several', () => {
    const sections = sectionsOf([labelled, 'It reads faster.']);
    assert.match(sections.get('What changed') ?? '', /^\*\*Batch the export 0\.\*\* Rows are written/m);
  });

  it('keeps its list in the section of a translated heading when it is drafted again', () => {
    const [first, second] = [1, 2].map((seed) =>
      branchCommit(seed, `Batch ${seed}`, { body: seed === 1 ? labelled : '' }),
    );
    assert.ok(first && second);
    const form = null;
    const drafted = draftPullRequest(pullRequest([first]), form).text.replace('## How to test', '## Testen');
    const { text } = redraftPullRequest(drafted, pullRequest([second, first]), form);
    assert.equal(text.match(/make export/g)?.length, 1);
    assert.match(text, /## Testen\n\n- run `make export`/);
  });

  it('ends a part at a label for something else', () => {
    const { test, risk, rest } = messageParts(`${labelled}\n\nRisk: low.\n\nRelease notes: none.`);
    assert.doesNotMatch(test, /low|none/);
    assert.equal(risk.trim(), 'low.');
    assert.match(rest, /^Release notes: none\.$/m);
  });

  it('tells its risk, and asks how to take back what is grave', () => {
    const body = `${labelled}\n\nRisk: low, behind a flag.`;
    assert.match(sectionsOf([body]).get('Risk') ?? '', /^low, behind a flag\.(?:\n\n- [^‹]*)?$/);
    const grave = sectionsOf([`${body}\n\nBREAKING CHANGE: v1 is gone`]).get('Risk') ?? '';
    assert.match(grave, /^low, behind a flag\.\n\n- Breaking[\s\S]*If it goes wrong: ‹/);
  });

  it('is none by one label, by labels in code, or by sentences with a colon', () => {
    for (const body of [
      'It timed out.\n\nChanges:\n- batches\n\nThat is needed, because it locks.',
      '```\nWhy: a\nWhat: b\n```',
      'Note: it timed out.\nFor example: at night.',
    ]) {
      assert.deepEqual(messageParts(body), { why: '', what: '', test: '', risk: '', rest: body });
    }
  });
});
