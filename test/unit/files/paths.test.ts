import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  ancestors,
  basename,
  extension,
  isInside,
  join,
  resolveIn,
  resolveRelative,
  stem,
} from '../../../src/core/files/paths';

describe('paths', () => {
  it('takes a path apart', () => {
    assert.equal(basename('docs/adr/0001-x.MD'), '0001-x.MD');
    assert.equal(extension('docs/adr/0001-x.MD'), '.md');
    assert.equal(stem('docs/adr/0001.first.md'), '0001.first');
    assert.equal(extension('.gitignore'), '');
    assert.deepEqual([...ancestors('a/b/c.md')], ['a/b', 'a', '']);
    assert.equal(join('', 'docs', '', 'x.md'), 'docs/x.md');
  });

  it('does not take a neighbour with the same beginning for the inside of a folder', () => {
    assert.equal(isInside('app-evil/x.md', 'app'), false);
    assert.equal(isInside('app/x.md', 'app'), true);
    assert.equal(isInside('anything', ''), true);
  });

  const resolved: readonly [target: string, path: string][] = [
    ['0002-y.md', 'docs/adr/0002-y.md'],
    ['./0002-y.md#context', 'docs/adr/0002-y.md'],
    ['../runbooks/restart.md?plain=1', 'docs/runbooks/restart.md'],
    ['../../README.md', 'README.md'],
    ['../..', ''],
    ['/docs/x.md', 'docs/x.md'],
    ['with%20space.md', 'docs/adr/with space.md'],
    ['100%25.md', 'docs/adr/100%.md'],
    ['%252e%252e/x.md', 'docs/adr/%2e%2e/x.md'],
    ['a//b/./c.md', 'docs/adr/a/b/c.md'],
    ['console.md', 'docs/adr/console.md'],
  ];
  for (const [target, path] of resolved) {
    it(`resolves ${JSON.stringify(target)}`, () => assert.equal(resolveRelative('docs/adr/0001-x.md', target), path));
  }

  const refused = [
    ...['../../../etc/passwd', '%2e%2e/%2e%2e/%2e%2e/x', '/../x', '', '#here', '//host/share/x.md'],
    ...[
      '..\\..\\x',
      'C:\\x',
      'C:x',
      'C:/x',
      '\\\\?\\C:\\x',
      '\\\\host\\share',
      'a.md:ads',
      'command:x',
      'https://e.org/x',
    ],
    ...[
      'CON',
      'nul.md',
      'docs/Com1.txt',
      'LPT9 .md',
      'a\0b.md',
      'a%00b.md',
      'a%0Ab.md',
      'a\u007f.md',
      'x.md.',
      'x.md%20',
    ],
    ...['%', 'a%zz.md', `${'a/'.repeat(3000)}x.md`],
  ];
  for (const target of refused) {
    it(`refuses ${JSON.stringify(target.slice(0, 40))}`, () => {
      assert.equal(resolveRelative('docs/adr/0001-x.md', target), null);
    });
  }

  it('never leaves the folder and always names it one way', () => {
    const piece = fc.constantFrom('..', '.', '', 'a', 'b.md', '%2e%2e', '%2F', '/', '\\', 'c:', '%5c', '%00');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('/', '%2f'), (pieces, separator) => {
        const path = resolveIn('x/y', pieces.join(separator));
        if (path === null || path === '') return;
        for (const segment of path.split('/')) {
          assert.ok(segment !== '' && segment !== '.' && segment !== '..' && !/[\\:\0]/.test(segment), path);
        }
      }),
      { numRuns: 500 },
    );
  });
});
