import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changesFormat, type FileChange } from '../../../src/git/changesFormat';
import { logFormat, refFormat } from '../../../src/git/format';
import { NulTokens } from '../../../src/git/nulTokens';

const bytes = (text: string) => new TextEncoder().encode(text);

function chunks(all: Uint8Array, size: number): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.subarray(index * size, (index + 1) * size),
  );
}

describe('NulTokens', () => {
  it('finds the same parts wherever the chunks end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''))),
        fc.integer({ min: 1, max: 9 }),
        (parts, size) => {
          const reader = new NulTokens();
          const all = bytes(parts.map((part) => `${part}\0`).join(''));
          const found = [...chunks(all, size).flatMap((chunk) => reader.push(chunk)), ...reader.end()];
          // Half a surrogate pair is no UTF-8; the encoder already replaced it.
          assert.deepEqual(
            found,
            parts.map((part) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes(part))),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps a NUL behind a byte that is no UTF-8', () => {
    const reader = new NulTokens();
    assert.deepEqual(reader.push(Uint8Array.of(0x61, 0xe2, 0x00, 0x62, 0x00)), ['a\ufffd', 'b']);
  });

  it('keeps a byte order mark', () => {
    assert.deepEqual(new NulTokens().push(bytes('\ufeffa\0')), ['\ufeffa']);
  });
});

describe('logFormat', () => {
  const format = logFormat({ hash: '%H', subject: '%s' });

  it('makes the argument from the definition', () => {
    assert.equal(format.argument, '--format=%H%x00%s');
  });

  const cases: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
    ['nothing', '', []],
    ['one record', 'h1\0one\0', [['h1', 'one']]],
    [
      'an empty part',
      'h1\0\0h2\0two\0',
      [
        ['h1', ''],
        ['h2', 'two'],
      ],
    ],
    ['a line feed at the start of a part', 'h1\0\none\0', [['h1', '\none']]],
    ['a record that is cut off', 'h1\0one\0h2\0', [['h1', 'one']]],
  ];
  for (const [what, output, expected] of cases) {
    it(`reads ${what}`, () => {
      assert.deepEqual(
        format.parse(bytes(output)),
        expected.map(([hash, subject]) => ({ hash, subject })),
      );
    });
  }
});

describe('refFormat', () => {
  const format = refFormat({ name: '%(refname)', hash: '%(objectname)' });

  it('makes the argument from the definition', () => {
    assert.equal(format.argument, '--format=%(refname)%00%(objectname)%00');
  });

  it('takes off the line feed that ends each record, and no other', () => {
    assert.deepEqual(format.parse(bytes('refs/heads/a\0h1\0\nrefs/heads/<b>\0\nh2\0\n')), [
      { name: 'refs/heads/a', hash: 'h1' },
      { name: 'refs/heads/<b>', hash: '\nh2' },
    ]);
  });
});

describe('changesFormat', () => {
  const format = changesFormat({ hash: '%H', date: '%aI' });

  function read(output: string, size: number) {
    const found: (FileChange & { hash: string; date: string })[] = [];
    const push = format.reader((commit, change) => found.push({ ...commit, ...change }));
    for (const chunk of chunks(bytes(output), size)) push(chunk);
    return found;
  }

  const output =
    'commit\0h1\0d1\0\nA\0a.md\0R087\0old.md\0new.md\0' + // files
    'commit\0h2\0d2\0' + // none
    'commit\0h3\0d3\0\nA\0commit\0M\0A\0A\0\nR\nü"\t.md\0';
  const expected = [
    { hash: 'h1', date: 'd1', status: 'A', path: 'a.md', from: null },
    { hash: 'h1', date: 'd1', status: 'R', path: 'new.md', from: 'old.md' },
    { hash: 'h3', date: 'd3', status: 'A', path: 'commit', from: null },
    { hash: 'h3', date: 'd3', status: 'M', path: 'A', from: null },
    { hash: 'h3', date: 'd3', status: 'A', path: '\nR\nü"\t.md', from: null },
  ];

  it('makes the argument from the definition', () => {
    assert.equal(format.argument, '--format=commit%x00%H%x00%aI');
  });

  for (const size of [1, 2, 3, 7, 1000]) {
    it(`reads commits and files in chunks of ${size}`, () => assert.deepEqual(read(output, size), expected));
  }

  it('reads back any names, however hostile', () => {
    const name = fc
      .oneof(fc.constantFrom('commit', 'A', '\nA', 'R100', '<img>', '](command:x)'), fc.string({ minLength: 1 }))
      .map((text) => text.replaceAll('\0', '') || 'x');
    const change = fc.record({ status: fc.constantFrom('A', 'M', 'D', 'R'), path: name, from: name });
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 5 })), fc.integer({ min: 1, max: 50 }), (commits, size) => {
        const written = commits.map((changes, index) => {
          const files = changes.map(({ status, path, from }) =>
            status === 'R' ? `R090\0${from}\0${path}\0` : `${status}\0${path}\0`,
          );
          return `commit\0h${index}\0d\0${files.length > 0 ? '\n' : ''}${files.join('')}`;
        });
        const all = commits.flatMap((changes, index) =>
          changes.map(({ status, path, from }) => ({
            hash: `h${index}`,
            date: 'd',
            status,
            path,
            from: status === 'R' ? from : null,
          })),
        );
        assert.deepEqual(read(written.join(''), size), all);
      }),
      { numRuns: 200 },
    );
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        format.reader(() => {})(noise);
      }),
      { numRuns: 100 },
    );
  });
});
