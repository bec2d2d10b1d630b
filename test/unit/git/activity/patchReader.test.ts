import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import type { PatchFact } from '../../../../src/core/activity/facts';
import { PatchReader } from '../../../../src/git/activity/patchReader';
import { countFloors } from '../../support/floors';
import { TemporaryRepository } from '../../support/temporaryRepository';
import { at, factsOf, hashesIn, patchesOf } from './activityReader';

const bytes = (text: string) => Buffer.from(text, 'utf8');

function read(output: Uint8Array, size = output.length + 1, end = true): ReadonlyMap<string, PatchFact> {
  const found = new Map<string, PatchFact>();
  const reader = new PatchReader((hash, patch) => found.set(hash, patch));
  for (let start = 0; start < output.length; start += size) reader.push(output.subarray(start, start + size));
  if (end) reader.end();
  return found;
}

const zero = '0'.repeat(40);
const one = '1'.repeat(40);
const two = '2'.repeat(40);

/** What git prints of a commit that changes one file. */
function commit(hash: string, hunks: string, raw = `:100644 100644 ${one} ${two} M\ta.txt`): string {
  return `\0${hash}\n\n${raw}\n\ndiff --git a/a.txt b/a.txt\nindex ${one}..${two} 100644\n--- a/a.txt\n+++ b/a.txt\n${hunks}`;
}

describe('PatchReader', () => {
  const oneLine = '@@ -1 +1,2 @@ function\n one\n+two\n';

  const cases: readonly (readonly [string, string, readonly (readonly [string, number | null, number | null])[]])[] = [
    ['nothing', '', []],
    ['a commit without changes', '\0a\n', []],
    ['a line more', commit('a', oneLine), [['a.txt', 1, 0]]],
    ['hunks one after the other', commit('a', '@@ -1 +1 @@\n-a\n+b\n@@ -9 +9,0 @@\n-c\n'), [['a.txt', 1, 2]]],
    [
      'no line feed at the end',
      commit('a', '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline'),
      [['a.txt', 1, 1]],
    ],
    ['an empty line without its space', commit('a', '@@ -1,2 +1,3 @@\n\n+a\n\n'), [['a.txt', 1, 0]]],
    [
      'text that looks like a header',
      commit('a', '@@ -1,2 +1,2 @@\n--- a/x\n+++ b/x\n-diff --git\n+\0b\n'),
      [['a.txt', 2, 2]],
    ],
    [
      'a change of the mode alone',
      `\0a\n\n:100644 100755 ${one} ${one} M\tx.sh\n\ndiff --git a/x.sh b/x.sh\nold mode 100644\nnew mode 100755\n`,
      [['x.sh', 0, 0]],
    ],
    [
      'a binary file',
      `\0a\n\n:000000 100644 ${zero} ${one} A\tb\n\ndiff --git a/b b/b\nnew file mode 100644\nBinary files /dev/null and b/b differ\n`,
      [['b', null, null]],
    ],
    [
      'a submodule at another commit, which is no line',
      `\0a\n\n:160000 160000 ${one} ${two} M\tfeed\n\ndiff --git a/feed b/feed\n--- a/feed\n+++ b/feed\n@@ -1 +1 @@\n-Subproject commit ${one}\n+Subproject commit ${two}\n`,
      [['feed', null, null]],
    ],
    [
      'what Git LFS keeps, whose pointer is no line of it',
      commit(
        'a',
        `@@ -1,3 +1,3 @@\n version https://git-lfs.github.com/spec/v1\n-oid sha256:${'a'.repeat(64)}\n-size 9\n+oid sha256:${'b'.repeat(64)}\n+size 10\n`,
      ),
      [['a.txt', null, null]],
    ],
    [
      'a text about pointers of Git LFS',
      commit('a', '@@ -1,2 +1,2 @@\n version https://git-lfs.github.com/spec/v1\n-size 9\n+a size of 10\n'),
      [['a.txt', 1, 1]],
    ],
    [
      'a link that became a file, and the file after it',
      `\0a\n\n:120000 100644 ${one} ${two} T\tl\n:100644 100644 ${one} ${two} M\tz\n\ndiff --git a/l b/l\ndeleted file mode 120000\n--- a/l\n+++ /dev/null\n@@ -1 +0,0 @@\n-f\ndiff --git a/l b/l\nnew file mode 100644\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+x\ndiff --git a/z b/z\n--- a/z\n+++ b/z\n@@ -1 +1 @@\n-1\n+2\n`,
      [
        ['l', 1, 1],
        ['z', 1, 1],
      ],
    ],
    [
      'fewer sections than files: then no line is counted',
      `\0a\n\n:100644 100644 ${one} ${two} M\tx\n:100644 100644 ${one} ${two} M\ty\n\ndiff --git a/x b/x\n${oneLine}`,
      [
        ['x', null, null],
        ['y', null, null],
      ],
    ],
    [
      'a path in quotes',
      commit('a', oneLine, `:100644 100644 ${one} ${two} M\t"\\303\\251 \\"q\\"\\n\\\\"`),
      [['é "q"\n\\', 1, 0]],
    ],
  ];
  for (const [what, output, expected] of cases) {
    it(`reads ${what}`, () => {
      const files = read(bytes(output)).get('a')?.files ?? [];
      assert.deepEqual(
        files.map(({ path, added, removed }) => [path, added, removed]),
        expected,
      );
    });
  }

  it('reads a rename with the old path', () => {
    const raw = `:100644 100644 ${one} ${two} R090\t"a\\tb"\tc`;
    assert.deepEqual(read(bytes(commit('a', oneLine, raw))).get('a')?.files, [
      { path: 'c', from: 'a\tb', added: 1, removed: 0, status: 'renamed' },
    ]);
  });

  it('takes a submodule that became a file for that file, and counts no lines', () => {
    const raw = `:160000 100644 ${one} ${two} T\tfeed`;
    const [gone, made] = [`@@ -1 +0,0 @@\n-Subproject commit ${one}\n`, '@@ -0,0 +1 @@\n+x\n'];
    const output = `\0a\n\n${raw}\n\ndiff --git a/feed b/feed\n${gone}diff --git a/feed b/feed\n${made}`;
    assert.deepEqual(read(bytes(output)).get('a')?.files, [
      { path: 'feed', from: null, added: null, removed: null, status: 'modified' },
    ]);
  });

  it('tells nothing of a commit that broke off', () => {
    const output = bytes(commit('a', oneLine) + commit('b', oneLine));
    assert.deepEqual([...read(output, 7, false).keys()], ['a']);
  });

  const idOf = (output: string) => read(bytes(output)).get('a')?.patchId;

  it('has no id for a commit without changes or without all of them', () => {
    assert.equal(idOf('\0a\n'), null);
    assert.equal(idOf(`\0a\n\n:100644 100644 ${one} ${two} M\tx\n`), null);
  });

  it('has one id for the same change at other lines and with other white space', () => {
    const id = idOf(commit('a', oneLine));
    assert.match(id ?? '', /^[0-9a-f]{64}$/);
    assert.equal(idOf(commit('a', '@@ -70 +71,2 @@ other\n\tone \n+t wo\n')), id);
    for (const other of ['@@ -1 +1,2 @@\n one\n+three\n', '@@ -1,2 +1 @@\n one\n-two\n']) {
      assert.notEqual(idOf(commit('a', other)), id);
    }
    assert.notEqual(idOf(commit('a', oneLine, `:100644 100644 ${one} ${two} M\tb.txt`)), id);
    assert.notEqual(idOf(commit('a', oneLine, `:100644 100755 ${one} ${two} M\ta.txt`)), id);
  });

  const text = fc.string({ unit: fc.constantFrom('a', '+', '-', ' ', '@', ':', '\\', '\0', '\r', 'é', '\u2028', '"') });
  const hostile = fc.oneof(
    text,
    fc.constantFrom(
      'diff --git a/x b/x',
      '@@ -1,9 +1,9 @@',
      `:100644 100644 ${one} ${two} M\tx`,
      `\0${one}`,
      'Binary files a and b differ',
    ),
  );
  const change = fc.record({ sign: fc.constantFrom('+', '-', ' '), line: hostile });

  it('counts what is in hunks and nothing else, wherever the chunks end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(change, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        (commits, size) => {
          const count = (lines: (typeof commits)[number], ...signs: readonly string[]) =>
            lines.filter(({ sign }) => signs.includes(sign)).length;
          const output = commits.map((lines, index) => {
            const hunk = `@@ -1,${count(lines, '-', ' ')} +1,${count(lines, '+', ' ')} @@\n`;
            return commit(String(index), hunk + lines.map(({ sign, line }) => `${sign}${line}\n`).join(''));
          });
          const found = read(bytes(output.join('')), size);
          assert.deepEqual(
            [...found].map(([hash, { files }]) => [hash, files[0]?.added, files[0]?.removed, files.length]),
            commits.map((lines, index) => [String(index), count(lines, '+'), count(lines, '-'), 1]),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.array(hostile), fc.integer({ min: 1, max: 9 }), (lines, size) => {
        read(bytes(lines.join('\n')), size);
      }),
      { numRuns: 300 },
    );
  });

  it('reads one line of megabytes in no time', () => {
    const floors = countFloors();
    const line = 'x'.repeat(8 * 1024 * 1024);
    assert.equal(read(bytes(commit('a', `@@ -0,0 +1 @@\n+${line}\n`)), 65_536).get('a')?.files[0]?.added, 1);
    assert.ok(floors() < 200);
  });

  it('finds the same changes equal as `git patch-id --stable`', async () => {
    const repository = TemporaryRepository.create();
    try {
      const numbers = Array.from({ length: 30 }, (_, index) => `${index}\n`);
      const write = (top: string, middle: string) =>
        repository.write('a.txt', [top, ...numbers.map((line, index) => (index === 15 ? middle : line))].join(''));
      write('', '15\n').commit({ date: at(1) });
      for (const [index, [top, middle]] of [
        ['', 'x\n'],
        ['new\n', 'x\n'],
        ['new\n', '15\n'],
        // The first change again, a line further down; and then white space alone.
        ['new\n', 'x\n'],
        ['new\n', 'x \n'],
      ].entries()) {
        write(top ?? '', middle ?? '').commit({ date: at(index + 2) });
      }
      const facts = await factsOf(repository);
      const hashes = hashesIn(facts);
      const patches = await patchesOf(facts, hashes);
      const output = execFileSync('git', ['log', '--patch', '--format=%H'], { cwd: repository.root });
      const listed = execFileSync('git', ['patch-id', '--stable'], { input: output, encoding: 'utf8' });
      const theirs = new Map(
        listed
          .trimEnd()
          .split('\n')
          .map((line) => [line.split(' ')[1] ?? '', line.split(' ')[0]]),
      );
      for (const left of hashes) {
        for (const right of hashes) {
          const same = theirs.get(left) === theirs.get(right);
          assert.equal(patches.get(left)?.patchId === patches.get(right)?.patchId, same, `${left} ${right}`);
        }
      }
      assert.ok(new Set(theirs.values()).size < hashes.length);
    } finally {
      repository.dispose();
    }
  });
});
