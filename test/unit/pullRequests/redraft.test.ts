import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitFingerprints } from '../../../src/core/drafts/fingerprints';
import {
  draftPullRequest,
  redraftPullRequest,
  withOtherTemplate,
} from '../../../src/core/pullRequests/draftPullRequest';
import type { PullRequestInput } from '../../../src/core/pullRequests/pullRequestInput';
import { ledgerSplit } from './branches';
import { branchCommit, file, pullRequest, template } from './support';

const own = template(
  '## Why\n<!-- Why? -->\n\n## What\n<!-- What is it? -->\n\n## Checklist\n- [ ] I read the guide\n- [ ] It is tested\n',
);

/** The same branch with one more commit. */
function later(): PullRequestInput {
  const input = ledgerSplit();
  const commits = [branchCommit(9, 'Name the region', { files: ['api/region.ts'] }), ...input.change.commits];
  return {
    ...input,
    change: {
      ...input.change,
      commits,
      lasting: { commits, sentences: 0, traceless: 0 },
      files: [...(input.change.files ?? []), file('api/region.ts')],
    },
  };
}

describe('drafting a pull request again', () => {
  for (const [name, form] of [
    ['without a template', null],
    ['in a template', own],
  ] as const) {
    const first = draftPullRequest(ledgerSplit(), form).text;

    it(`changes nothing where nothing happened, ${name}`, () =>
      assert.equal(redraftPullRequest(first, ledgerSplit(), form).text, first));

    it(`takes up new commits, ${name}`, () =>
      assert.match(redraftPullRequest(first, later(), form).text, /`api\/region\.ts` \(.*\): Name the region/));

    it(`keeps typed words, ${name}`, () => {
      const typed = first.replace('One table for all regions', 'The one table for all regions');
      const text = redraftPullRequest(typed, later(), form).text;
      assert.match(text, /The one table for all regions/);
      assert.doesNotMatch(text, /^One table/m);
    });

    it(`says a sentence once that a person put below another heading, ${name}, not the time after next either`, () => {
      const [sentence = ''] = /^.*One table for all regions.*$/m.exec(first) ?? [];
      assert.notEqual(sentence, '');
      const moved = first
        .replace(`${sentence}\n`, '')
        .replace(/^(## (?:Checklist|How to test))$/m, `${sentence}\n\n$1`);
      const again = redraftPullRequest(moved, later(), form).text;
      for (const text of [again, redraftPullRequest(again, later(), form).text]) {
        assert.equal(text.split(sentence).length, 2, text);
        assert.ok(text.indexOf(sentence) > text.indexOf('## What'), text);
      }
    });

    it(`brings nothing back that was taken out, ${name}, not the time after next either`, () => {
      const without = first.replace(/^.*ADR-0012.*\n/m, '').replace(/^.*‹design.*\n/m, '');
      const again = redraftPullRequest(without, later(), form).text;
      for (const text of [again, redraftPullRequest(again, later(), form).text]) {
        assert.doesNotMatch(text, /ADR-0012|‹design/);
      }
    });
  }

  it('refreshes what is below a translated heading, also where none of it is as it was', () => {
    const branch = (count: number) =>
      pullRequest([branchCommit(1, 'Batch', { body: 'It locks.' })], {
        files: ['src/a.ts', 'src/b.ts'].slice(0, count).map((path) => file(path)),
      });
    const first = draftPullRequest(branch(1), null).text;
    for (const heading of ['Änderungen', 'Zum Umfang']) {
      const { text } = redraftPullRequest(first.replace('## What changed', `## ${heading}`), branch(2), null);
      assert.match(text, new RegExp(`^## ${heading}\n\n- \`src\` \\(2 files`, 'm'));
      assert.doesNotMatch(text, /^- `src\/a\.ts` \(|What changed/m);
    }
  });

  it('keeps a section out that somebody took out', () => {
    const text = draftPullRequest(ledgerSplit(), null).text.replace(/## Screenshots\n[^#]*/, '');
    assert.doesNotMatch(redraftPullRequest(text, later(), null).text, /Screenshots/);
  });

  it('leaves a ticked box alone', () => {
    const ticked = draftPullRequest(ledgerSplit(), own).text.replace('- [ ] I read', '- [x] I read');
    const text = redraftPullRequest(ticked, later(), own).text;
    assert.equal(text.match(/I read the guide/g)?.length, 1);
    assert.match(text, /- \[x\] I read the guide\n- \[ \] It is tested/);
  });

  it('fills only gaps of a text that it did not draft', () => {
    const typed = own.text.replace('<!-- Why? -->', 'Kenji asked for it.');
    const text = redraftPullRequest(typed, ledgerSplit(), own).text;
    assert.match(text, /## Why\nKenji asked for it\.\n\n## What\n/);
    assert.match(text, /`src\/ledger\/split\.ts`/);
    assert.equal(redraftPullRequest('By hand.\n', ledgerSplit(), null).text, 'By hand.\n');
  });

  it('leaves a blank text blank', () => assert.equal(redraftPullRequest('\n', ledgerSplit(), own).text, ''));
});

describe('whatever somebody typed into a description', () => {
  const form = template(
    '## Summary\n\nSay in a few words.\n\n| Question | Answer |\n|---|---|\n| Ticket | #X |\n\n## Tests\n- A\n- B\n\n- [ ] Docs\n',
  );
  const typed = fc.oneof(
    fc.constantFrom(
      '## Summary',
      '## Tests',
      '```',
      '<!--',
      '-->',
      '- [x] Docs',
      '| Ticket | OPS-1 |',
      '---',
      '- A',
      'Fixes #9',
    ),
    fc.string({ minLength: 1 }).map((text) => `t ${text.replace(/[\r\n]/g, ' ')}`),
  );
  const edits = fc.array(fc.tuple(fc.nat(60), fc.nat(2), typed), { minLength: 1, maxLength: 6 });

  /** Puts lines into a draft, in place of some of its own. */
  function edited(text: string, changes: readonly (readonly [at: number, instead: number, line: string])[]): string {
    const lines = text.split('\n');
    const end = lines.length - 2;
    for (const [at, instead, line] of changes) lines.splice(Math.min(at, end), Math.min(instead, 1), line);
    return lines.join('\n');
  }

  for (const [name, template_] of [
    ['in a template', form],
    ['without a template', null],
  ] as const) {
    for (const isMarked of [true, false]) {
      it(`stays as it is the second time, ${name}, ${isMarked ? 'with' : 'without'} the comment`, () => {
        const first = draftPullRequest(ledgerSplit(), template_).text;
        const again = (text: string) => redraftPullRequest(text, later(), template_).text;
        fc.assert(
          fc.property(edits, (changes) => {
            const text = edited(first, changes);
            const once = again(isMarked ? text : splitFingerprints(text).body);
            assert.equal(again(once), once);
          }),
        );
      });
    }
  }

  for (const [name, again] of [
    ['is there when it is drafted again', (text: string) => redraftPullRequest(text, later(), form).text],
    ['is there in another form', (text: string) => withOtherTemplate(text, draftPullRequest(later(), own))],
    ['is there in a blank one', (text: string) => withOtherTemplate(text, { text: '', stops: [] })],
  ] as const) {
    it(name, () => {
      const first = draftPullRequest(ledgerSplit(), form).text;
      fc.assert(
        fc.property(edits, (changes) => {
          const text = edited(first, changes);
          const kept = again(text).split('\n');
          for (const line of text.split('\n').filter((each) => each.startsWith('t '))) {
            assert.ok(kept.includes(line), JSON.stringify(line));
          }
        }),
      );
    });
  }
});

/** What a person pastes back from a page on which the comment was left out. */
const withoutComment = (text: string) => splitFingerprints(text).body;
const isOnce = (text: string, part: string) => assert.equal(text.split(part).length - 1, 1, `${part}\n${text}`);

describe('a description whose comment is gone', () => {
  for (const [name, form] of [
    ['without a template', null],
    ['in a template', own],
  ] as const) {
    it(`takes up new commits, doubles nothing and keeps typed words, ${name}`, () => {
      const typed = withoutComment(draftPullRequest(ledgerSplit(), form).text).replace(
        'One table for all regions',
        'The one table for all regions',
      );
      const { text } = redraftPullRequest(typed, later(), form);
      for (const part of ['`src/ledger/split.ts` (', '- Tests changed:', 'The one table', '`api/region.ts` (']) {
        isOnce(text, part);
      }
    });

    it(`leaves out what was taken out, ${name}`, () => {
      const typed = withoutComment(draftPullRequest(ledgerSplit(), form).text).replace(/^.*Tests changed:.*\n/m, '');
      assert.doesNotMatch(redraftPullRequest(typed, later(), form).text, /Tests changed:/);
    });
  }

  it('does not take a prompt for its own the second time that it took for a typed line the first time', () => {
    // Without the row of this file it looks like the draft of an earlier day, which had no screenshots.
    const typed = withoutComment(draftPullRequest(ledgerSplit(), null).text)
      .replace(/^- `web\/src\/Statement.*\n/m, '')
      .replace('## Screenshots\n\n', '## Screenshots\nSeen by Ann.\n');
    const once = redraftPullRequest(typed, later(), null).text;
    assert.match(once, /Seen by Ann\.\n‹/);
    assert.equal(redraftPullRequest(once, later(), null).text, once);
  });

  it('has no section twice below a code fence that was never closed, and stays as it is the time after', () => {
    // Without the row of this file it looks like the draft of an earlier day, which had no screenshots.
    const typed = withoutComment(draftPullRequest(ledgerSplit(), null).text)
      .replace(/^- `web\/src\/Statement.*$/m, 'Seen by Ann.')
      .replace('should happen then›\n\n## Screenshots', 'should happen then›\n```\n## Screenshots');
    const once = redraftPullRequest(typed, later(), null).text;
    isOnce(once, '## Screenshots');
    assert.equal(redraftPullRequest(once, later(), null).text, once);
  });

  it('has no line twice that a person wrote as the draft does, and stays as it is the time after', () => {
    const rows = /^- `(?:src\/ledger\/split\.ts|db\/migrations)[^\n]*$/gm;
    const typed = withoutComment(draftPullRequest(ledgerSplit(), null).text)
      .replace(rows, '- A')
      .replace(/^‹before and after.*$/m, 'Seen by Ann.');
    const once = redraftPullRequest(typed, later(), null).text;
    isOnce(once, '- `web/src/Statement.tsx` (');
    assert.equal(redraftPullRequest(once, later(), null).text, once);
  });

  it('is no draft where only the commit’s words are in it', () => {
    const filled = `${ledgerSplit().change.commits.at(-1)?.body.split('\n\n')[0]}\n`;
    assert.equal(redraftPullRequest(filled, later(), null).text, filled);
  });
});

describe('a heading that a person wrote in other words', () => {
  const first = draftPullRequest(ledgerSplit(), null).text;
  const retitled: readonly [was: string, now: string, once: string][] = [
    ['## Why', '## Warum', 'One table for all regions'],
    ['## Why', '#### Why?', 'One table for all regions'],
    ['## What changed', '## Was sich ändert', '`src/ledger/split.ts` ('],
    ['## What changed', '**What changed:**', '`src/ledger/split.ts` ('],
    ['## How to test', '# Comment tester', '- Tests changed:'],
    ['## Risk', '__Risiken__', '‹how one would notice'],
  ];
  for (const [was, now, once] of retitled) {
    it(`${was} is ${now}`, () => {
      const { text } = redraftPullRequest(first.replace(`${was}\n`, `${now}\n`), later(), null);
      isOnce(text, once);
      assert.ok(text.includes(`${now}\n`) && !text.includes(`${was}\n`), text);
    });
  }

  it('also where all below it is the person’s', () => {
    const typed = first.replace(/## Why\n[^#]*/, '## Warum\n\nKenji hat darum gebeten.\n\n');
    const { text } = redraftPullRequest(typed, later(), null);
    assert.doesNotMatch(text, /## Why/);
    isOnce(text, 'Kenji hat darum gebeten.');
  });

  it('is not taken for the one that it stands beside', () => {
    const typed = first.replace('## How to test\n', '## Rollout\n\nOff at first.\n\n## How to test\n');
    const { text } = redraftPullRequest(typed, later(), null);
    assert.match(text, /## Rollout\n\nOff at first\.\n\n## How to test\n\n- Tests changed:/);
  });
});

describe('an answer of a person in a draft', () => {
  const bare = (files: readonly string[]) =>
    pullRequest([branchCommit(1, 'Split', { files })], { files: files.map((path) => file(path)) });
  const redrafted = (typed: string, form = own) => {
    const { text } = redraftPullRequest(typed, bare(['src/a.ts', 'test/a.test.ts']), form);
    assert.equal(redraftPullRequest(text, bare(['src/a.ts', 'test/a.test.ts']), form).text, text);
    return text;
  };

  it('behind a label is asked for no second time where the section above it is gone', () => {
    const first = draftPullRequest(bare(['src/a.ts']), own).text;
    assert.match(first, /\*\*Risk\*\*/);
    const text = redrafted(first.replace(/(\*\*Feedback wanted\*\*: )‹.*›/, '$1the names only'));
    isOnce(text, '**Feedback wanted**');
    assert.match(text, /\*\*Feedback wanted\*\*: the names only/);
    assert.doesNotMatch(text, /\*\*Risk\*\*/);
  });

  it('in a row stays in its table where the row above it changes', () => {
    const table = template('| Q | A |\n| --- | --- |\n| Fixed tickets | #... |\n| Type | bug/feature |\n\n## What\n');
    const first = draftPullRequest(bare(['src/a.ts']), table).text;
    const input = { ...bare(['src/a.ts']), closings: [{ word: 'Fixes', target: '#7' }] };
    const { text } = redraftPullRequest(first.replace('bug/feature', 'bug'), input, table);
    assert.match(text, /\| --- \| --- \|\n\| Fixed tickets \| Fixes #7 \|\n\| Type \| bug \|\n\n## What/);
  });

  it('with an example of the draft in a fence is left whole', () => {
    const example = '~~~\n## What\nan example\n~~~';
    const text = redrafted(
      draftPullRequest(bare(['src/a.ts']), own).text.replace('## Why\n', `## Why\n\n${example}\n`),
    );
    isOnce(text, example);
    isOnce(text, '`test/a.test.ts` (');
    assert.ok(text.indexOf('`test/a.test.ts` (') > text.lastIndexOf('## What'), text);
  });
});

describe('a description that a person put into another order', () => {
  const list = template('## What\n\n## Checklist\n\n- [ ] I read the guide\n- [ ] It is tested\n');

  it('has a box that was ticked in its list still', () => {
    const first = draftPullRequest(ledgerSplit(), list).text;
    const text = redraftPullRequest(first.replace('- [ ] I read', '- [x] I read'), later(), list).text;
    assert.match(text, /^- \[x\] I read the guide\n- \[ \] It is tested$/m);
  });

  it('has blank lines around a section that was put elsewhere, and none at its start', () => {
    const { body } = splitFingerprints(draftPullRequest(ledgerSplit(), null).text);
    const marker = draftPullRequest(ledgerSplit(), null).text.slice(body.length);
    const [why = '', rest = ''] = body.split(/(?=^## What changed)/m);
    const moved = rest.replace(/^(?=## Feedback wanted)/m, why);
    const { text } = redraftPullRequest(`${moved}${marker}`, later(), null);
    assert.match(text, /^## What changed[\s\S]*\n\n## Why\n/);
  });

  it('has the marks of a quote once that was put elsewhere', () => {
    const quote = '> [!NOTE]\n>\n> Ask first.\n>\n> Then wait.\n';
    const quoting = template(`${quote}\n## Checklist\n\n- [ ] It is tested\n`);
    const first = draftPullRequest(ledgerSplit(), quoting).text;
    const [told = '', below = ''] = splitFingerprints(first).body.split(quote);
    const comment = first.slice(first.indexOf('<!-- meridian'));
    const { text } = redraftPullRequest(`${quote}${below}\n${told}\n${comment}`, later(), quoting);
    assert.equal(text.split(/^>$/m).length, 3, text);
  });

  it('has no section that was deleted, although a line of it is written elsewhere, too', () => {
    const form = template('It is tested.\n\n## Notes\n\nIt is tested.\n\n## What\n');
    const first = draftPullRequest(ledgerSplit(), form).text;
    const { text } = redraftPullRequest(first.replace('## Notes\n\nIt is tested.\n\n', ''), later(), form);
    assert.doesNotMatch(text, /## Notes/);
  });
});

describe('a description that begins as something else', () => {
  const typed = draftPullRequest(ledgerSplit(), own)
    .text.replace('One table for all regions', 'The one table for all regions')
    .replace('- [ ] I read', '- [x] I read');
  const blank = { text: '', stops: [] };

  it('has the other form, and every word that was typed', () => {
    const text = withOtherTemplate(typed, draftPullRequest(ledgerSplit(), null));
    assert.match(text, /^## Why\n[\s\S]*The one table for all regions[\s\S]*## How to test/);
    assert.match(text, /- \[x\] I read the guide/);
    assert.doesNotMatch(text, /It is tested/);
  });

  it('has only those words where it is to be blank', () => {
    const text = withOtherTemplate(typed, blank);
    assert.match(text, /The one table[\s\S]*- \[x\] I read the guide/);
    assert.doesNotMatch(text, /src\/ledger|It is tested|‹/);
    assert.equal(withOtherTemplate(draftPullRequest(ledgerSplit(), own).text, blank), '');
  });

  it('has a form around the words of a blank one', () => {
    const form = draftPullRequest(ledgerSplit(), own);
    assert.equal(withOtherTemplate('\n', form), form.text);
    const text = withOtherTemplate('Kenji asked for it.\n', form);
    assert.match(text, /^Kenji asked for it\.\n[\s\S]*## Why\n[\s\S]*## Checklist/);
  });

  it('is what it was when it changes back', () => {
    const first = draftPullRequest(ledgerSplit(), own);
    const other = withOtherTemplate(first.text, draftPullRequest(ledgerSplit(), null));
    assert.equal(withOtherTemplate(other, first), first.text);
  });
});
