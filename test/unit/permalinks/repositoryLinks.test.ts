import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { linkedFiles, withAddresses } from '../../../src/core/permalinks/repositoryLinks';
import { countFloors } from '../support/floors';

const from = 'docs/questions/split.md';
const page = 'https://github.com/acme/ledger/blob/0123/';
const addresses = new Map([
  ['docs/adr/0012-a b.md', `${page}docs/adr/0012-a%20b.md`],
  ['README.md', `${page}README.md`],
]);

const cases: readonly (readonly [what: string, written: string, sent: string])[] = [
  [
    'a record',
    '- [ADR-0012 One](../adr/0012-a%20b.md) · accepted',
    `- [ADR-0012 One](<${page}docs/adr/0012-a%20b.md>) · accepted`,
  ],
  ['a place in it', '[ADR](../adr/0012-a%20b.md#why)', `[ADR](<${page}docs/adr/0012-a%20b.md#why>)`],
  [
    'a destination in brackets, with a title',
    '[A](<../adr/0012-a b.md> "One")',
    `[A](<${page}docs/adr/0012-a%20b.md>)`,
  ],
  ['a way from the top', '[R](/README.md)', `[R](<${page}README.md>)`],
  ['words with marks', '[a \\[b\\] `c`](../../README.md)', `[a \\[b\\] \`c\`](<${page}README.md>)`],
  ['several in a row of a table', '| [R](../../README.md) | [x](x.md) |', `| [R](<${page}README.md>) | x |`],
  ['what is not pushed as text', '[New one](../adr/0013-new.md)', 'New one'],
];
const untouched: readonly string[] = [
  '[web](https://example.com/README.md) and [mail](mailto:a@example.com)',
  '[other](//host/README.md), [command](command:x), [part](#README.md)',
  '[above](../../../README.md)',
  '![picture](../../README.md)',
  '`[code](../../README.md)`',
  '\\[no link](../../README.md)',
  '```\n[code](../../README.md)\n```',
  '~~~~md\n[code](../../README.md)\n~~~\n[code](../../README.md)\n~~~~',
];

describe('links of a draft, where it is read elsewhere', () => {
  for (const [what, written, sent] of cases) {
    it(`leads to ${what}`, () => equal(withAddresses(written, from, addresses), sent));
  }
  for (const text of untouched) {
    it(`leaves alone: ${JSON.stringify(text)}`, () => {
      equal(withAddresses(text, from, addresses), text);
      deepEqual(linkedFiles(text, from), []);
    });
  }

  it('names each file once', () => {
    deepEqual(linkedFiles('[a](x.md) [b](./x.md#b)\n[c](../y.md)', from), ['docs/questions/x.md', 'docs/y.md']);
  });

  it('makes no link but to an address that it was given, whatever the text, and quickly', () => {
    const parts = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '](',
      '`',
      '\\',
      '<',
      '>',
      '../../README.md',
      '\n',
      '```',
      'a',
      '"',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (written) => {
        const text = written.join('');
        const sent = new MarkdownIt().parse(withAddresses(text, from, new Map()), {});
        const before = new MarkdownIt().parse(text, {});
        const count = (tokens: typeof sent) => JSON.stringify(tokens).split('link_open').length;
        ok(count(sent) <= count(before));
      }),
    );
    const floors = countFloors();
    for (const unit of ['[', '[a](', '[a](x "', '\\[', '`[a](b)', '[a\\']) {
      withAddresses(`${unit.repeat(5_000 / unit.length)}\n`.repeat(200), from, addresses);
    }
    ok(floors() < 300);
  });
});
