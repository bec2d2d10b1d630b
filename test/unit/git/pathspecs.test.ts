import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pathspecs } from '../../../src/git/pathspecs';

const numbered = (count: number, name: (index: number) => string) => Array.from({ length: count }, (_, i) => name(i));

describe('pathspecs', () => {
  it('names few files themselves', () => {
    assert.deepEqual(pathspecs(['docs/adr/1.md', 'a.md']), ['a.md', 'docs/adr/1.md']);
  });

  it('names the folder of many files', () => {
    assert.deepEqual(pathspecs(numbered(10_000, (i) => `docs/adr/${i}.md`)), ['docs/adr']);
  });

  it('widens the deepest folders first', () => {
    const files = [...numbered(50, (i) => `a/b/c/${i}.md`), 'x.md'];
    assert.deepEqual(pathspecs(files), ['x.md', 'a/b/c']);
  });

  it('takes the whole repository where nothing narrower is short enough', () => {
    assert.deepEqual(pathspecs(numbered(300, (i) => `package${i}/adr/1.md`)), []);
  });

  it('covers every file, in few words', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'adr', 'é'.repeat(200)), { minLength: 1, maxLength: 6 })
      .map((p) => p.join('/'));
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 200 }), (files) => {
        const paths = pathspecs(files);
        assert.ok(paths.join(' ').length <= 24_000 && paths.length <= 20);
        for (const file of files) {
          assert.ok(paths.length === 0 || paths.some((spec) => file === spec || file.startsWith(`${spec}/`)), file);
        }
      }),
      { numRuns: 100 },
    );
  });
});
