import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { asMarkdown, asPlain, asSlack } from '../../../src/core/drafts/formats';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { hostileDay, ordinaryDay } from './days';
import { assertGolden } from './support';

const ordinary = draftHandoff(ordinaryDay()).text;

describe('a draft that is copied', () => {
  it('reads well as Markdown', () => assertGolden('copied/ordinary.md', asMarkdown(ordinary)));
  it('reads well in Slack', () => assertGolden('copied/ordinary.slack.txt', asSlack(ordinary)));
  it('reads well in Slack, without what is folded', () => {
    assertGolden('copied/short.slack.txt', asSlack(ordinary, 'left out'));
  });
  it('reads well as plain text', () => assertGolden('copied/ordinary.txt', asPlain(ordinary)));

  const slack: readonly [markdown: string, expected: string][] = [
    ['**bold** and *italic*, ~~gone~~', '*bold* and _italic_, ~gone~'],
    ['[site](https://a.example/?x=1&y=2) [file](../adr/1.md)', '<https://a.example/?x=1&amp;y=2|site> file'],
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    ['<!channel> <@U123>', '&lt;!channel&gt; &lt;@U123&gt;'],
    ['# One `two`', '*One `two`*'],
    ['- a\n  - b\n- c', '• a\n    • b\n• c'],
    ['3. a\n4. b', '3. a\n4. b'],
    ['- [ ] a\n- [x] b', '☐ a\n☑ b'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', '_a | b_\n• 1 | 2'],
    ['> a\n> b', '> a b'],
    ['```ts\na < b\n```', '```\na &lt; b\n```'],
    ['one\ntwo  \nthree', 'one two\nthree'],
    ['a \\*literal\\* star', 'a \u200B*\u200Bliteral\u200B*\u200B star'],
    ['snake_case', 'snake_case'],
  ];
  for (const [markdown, expected] of slack) {
    it(`is ${JSON.stringify(expected)} in Slack`, () => assert.equal(asSlack(markdown), `${expected}\n`));
  }

  const plain: readonly [markdown: string, expected: string][] = [
    ['**bold** [site](https://a.example) [file](b.md)', 'bold site (https://a.example) file'],
    ['## One', 'One\n---'],
    ['ask `@kenji` about `x`', 'ask @\u200Bkenji about x'],
    ['- [ ] a', '☐ a'],
  ];
  for (const [markdown, expected] of plain) {
    it(`is ${JSON.stringify(expected)} as plain text`, () => assert.equal(asPlain(markdown), `${expected}\n`));
  }

  const comments: readonly [why: string, text: string, expected: string][] = [
    ['front matter', '---\nhandoff: x\n---\n# A', '# A'],
    ['a comment', 'a <!-- b --> c', 'a  c'],
    ['a comment over lines', 'a\n<!-- b\nc -->\nd', 'a\nd'],
    ['but code', '`<!-- a -->`\n\n```\n<!-- b -->\n```', '`<!-- a -->`\n\n```\n<!-- b -->\n```'],
    ['fingerprints', 'a\n\n<!-- meridian drafted: 0000000 -->\n', 'a'],
  ];
  for (const [why, text, expected] of comments) {
    it(`has no ${why}`, () => assert.equal(asMarkdown(text), `${expected}\n`));
  }

  it('pings nobody, whatever a repository says', () => {
    const { text } = draftHandoff(hostileDay());
    assert.doesNotMatch(asSlack(text), /<[!@#]|(?<!`)@(?:channel|everyone|kenji)/);
    assert.doesNotMatch(asPlain(text), /@(?:channel|everyone|kenji)/);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'#->`|*_[]()<! \n1.a~'), maxLength: 200 }), (text) => {
        for (const copied of [asMarkdown(text), asSlack(text), asPlain(text)]) assert.ok(copied.endsWith('\n'));
      }),
    );
  });
});
