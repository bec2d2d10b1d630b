import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answersTo } from '../../../src/core/pullRequests/answers';
import { fillTemplate } from '../../../src/core/pullRequests/fillTemplate';
import { bareBranch, ledgerSplit } from './branches';
import { branchCommit, file, pullRequest } from './support';

const fill = (text: string, of = text, input = ledgerSplit()) => fillTemplate(text, of, answersTo(input)).text;
/** What stands below a heading. */
const below = (heading: string, text: string) => text.split(`${heading}\n`)[1]?.split(/^#/m)[0]?.trim() ?? '';

describe('what a template says in place of an answer', () => {
  const gone: readonly (readonly [name: string, words: string])[] = [
    ['a sentence', 'Brief high level description of this feature or fix'],
    ['a sentence in another language', 'Kurze Beschreibung, und was dieser PR löst.'],
    ['sentences', 'Let people know what to do.\n\nAlso tell them what not to do.'],
    ['a list of gaps', '- list changes\n- list changes'],
    ['letters for items', '1. A\n2. B\n3. C'],
    ['dots', '* ...'],
    ['items that trail off', '* First, ...\n* Second, …'],
    ['a French request', "> _Indiquez le problème. Attirez l'attention sur ses causes._"],
    ['a quotation', '> What was added in this pull request.'],
    [
      'bold over two lines',
      '**Replace this text with a summary of the changes.\nThe more detailed you are, the better.**',
    ],
    ['steps', '- Step 1\n- Step ...'],
    ['an example', 'e.g. new endpoints, moved files'],
    ['what is to be done, in italics', '_TODO: 1-3 sentences on this change_'],
    ['an explanation of something', '_An explanation of how this works_'],
    ['a question for more', '- Change 1\n- More?'],
    ['a request with a further word', 'Provide a link to the corresponding ticket.'],
  ];
  for (const [name, words] of gone) {
    it(`goes: ${name}`, () => {
      const text = fill(`## What changed\n\n${words}\n`);
      assert.ok(text.includes('`src/ledger/split.ts`'));
      for (const line of words.split('\n').filter(Boolean)) assert.ok(!text.includes(line), line);
    });
  }

  it('answers below numbered questions that stand one right below the other', () => {
    const questions = ['1. Why is it needed?', '2. What has changed here?', '3. Is it documented?'];
    const text = fill(`${questions.join('\n')}\n`);
    for (const question of questions) assert.ok(text.includes(`${question}\n`), text);
    assert.match(text, /changed here\?\n\n- `src\/ledger\/split\.ts`[^?]*\n\n3\. Is/);
  });

  it('stays where its label asks for something that is not answered', () => {
    const text = fill('Docs: https://github.com/acme/docs/pull/XXXX\n\n- [ ] Done\n');
    assert.match(text, /^Docs: https:\/\/github\.com\/acme\/docs\/pull\/XXXX$/m);
  });

  it('goes where it says whom the answer is for', () => {
    const input = pullRequest([branchCommit(1, 'Split')], { files: [file('test/split.test.ts')] });
    const text = fill('## Test plan\n\n_Fill in test steps for the reviewer._\n', undefined, input);
    assert.doesNotMatch(text, /Fill in/);
  });

  it('asks for the reason where a section for it has no more than a place for an issue', () => {
    const input = pullRequest([branchCommit(1, 'Split')]);
    const text = fill('### Why?\n\nFixes #0000 <!-- if there is one -->\n\n### What?\n', undefined, input);
    assert.match(text, /Fixes #0000 <!-- if there is one -->\n\n‹why/);
  });

  for (const [name, mark] of [
    ['in bold', ''],
    ['that are items', '* '],
  ] as const) {
    it(`answers below questions ${name}, with a remark behind them, and keeps each`, () => {
      const questions = [
        `${mark}**What kind of change is this?** (a fix, a feature)`,
        `${mark}**What is the current behaviour?** (link to an issue)`,
        `${mark}**What is the new behaviour?** (if it is another)`,
        `${mark}**Does it break anything?** (and what is to be done then)`,
      ];
      const text = fill(`${questions.join('\n\n\n')}\n`);
      const [kind = '', why = '', what = '', breaks] = questions.map((question, at) => {
        const from = text.indexOf(question);
        assert.ok(from >= 0, question);
        return text.slice(from + question.length, text.indexOf(questions[at + 1] ?? '', from) || undefined).trim();
      });
      assert.deepEqual([kind, breaks], ['', '']);
      assert.match(why, /One table for all regions/);
      assert.match(what, /`src\/ledger\/split\.ts`/);
    });
  }

  it('answers below the heading that asks, and not below the title above it with its warning', () => {
    const form =
      '# Pull request\n\n> [!IMPORTANT]\n> Do not merge on Fridays.\n\n## Description\n\n## Checks\n\n- [ ] a\n';
    assert.match(below('## Description', fill(form)), /One table for all regions/);
  });

  it('answers below questions that are items, and loses none', () => {
    const questions = ['- Why is it needed?', '- What does this change?', '- How was it tested?'];
    const text = fill(`${questions.join('\n\n')}\n`);
    assert.deepEqual(
      text.split('\n').filter((line) => questions.includes(line)),
      questions,
    );
    assert.match(text.split(questions[1] ?? '')[0] ?? '', /One table for all regions/);
  });

  it('keeps a comment of several lines whole where one of its requests is still to be answered', () => {
    const comment = '<!--\n\nSay why you change this.\n\nList related issues:\nFixes #1, fixes #2\n\n-->';
    const form = `## Summary\n\n${comment}\n`;
    const unknown = fillTemplate(form, form, { ...answersTo(bareBranch()), ticket: { facts: ['For #7'], asks: [] } });
    assert.ok(unknown.text.includes(comment) && unknown.text.includes('For #7'), unknown.text);
    assert.ok(!fill(form).includes('<!--'));
  });

  it('keeps a sentence of several lines whole where it asks for what is not known', () => {
    const words = 'Please describe the screenshots\nand what changed.';
    const text = fill(`## What changed\n\n${words}\n`);
    assert.ok(text.includes('`src/ledger/split.ts`'));
    assert.ok(text.includes(words) || !words.split('\n').some((line) => text.includes(line)), text);
  });

  it('answers below the questions of a form without headings, and keeps each', () => {
    const text = fill('What is the current behaviour?\n\nWhat is the new behaviour?\n\nOther information:\n');
    const [, why = '', what = ''] = text.split(/^What is the .*\?$/m);
    assert.match(what, /`src\/ledger\/split\.ts`[\s\S]*^Other information:$/m);
    assert.notEqual(why.trim(), '');
    assert.doesNotMatch(why, /`src\/ledger\/split\.ts`/);
  });

  it('answers above the next label with its value', () => {
    const text = fill('Summary:\n\nTesting:\n\nReviewers: @acme/ledger\n');
    assert.match(text, /^Testing:\n\n- [\s\S]*\n\nReviewers: @acme\/ledger\n$/m);
  });

  it('answers above a label that begins with an umlaut', () => {
    const text = fill('Zusammenfassung:\n\nTests:\n\nÜberprüfung durch: @acme/ledger\n');
    assert.match(text, /^Tests:\n\n- [\s\S]*\n\nÜberprüfung durch: @acme\/ledger\n$/m);
  });

  const kept: readonly (readonly [name: string, words: string])[] = [
    ['boxes', '- [ ] the ledger'],
    ['a fold', '<details><summary>More</summary>\n\n</details>'],
    ['a fold over lines', '<details>\n<summary>More</summary>\n</details>'],
    ['markup', '<br />'],
    ['markup with attributes', '<p align="center">'],
    ['links', 'See [the guide](https://example.com).'],
    ['code', 'Run `make ledger` first.'],
    ['what leads over', 'Affects:'],
    ['longer items', '- the statement of each customer in each region'],
    ['a rule', '---'],
    ['bold over two lines that is no request', '**Describe nothing here.\nMerge only after 17:00.**'],
    ['a variable', '%{ledger}'],
    ['a rule in a sentence', 'Every change needs an entry in CHANGES.md.'],
    ['a rule below a request', 'Merge only after 17:00.'],
    ['a rule in another language', 'Testdaten dürfen keine Namen enthalten.'],
    ['a rule that begins like a request', 'Add an entry to CHANGES.md.'],
    ['work elsewhere', 'List new packages in NOTICE.'],
    ['reviewers', 'Reviewers: @acme/ledger'],
    ['a callout', '> [!WARNING]\n> Never merge on a Friday.'],
    ['a callout with a request', '> [!NOTE]\n> Please describe the ledger.'],
    ['a comment with a rule', '<!-- Never name a customer. -->'],
    ['a request for something else', 'Describe how you tested it on staging.'],
    ['a list of the team', '- Ask in #ledger when in doubt.'],
    ['italics that are no request', '_Merge only after 17:00._'],
  ];
  for (const [name, words] of kept) {
    it(`stays: ${name}`, () => {
      const text = fill(`## What changed\n\nDescribe what changed.\n\n${words}\n\n## Tests\n`);
      assert.ok(text.includes(words) && !text.includes('Describe what changed.'), text);
    });
  }

  it('is asked where it shows below a comment alone, whatever that says', () => {
    const comment = '<!-- Why it is needed. You may omit this section where it is plain. -->';
    assert.match(below('## Rationale', fill(`## Rationale\n\n${comment}\n`, undefined, bareBranch())), /‹why/);
  });

  it('stays where nothing is known to say instead', () => {
    assert.match(fill('## Why\n\nA few words.\n', undefined, bareBranch()), /A few words\./);
  });

  it('tells what a section is for whose heading nobody knows', () => {
    const text = fill('# Success\n\nPlease describe what is possible now.\n\n- A\n- B\n\n# Notes\n');
    assert.match(below('# Success', text), /One table for all regions/);
    assert.doesNotMatch(text, /possible now|^- A$/m);
  });
});

describe('comments of a template', () => {
  it('belong to the heading that they stand right above', () => {
    const text = fill(
      '<!-- Say why. -->\n## Why\n\n<!-- Name the tests. -->\n## Tests\n\n<!-- Or none. -->\n## Manual\n',
    );
    assert.match(text, /^<!-- Say why\. -->\n## Why\n/);
    assert.match(text, /\n\n<!-- Name the tests\. -->\n## Tests\n/);
    assert.match(text, /\n\n<!-- Or none\. -->\n## Manual$/m);
  });
});

describe('a line for an issue', () => {
  const rows: readonly (readonly [written: string, filled: string])[] = [
    [
      '[Link to story](https://tracker.example/browse/AP-XXX)',
      '[Link to story](https://tracker.example/browse/LED-42)',
    ],
    ['[AP-XXX](https://tracker.example/browse/AP-XXX)', '[LED-42](https://tracker.example/browse/LED-42)'],
    ['https://tracker.example/browse/', 'https://tracker.example/browse/LED-42'],
    ['https://github.com/acme/ledger/issues/<number>', 'https://github.com/acme/ledger/issues/12'],
    ['**Related issue**: #ISSUE_NUMBER', '**Related issue**: Fixes #12, LED-42'],
    ['Jira: LED-XXX', 'Jira: Fixes #12, LED-42'],
    ['Part of #', 'Part of LED-42'],
  ];
  for (const [written, filled] of rows) {
    it(`takes the ticket: ${written}`, () => {
      const text = fill(`## Why\n\n${written}\n`);
      assert.ok(text.split('\n').includes(filled), text);
    });
  }

  it('stays where its address has no place for the ticket, which then stands below', () => {
    const text = fill('## Why\n\n[Board](https://tracker.example/board)\n');
    assert.match(text, /\[Board\]\(https:\/\/tracker\.example\/board\)/);
    assert.match(text, /^For LED-42$/m);
  });
});

describe('forms of which one is to be kept', () => {
  it('get their words before them', () => {
    const text = fill('# Bugfix\n\n> Please describe the bug.\n\n# Feature\n\n> Please describe the feature.\n');
    assert.match(text, /^Fixes #12\n[\s\S]*One table[\s\S]*# Bugfix\n\n> Please describe the bug/);
  });
});

describe('what a template has no place for', () => {
  it('is asked where the words are, for what people see and how it is tested', () => {
    const text = fill('## What and why\n');
    assert.match(text, /\n\*\*How to test\*\*\n\n- Tests changed: .*\n- To run.*\n- ‹what to do/);
    assert.match(text, /\n\*\*Screenshots\*\*: ‹before and after/);
  });

  it('is not asked where only words for people changed', () => {
    const commands = [{ command: 'npm test', source: 'package.json' }];
    assert.doesNotMatch(
      fill('## What and why\n', undefined, { ...bareBranch(), commands }),
      /npm test|How to test|Screenshots/,
    );
  });
});

describe('a prompt for screenshots', () => {
  it('stands for templates of pages, not of settings', () => {
    const asked = (path: string) => {
      const input = pullRequest([branchCommit(1, 'Split')], { files: [file(path)] });
      return answersTo(input).screenshots.asks.length > 0;
    };
    assert.ok(asked('web/list.html.j2'));
    assert.ok(asked('web/list.erb'));
    assert.ok(!asked('deploy/service.yaml.j2'));
  });
});

describe('a template in a table', () => {
  const table =
    '| Question | Answer |\n|---|---|\n| Why? | |\n| Bug fix? | yes/no |\n| Related tickets | fixes #X, mentions #Y |\n';

  it('has the rows filled that wait for words, in one line each', () => {
    const [, , why = '', bug, tickets] = fill(table).split('| Question')[1]?.split('\n') ?? [];
    assert.match(why, /^\| Why\? \| “?.*One table for all regions.*<br>.* \|$/);
    assert.equal(bug, '| Bug fix? | yes/no |');
    assert.equal(tickets, '| Related tickets | Fixes #12<br>For LED-42 |');
  });

  it('asks in a row where nothing is known', () =>
    assert.match(fill(table, undefined, bareBranch()), /^\| Why\? \| ‹why: .*› \|$/m));

  it('says nothing twice', () => {
    assert.equal(fill(table).match(/One table for all regions/g)?.length, 1);
    assert.match(fill(`## Why\n\n${table}`), /^\| Why\? \| \|$/m);
  });

  it('leaves rows alone that somebody filled', () => {
    const typed = table.replace('| Why? | |', '| Why? | Kenji asked |').replace('yes/no', 'yes');
    assert.match(fill(typed, table), /\| Why\? \| Kenji asked \|\n\| Bug fix\? \| yes \|/);
  });

  it('is no table with pipes of the repository in it', () => {
    const input = pullRequest([branchCommit(1, 'Split a|b', { files: ['a|b.ts'] })], { files: [file('a|b.ts')] });
    const row = fill('| What changed | |\n', undefined, input)
      .split('\n')
      .find((line) => line.startsWith('| What'));
    assert.equal(row?.replace(/\\\|/g, '').split('|').length, 4);
  });

  it('loses no line that somebody typed', () => {
    const line = fc.oneof(fc.constantFrom('| Why? | |', '|---|---|', '| a | b |', '## What'), fc.string());
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (typed) => {
        const written = typed.map((each) => each.replace(/[\r\n]/g, ' '));
        const kept = new Set(fill(written.join('\n'), table).split('\n'));
        const own = new Set(table.split('\n').map((each) => each.trim()));
        for (const each of written) assert.ok(own.has(each.trim()) || kept.has(each), JSON.stringify(each));
      }),
    );
  });
});

describe('the labels of a template that has no headings', () => {
  const form = '**What**:\n\n**Why**:\n\n**Tickets**: LED-XXX\n\n**Risk level** (low/high):\n';
  const text = fill(form, form, {
    ...pullRequest([branchCommit(1, 'fix: round', { body: 'Auditors asked for it.' })]),
  });

  it('have their own words right below them, and none of the label before', () => {
    assert.match(text, /^\*\*Why\*\*:\n\n?Auditors asked for it\.\n\n\*\*Tickets\*\*: LED-XXX$/m);
    assert.match(text, /^\*\*Risk level\*\* \(low\/high\):\n\n?- `src\/ledger\/split\.ts`: code changed/m);
  });

  it('may be headings in HTML', () => {
    const filled = fill(
      '<h2>Why</h2>\n\n<h2>Screenshots</h2>\n',
      undefined,
      pullRequest([branchCommit(1, 'x', { body: 'Because.\n\nBecause it locks.' })]),
    );
    assert.match(filled, /^<h2>Why<\/h2>\n.*Because it locks\..*<h2>Screenshots<\/h2>/s);
  });
});
