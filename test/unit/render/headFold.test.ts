import assert from 'node:assert/strict';
import { renderRecord } from '../../../src/core/render/renderRecord';
import { fakePorts } from './support';

const render = async (text: string, path = 'docs/adr/0007-x.md'): Promise<string> =>
  (await renderRecord(path, text, { ...fakePorts(), head: 'Head' })).html;
const fold = /<details>\s?<summary>Head<\/summary>([\s\S]*?)<\/details>/;

describe('the fold over what the page says of a record already', () => {
  const folded: readonly (readonly [what: string, text: string, inside: RegExp, first: RegExp])[] = [
    [
      'fields below the title and a chapter on the status',
      '# 7. T\n\nDate: 2025-03-03\n\nDeciders: Ann\n\n## Status\n\nAccepted\n\nSupersedes [6](6.md)\n\n## Context\n\nc',
      /2025-03-03[\s\S]*Ann[\s\S]*Accepted[\s\S]*Supersedes/,
      /^\s*<h2 id="s-context">/,
    ],
    ['a list of fields', '# T\n\n* Status: accepted\n* **Date**: 2025\n* Ticket: LED-1\n\nWhy.', /LED-1/, /^\s*<p>Why/],
    ['a chapter on the status alone', '# T\n## Status\nAccepted\n## Why\nx', /Accepted/, /^\s*<h2 id="s-why">/],
    ['fields without a title', 'Status: Final\nCreated: 2014\n\nText.', /2014/, /^\s*<p>Text/],
  ];
  for (const [what, text, inside, first] of folded) {
    it(`holds ${what}`, async () => {
      const html = await render(text);
      const [whole = '', content = ''] = fold.exec(html) ?? [];
      assert.match(content, inside);
      assert.match(html.slice(html.indexOf(whole) + whole.length), first);
      assert.equal(html.split('<details>').length, 2);
    });
  }

  it('holds the header of a PEP', async () => {
    const text = 'PEP: 484\nTitle: Type Hints\nStatus: Final\nTopic: Typing\n\n\nAbstract\n========\n\nText.\n';
    const html = await render(text, 'peps/pep-0484.rst');
    assert.match(fold.exec(html)?.[1] ?? '', /Title: Type Hints[\s\S]*Topic: Typing/);
    assert.match(html, /<\/details>\s*<h1[^>]*>Abstract/);
  });

  const kept: readonly (readonly [what: string, text: string])[] = [
    ['a text', '# T\n\nWe do it: now.\n\n## Context\n\nc'],
    ['a list of which no name is known', '# T\n\n- Pro: fast\n- Con: dear\n\nx'],
    ['a sentence beside fields', '# T\n\nDate: 2025\nand more\n\nx'],
    ['fields behind a text', '# T\n\nFirst.\n\nDate: 2025\n'],
    ['a long chapter on the status', `# T\n\n## Status\n\n${'word '.repeat(100)}\n\n## Why\n`],
  ];
  for (const [what, text] of kept) {
    it(`leaves ${what} open`, async () => assert.doesNotMatch(await render(text), /<details>/));
  }

  it('is not there where the page says nothing itself', async () => {
    const { html } = await renderRecord('a.md', '# T\n\nStatus: Accepted\n', fakePorts());
    assert.doesNotMatch(html, /<details>/);
  });
});
