import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { asMarkdown } from '../../../src/core/drafts/formats';
import { readSections } from '../../../src/core/drafts/sections';
import { renderRecord } from '../../../src/core/render/renderRecord';
import { hasFrontMatterKey, readFrontMatter, withoutFrontMatter } from '../../../src/core/text/frontMatter';
import { readSample } from '../records/read/readSample';
import { countFloors } from '../support/floors';

const lines = (text: string) => text.split('\n');
const read = (text: string) => readFrontMatter(lines(text));

/** Documents that begin with a rule and have another later. */
const rules: readonly (readonly [string, string])[] = [
  ['a heading and sections', '---\n\n# Use foo\n\n## Status\n\nAccepted\n\n---\n\n## Context\n\nWords.\n'],
  ['a heading right below', '---\n# Use foo\n\n## Status\n\nAccepted\n\n---\n\nWords.\n'],
  ['a heading and labels, which are YAML too', '---\n\n# Use foo\n\nStatus: Accepted\n\n---\n\n## Context\n\nWords.\n'],
  ['a heading alone', '---\n# Use foo\n---\n\nStatus: Accepted\n'],
  ['a banner', '---\nThis record moved to the wiki.\n---\n# Use foo\n\nStatus: Accepted\n'],
  ['a quotation', '---\n> Note: this moved.\n---\n# Use foo\n\nStatus: Accepted\n'],
  ['bold labels', '---\n**Status:** Accepted\n\n---\n# Use foo\n'],
  ['a list', '---\n- Status: Accepted\n- Date: 2024-01-02\n---\n# Use foo\n'],
  ['a numbered list', '---\n1. First: this\n2. Then: that\n---\n# Use foo\n\nStatus: Accepted\n'],
  ['a table', '---\n| Status | Accepted |\n| --- | --- |\n---\n# Use foo\n'],
  [
    'a label, and the end of front matter forgotten',
    '---\nstatus: Accepted\n# Use foo\n\nWords: here\nand there.\n\n---\n\nMore.\n',
  ],
  ['a badge', '---\n![Status: x](a.svg)\n---\n# Use foo\n\nStatus: Accepted\n'],
];

/** Front matter, however odd, with the number of its lines. */
const fronts: readonly (readonly [string, string, number])[] = [
  ['keys', '---\nstatus: accepted\n---\n# A\n', 3],
  ['a comment first, as MADR has it', '---\n# Optional; feel free to remove.\nstatus: accepted\n---\n# A\n', 4],
  ['a comment apart, and the title below', '---\n# yaml-language-server: x\n\nstatus: accepted\n---\n\n# A\n', 5],
  ['a blank line first', '---\n\nstatus: accepted\n---\n# A\n', 4],
  ['a comment between keys', '---\nstatus: accepted\n\n# people\n\ndeciders: ann\n---\n# A\n', 7],
  ['nothing', '---\n---\n# A\n', 2],
  ['a quoted key', '---\n"status": accepted\n---\n# A\n', 3],
  ['a key of another script', '---\n状态: 已接受\n---\n# A\n', 3],
  ['dots at the end', '---\nstatus: accepted\n...\n# A\n', 3],
  ['TOML', '+++\ntitle = "A"\n+++\n# A\n', 3],
  ['a flow map', '---\n{ status: accepted }\n---\n# A\n', 3],
];

describe('front matter', () => {
  for (const [what, text] of rules) {
    it(`is none where a document begins with a rule and has ${what}`, () => {
      assert.deepEqual(read(text), { entries: [], lines: 0, valid: true });
      assert.equal(withoutFrontMatter(text), text);
    });
  }

  for (const [what, text, count] of fronts) {
    it(`is read with ${what}`, () => {
      const found = read(text);
      assert.deepEqual([found.lines, found.valid], [count, true]);
      assert.equal(withoutFrontMatter(text), lines(text).slice(count).join('\n'));
      assert.equal(read(`\ufeff${text}`).lines, count);
    });
  }

  it('says where it is damaged, and is read line by line', () => {
    const damaged = read('---\nstatus: accepted\ndeciders: @ann: x\n bad\n---\n# A\n');
    assert.deepEqual(
      [damaged.valid, damaged.lines, damaged.entries[0]],
      [false, 5, { key: 'status', values: ['accepted'] }],
    );
  });

  it('ends nowhere where no fence closes it', () => {
    for (const text of ['---\nstatus: accepted\n', '---', '+++\ntitle = "A"\n']) assert.equal(read(text).lines, 0);
  });

  it('of TOML needs a key', () => {
    assert.equal(read('+++\nWords.\n+++\n# A\n').lines, 0);
  });

  it('is cut off at the same place whatever the line ends', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['---', 'status: accepted', '---', '# A', ''].join(end);
      assert.equal(withoutFrontMatter(text), ['# A', ''].join(end));
    }
  });

  it('is known by one of its keys', () => {
    assert.ok(hasFrontMatterKey('---\nfrom: ann\nhandoff: 2026-11-20T17:42:00Z\n---\n', 'handoff'));
    assert.ok(hasFrontMatterKey('\ufeff---\r\nhandoff: x\r\n---\r\n', 'handoff'));
    for (const text of ['handoff: x', '---\nto: ann\n---\nhandoff: x\n', '---\nx: "handoff: y"\n---\n'])
      assert.ok(!hasFrontMatterKey(text, 'handoff'), text);
  });

  it('is looked for on every key without splitting a text that has none into lines', () => {
    const text = 'words\n'.repeat(50_000);
    const floors = countFloors();
    for (let key = 0; key < 200; key++) assert.ok(!hasFrontMatterKey(text, 'handoff'));
    assert.ok(floors() < 5);
  });

  it('with deep lists is not given to the parser', () => {
    const nested = (depth: number) => read(`---\nstatus: accepted\nx:\n  ${'- '.repeat(depth)}a\n---\n`);
    assert.deepEqual([nested(5).valid, nested(12).valid, nested(300).valid], [true, false, false]);
    assert.deepEqual(nested(300).entries[0], { key: 'status', values: ['accepted'] });
  });
});

describe('a document that begins with a rule', () => {
  for (const [what, text] of rules) {
    it(`is one document in the index, the panel, the copy and the draft: ${what}`, async () => {
      const record = readSample(text);
      assert.deepEqual([record.title, record.problem], ['Use foo', null]);
      const ports = { idOf: () => null, references: () => [], imageUri: () => null, remoteImage: () => '', head: null };
      assert.match((await renderRecord('docs/adr/0007-use-foo.md', text, ports)).html, /<hr>[\s\S]*Use foo/);
      assert.equal(asMarkdown(text).trim(), text.trim());
      assert.equal(readSections(text, null).front, null);
    });
  }
});

describe('readers of front matter', () => {
  it('agree on every text', () => {
    const pieces = [
      '---\n',
      '+++\n',
      '...\n',
      'status: a\n',
      '# b\n',
      '\n',
      'words\n',
      '- c\n',
      '| d |\n',
      'x = 1\n',
      '  e: f\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const { lines: count, entries } = read(text);
        assert.equal(
          hasFrontMatterKey(text, 'status'),
          entries.some(({ key }) => key === 'status'),
        );
        assert.equal(withoutFrontMatter(text), lines(text).slice(count).join('\n'));
        const { front } = readSections(text, null);
        assert.equal(front === null ? 0 : front.length + 2, count > 0 && text.startsWith('---') ? count : 0);
      }),
      { numRuns: 500 },
    );
  });
});
