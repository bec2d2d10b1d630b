import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readRecord } from '../../../../src/core/records/read/readRecord';
import { recordKinds } from '../../../../src/core/records/record';
import { recordLimits } from '../../../../src/core/records/recordLimits';
import { readFrontMatter } from '../../../../src/core/text/frontMatter';
import { limits } from '../../../../src/core/text/limits';
import { readSample } from './readSample';

const pieces = [
  '# ',
  '## Status\n',
  '## Decision\n',
  'Status: ',
  '**Status:** ',
  'accepted',
  'Superseded by ',
  '[x](0001-x.md)',
  '[',
  ']',
  '](',
  '```',
  '~~~\n',
  '<!--',
  '-->',
  '---\n',
  '+++\n',
  '|',
  '|--|\n',
  '- ',
  '1. ',
  '    ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '`',
  '``',
  '*',
  '_',
  '.. note::',
  '.. include:: x',
  '====\n',
  '****\n',
  ':date: ',
  '{date}',
  '{',
  '}',
  '<a ',
  '&amp;',
  '\u2028',
  '\u00a0',
  '\ud800',
  '\ufeff',
  '2024-01-02',
  'May 2025',
  '1.2.2024',
  'e.g. ',
  'https://a.b/c',
  '[[x]]',
  '<<x,y>>',
  'xref:a[b]',
  ':doc:`x`',
  '`x <y>`_',
  '__proto__: 1\n',
];
const markup = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 60 })
  .map((parts) => parts.join(''));
const path = fc.constantFrom(
  'docs/adr/0001-a.md',
  'a.rst',
  'docs/ADR-2.adoc',
  'runbooks/README.md',
  'x/2024-01-02-y/index.mdx',
  'a/\u0000.md',
);

describe('any text', () => {
  it('is read without an error, with values inside their limits', () => {
    fc.assert(
      fc.property(markup, path, fc.constantFrom(...recordKinds), (text, file, kind) => {
        const outcome = readRecord({ path: file, kind }, text);
        if (!('record' in outcome)) return;
        const { title, statusText, decision, date } = outcome.record;
        assert.ok(title.length <= recordLimits.titleLength && (statusText ?? '').length <= recordLimits.statusLength);
        assert.ok(
          (decision ?? '').length <= recordLimits.sentenceLength &&
            (date === null || /^\d{4}-\d\d(?:-\d\d)?$/.test(date)),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('reads the same whatever its line ends', () => {
    fc.assert(
      fc.property(markup, path, (text, file) => {
        const lines = text.replaceAll('\r', '').replace(/^\ufeff+/, '');
        const plain = readRecord({ path: file, kind: 'decision' }, lines);
        assert.deepEqual(readRecord({ path: file, kind: 'decision' }, lines.replaceAll('\n', '\r\n')), plain);
        assert.deepEqual(readRecord({ path: file, kind: 'decision' }, `\ufeff${lines.replaceAll('\n', '\r')}`), plain);
      }),
      { numRuns: 200 },
    );
  });
});

describe('hostile text', () => {
  const repeat = (piece: string, length = 200_000) => piece.repeat(Math.ceil(length / piece.length));
  const inputs: readonly string[] = [
    '[',
    '](',
    '![a',
    '[[a',
    '[a][b]',
    '[a](b) ',
    '[a]: b\n',
    '***a ',
    '_a',
    '~~a',
    '` `` ``` ',
    '`a``b',
    '>',
    '<!--',
    '<a',
    '&a',
    ':a',
    '${',
    '{a',
    '|',
    '|-',
    '# a\n',
    'a\n---\n',
    '1. a\n',
    '- ',
    ' ',
    '\t',
    'a\r',
    '\u2028 ',
    'a/',
    'a.b/',
    'https://a.b/',
    'Status: superseded by\n',
    'superseded by ',
    '**Status:** a | ',
    '1-',
    'January ',
    'a. ',
    ':doc:`',
    '`a <',
    '<<a',
    'not ',
  ];
  // Far above what linear work takes even on a busy machine; a quadratic one takes minutes.
  for (const piece of inputs) {
    it(`ends soon: ${JSON.stringify(piece)}`, () => {
      for (const file of ['docs/adr/0001-a.md', 'docs/adr/0001-a.rst', 'docs/adr/0001-a.adoc']) {
        readRecord({ path: file, kind: 'decision' }, repeat(piece));
        readRecord({ path: file, kind: 'runbook' }, `# A\n\n## Status\n\n${repeat(piece, 19_000)}\n`);
      }
    });
  }

  it('has the limits that were measured (R31, R32)', () => {
    assert.ok(limits.fileLength <= 256 * 1024 && limits.lineLength <= 20_000);
    assert.ok(limits.links <= 5_000 && limits.headings <= 2_000 && limits.frontMatterLength <= 64 * 1024);
  });

  it('is cut at the limits, and the record says so', () => {
    assert.equal(readSample(`# A\n\n${repeat('word ', limits.fileLength + 10)}`).problem, 'truncated');
    assert.equal(readSample(`# A\n\n${'x'.repeat(limits.lineLength + 1)}\n`).problem, 'truncated');
    assert.equal(readSample(repeat('# a\n', 4 * (limits.headings + 1))).problem, 'truncated');
    assert.equal(
      readSample(`# A\n\nStatus: accepted\n\n${repeat('[a](b.md)\n', 10 * (limits.links + 50))}`).mentions.length,
      limits.links,
    );
  });
});

describe('hostile front matter', () => {
  const keys = (text: string) => readFrontMatter(text.split('\n')).entries.map(({ key }) => key);

  it('stays text where it is not fenced by three dashes alone', () => {
    for (const first of ['---js', '---javascript', '--- ', '----']) {
      const text = `${first}\nstatus: accepted\n---\n`;
      assert.deepEqual(keys(text), first === '--- ' ? ['status'] : []);
    }
    assert.deepEqual(keys(`---\n${'a: b\n'.repeat(30_000)}---\n`), []);
    assert.deepEqual(keys('---\nstatus: accepted\n'), []);
  });

  it('harms nothing with its keys, tags and aliases', () => {
    const text =
      '---\n__proto__:\n  polluted: yes\nconstructor: x\nstatus: !!js/function "accepted"\na: &a [x, x]\nb: [*a, *a]\n---\n# 7. A\n';
    const record = readSample(text);
    assert.equal(record.status, 'accepted');
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });

  it('is read by line where it is too deep or not YAML', () => {
    const deep = readFrontMatter(['---', 'status: accepted', `x: ${'['.repeat(20_000)}`, '---']);
    assert.deepEqual([deep.valid, deep.entries[0]?.values], [false, ['accepted']]);
    const closed = (depth: number) => readFrontMatter(['---', `x: ${'['.repeat(depth)}a${']'.repeat(depth)}`, '---']);
    assert.deepEqual([closed(20).valid, closed(40).valid], [true, false]);
    const dashes = readFrontMatter(['---', 'status: accepted', '- '.repeat(20_000), '---']);
    assert.equal(dashes.valid, false);
    const form = readFrontMatter(
      '---\nstatus: {proposed | accepted | superseded by [ADR-5](0005-x.md)}\ndate: 2024-01-02\n---'.split('\n'),
    );
    assert.deepEqual(form.entries.at(-1), { key: 'date', values: ['2024-01-02'] });
  });

  it('reads Hugo’s TOML fence by line', () => {
    assert.deepEqual(readFrontMatter(['+++', 'title = "Foo"', 'tags = ["a", "b"]', '+++']).entries, [
      { key: 'title', values: ['Foo'] },
      { key: 'tags', values: ['a', 'b'] },
    ]);
  });
});
