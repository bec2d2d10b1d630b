import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FileTree } from '../../../src/core/files/fileTree';
import { IgnoreRules } from '../../../src/core/files/ignoreRules';

const tree = (...files: string[]) => new FileTree(files, new IgnoreRules([]), false);

describe('FileTree', () => {
  it('lists files sorted, also below one folder only', () => {
    const files = tree('docs/b.md', 'docs-old/x.md', 'docs/a/c.md', 'docs.md', 'a.ts');
    assert.deepEqual(files.files(), ['a.ts', 'docs-old/x.md', 'docs.md', 'docs/a/c.md', 'docs/b.md']);
    assert.deepEqual(files.filesUnder('docs'), ['docs/a/c.md', 'docs/b.md']);
    assert.deepEqual(files.filesUnder('doc'), []);
    assert.equal(files.filesUnder('').length, 5);
    assert.deepEqual([...files.directories()].sort(), ['docs', 'docs-old', 'docs/a']);
  });

  it('follows a link below what another leads to, and no circle for ever', () => {
    const links = new Map([
      ['adr', 'docs/adr'],
      ['docs/adr/old', 'archive'],
      ['docs/self', 'docs/self/self'],
    ]);
    const files = new FileTree(['archive/1.md'], new IgnoreRules([]), false, links);
    assert.equal(files.real('adr/old/1.md'), 'archive/1.md');
    assert.match(files.real('docs/self/1.md'), /^docs\/self\//);
  });

  it('deletes a whole folder and says what went', () => {
    const files = tree('docs/b.md', 'docs/a/c.md', 'docs.md');
    assert.deepEqual(files.delete('docs'), ['docs/a/c.md', 'docs/b.md']);
    assert.deepEqual(files.files(), ['docs.md']);
    assert.equal(files.hasDirectory('docs'), false);
    assert.deepEqual(files.delete('docs'), []);
  });

  it('knows files by their name without its extension', () => {
    const files = tree('src/ledger.ts', 'docs/ledger.md', 'src/a.ts');
    assert.deepEqual([...files.filesCalled('ledger')].sort(), ['docs/ledger.md', 'src/ledger.ts']);
    files.delete('docs');
    files.add('test/a.ts');
    files.delete('src/a.ts');
    assert.deepEqual([files.filesCalled('ledger'), files.filesCalled('a')], [['src/ledger.ts'], ['test/a.ts']]);
    files.delete('src/ledger.ts');
    assert.deepEqual(files.filesCalled('ledger'), []);
  });

  it('grows its version with changes only', () => {
    const files = tree('a.md');
    const before = files.version;
    assert.equal(files.add('a.md'), false);
    files.delete('nothing');
    assert.equal(files.version, before);
    files.add('b.md');
    assert.ok(files.version > before);
  });

  it('never changes an array that it handed out', () => {
    const files = tree('a.md', 'c.md');
    const before = files.files();
    files.add('b.md');
    files.delete('a.md');
    assert.deepEqual(before, ['a.md', 'c.md']);
    assert.deepEqual(files.files(), ['b.md', 'c.md']);
  });

  it('answers after any events as one that was just built', () => {
    const path = fc.constantFrom('a', 'a/b.md', 'a/c/d.md', 'a/c/e.md', 'a-b.md', 'f/go.mod', 'f/g.md', 'f');
    const event = fc.record({ path, isDeleted: fc.boolean(), isLooked: fc.boolean() });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const files = tree();
        const model = new Set<string>();
        for (const { path, isDeleted, isLooked } of events) {
          if (isDeleted) {
            const gone = [...model].filter(
              (file) => file === path || (!model.has(path) && file.startsWith(`${path}/`)),
            );
            assert.deepEqual(files.delete(path), gone.sort());
            for (const file of gone) model.delete(file);
          } else {
            assert.equal(files.add(path), !model.has(path));
            model.add(path);
          }
          if (isLooked) files.files();
        }
        const fresh = tree(...model);
        assert.deepEqual(files.files(), [...model].sort());
        assert.deepEqual([...files.directories()].sort(), [...fresh.directories()].sort());
      }),
      { numRuns: 300 },
    );
  });
});
