import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import { codeCell, codeText, fileLink, inlineText, oneLine, yamlText } from '../../../src/core/text/escape';
import { readFrontMatter } from '../../../src/core/text/frontMatter';

const md = new MarkdownIt({ html: true, linkify: true });
// No Git host makes a link of `//a.b` or of a bare `a.b`.
md.linkify.add('//', null).set({ fuzzyLink: false });

/** All that a reader sees and all kinds of markup that made it. */
function rendered(markdown: string): { readonly text: string; readonly types: readonly string[] } {
  const tokens = md.parse(markdown, {}).flatMap((token): Token[] => [token, ...(token.children ?? [])]);
  const leaves = tokens.filter(({ type, children }) => children === null && !/_(?:open|close)$/.test(type));
  return {
    text: leaves.map(({ content }) => content).join(''),
    types: [...new Set(tokens.map(({ type }) => type))].sort(),
  };
}

/** A Git host looks for mentions and references in the text that is no code. */
function outsideCode(markdown: string): string {
  const leaves = md.parse(markdown, {}).flatMap(({ children }) => children ?? []);
  return leaves.map(({ type, content }) => (type === 'code_inline' ? '\uFFFC' : content)).join('');
}

const alphabet = '*_`~[]()<>!#&@|\\$:/.-+=0123 abwGHhtps"\'{}^‹›\n\t\u200B\u202E\u0301é漢😀';
const hostile = fc.oneof(
  fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe('text of a repository in a draft', () => {
  it('shows what it is, as text and nothing else', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { text: visible, types } = rendered(`- see ${inlineText(text)} there`);
        assert.equal(visible, `see ${oneLine(text)} there`);
        assert.ok(
          types.every((type) =>
            /^(?:bullet_list|list_item|paragraph)_|^inline$|^text$|^text_special$|^code_inline$/.test(type),
          ),
          types.join(),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('never cuts the number of a request', () => {
    assert.equal(inlineText('Mend the import of ledgers (#5859)', 30), 'Mend the import of ledgers (…');
    assert.equal(inlineText('Mend the import of ledgers (#5859)', 20), 'Mend the import of…');
    assert.equal(inlineText('Mend #12 and all that', 20), 'Mend `#12` and all th…');
  });

  const punctuated: readonly [text: string, expected: string][] = [
    ['Mend it (see https://a.example/b).', 'Mend it (see `https://a.example/b`).'],
    ['As in https://a.example/wiki/Ledger_(book), twice', 'As in `https://a.example/wiki/Ledger_(book)`, twice'],
    ['Thanks @kenji.', 'Thanks `@kenji`.'],
    ['Ask "ann@example.com"!', 'Ask "`ann@example.com`"!'],
  ];
  for (const [text, expected] of punctuated) {
    it(`takes no punctuation into code: ${text}`, () => assert.equal(inlineText(text), expected));
  }

  it('begins no block', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        if (oneLine(text) === '') return;
        const { types } = rendered(inlineText(text));
        assert.ok(
          types.every((type) => /^paragraph_|^inline$|^text$|^text_special$|^code_inline$/.test(type)),
          types.join(),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('stays one cell of a table, as text and as code', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = `| a | b |\n| --- | --- |\n| x${inlineText(text)} | x ${codeCell(text)} |\n`;
        const cells = md.parse(markdown, {}).filter(({ type }) => type === 'td_open');
        assert.equal(cells.length, 2);
        assert.ok(md.parse(markdown, {}).some(({ type }) => type === 'tr_open'));
      }),
    );
  });

  it('is its own words as code', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const name = oneLine(text).replace(/[‹›]/g, "'");
        assert.equal(rendered(`a ${codeText(text)}`).text.trim(), `a ${name}`.trim());
      }),
    );
  });

  it('never mentions, refers or links', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assert.doesNotMatch(
          outsideCode(inlineText(text)),
          /@[\p{L}\p{N}_]|#\d|\bGH-\d|(?:https?|ftp):\/\/\S|\bwww\.\S/iu,
        );
      }),
      { numRuns: 500 },
    );
  });

  const harmless: readonly [text: string, markdown: string][] = [
    ['Fix the parser (again)', 'Fix the parser (again)'],
    ['snake_case and v1.2-rc', 'snake_case and v1.2-rc'],
    ["it's 50% faster: 3 > 2", "it's 50% faster: 3 > 2"],
    ['Résumé, 漢字, 👩‍💻', 'Résumé, 漢字, 👩‍💻'],
  ];
  for (const [text, markdown] of harmless) {
    it(`leaves as it is: ${text}`, () => assert.equal(inlineText(text), markdown));
  }

  const dangerous: readonly [text: string, gone: RegExp][] = [
    ['thanks @kenji and @org/team', /@\w/],
    ['fixes #12, closes org/repo#3', /#\d/],
    ['see GH-12', /GH-\d/],
    ['https://evil.example www.evil.example', /https?:\/\/|www\.e/],
    ['mail ann@example.com', /@example/],
    ['a\u202Eb\u2066c\u200Bd\u0007e', /[\u202E\u2066\u200B]|\p{Cc}/u],
    ['one\ntwo\u2028three\r\nfour', /[\n\r\u2028]/],
  ];
  for (const [text, gone] of dangerous) {
    it(`has no ${String(gone)} in ${JSON.stringify(text)}`, () =>
      assert.doesNotMatch(outsideCode(inlineText(text)), gone));
  }

  it('is no prompt', () => {
    assert.doesNotMatch(inlineText('‹what›') + codeText('‹what›'), /[‹›]/);
  });

  it('is cut, at a character', () => {
    const cut = inlineText('😀'.repeat(500));
    assert.ok(cut.length <= 160);
    assert.doesNotMatch(cut, /\p{Cs}/u);
    assert.match(codeText(`src/${'deep/'.repeat(50)}file.ts`), /^`….*file\.ts`$/);
  });

  it('goes through the front matter unchanged', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const wanted = oneLine(text);
        const { entries, valid } = readFrontMatter(['---', `from: ${yamlText(text)}`, '---']);
        assert.ok(valid);
        assert.deepEqual(entries, [{ key: 'from', values: wanted === '' ? [] : [wanted] }]);
      }),
    );
  });

  it('makes a link that leads where it should and nowhere else', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, path) => {
        const open = md
          .parse(`x ${fileLink(text, `a${path}`)}`, {})
          .flatMap(({ children }) => children ?? [])
          .filter(({ type }) => type === 'link_open');
        assert.equal(open.length, 1);
        assert.doesNotMatch(String(open[0]?.attrGet('href')), /^[a-z]+:/i);
      }),
    );
  });
});
