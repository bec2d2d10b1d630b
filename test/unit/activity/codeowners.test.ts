import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCodeOwners } from '../../../src/core/activity/codeowners';
import { countFloors } from '../support/floors';

const github = `
# who owns what
*            @acme/everybody
*.sql        @acme/data  dba@example.com # inline
/docs/       @acme/writers
docs/*       @acme/shallow
apps/        @octo
/build/logs/ @doctocat
**/migrate/  @acme/data
my\\ file.md  @ann
/free
[broken
!no.ts       @never
`;
const gitlab = `
* @all
[Database] @dba
*.sql
/model/ @modeller
^[Docs][2] @writers
*.md
`;

describe('readCodeOwners', () => {
  const cases: readonly [path: string, owners: readonly string[]][] = [
    ['a.ts', ['@acme/everybody']],
    ['deep/b.sql', ['@acme/data', 'dba@example.com']],
    ['docs/a.md', ['@acme/shallow']],
    ['docs/deep/a.md', ['@acme/writers']],
    ['x/docs/a.md', ['@acme/everybody']],
    ['x/apps/y/a.ts', ['@octo']],
    ['build/logs/a.txt', ['@doctocat']],
    ['x/build/logs/a.txt', ['@acme/everybody']],
    ['x/migrate/1.ts', ['@acme/data']],
    ['my file.md', ['@ann']],
    ['free/a.ts', []],
    ['no.ts', ['@acme/everybody']],
  ];
  for (const [path, owners] of cases) {
    it(`${path} is owned by ${owners.join(', ') || 'nobody'}`, () => {
      assert.deepEqual(readCodeOwners(github)(path), owners);
    });
  }

  it('reads indented lines and lines that end as on Windows', () => {
    const ownersOf = readCodeOwners(github.replaceAll('\n', '\r\n  '));
    for (const [path, owners] of cases) assert.deepEqual(ownersOf(path), owners, path);
  });

  it('finds the last line of thousands that matches, wherever it lies', () => {
    const lines = Array.from({ length: 4_000 }, (_, at) => `/folder${at % 40}/**/x${at}* @team${at}`);
    const ownersOf = readCodeOwners(
      [...lines, '**/x41.ts @anywhere', './folder1/a/ @dotted', 'folder2/ @deep'].join('\n'),
    );
    assert.deepEqual(ownersOf('folder1/a/x41.ts'), ['@dotted']);
    assert.deepEqual(ownersOf('folder1/b/x41.ts'), ['@anywhere']);
    assert.deepEqual(ownersOf('folder1/b/x81.ts'), ['@team81']);
    assert.deepEqual(ownersOf('y/folder2/b.ts'), ['@deep']);
  });

  it('puts the owners of sections together, and lends their usual ones to lines without', () => {
    const ownersOf = readCodeOwners(gitlab);
    assert.deepEqual(ownersOf('a.ts'), ['@all']);
    assert.deepEqual(ownersOf('model/a.sql'), ['@all', '@modeller']);
    assert.deepEqual(ownersOf('a.sql'), ['@all', '@dba']);
    assert.deepEqual(ownersOf('a.md'), ['@all', '@writers']);
  });

  it('gives only what is written, whatever it is', () => {
    const text = fc.string({
      unit: fc.constantFrom('*', '/', 'a', ' ', '@', '[', ']', '\\', '#', '\n', '!', '{'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, fc.constantFrom('a', 'a/a', 'a/@/a'), (written, path) => {
        for (const owner of readCodeOwners(written)(path)) assert.ok(owner.includes('@') && written.includes(owner));
      }),
    );
  });

  it('does not stand still for a file that is made to be slow', () => {
    const rules = Array.from({ length: 1_000 }, (_, at) => `**/*a*a*a${at} @acme/all`).join('\n');
    const ownersOf = readCodeOwners(rules);
    const floors = countFloors();
    assert.deepEqual(ownersOf(Array(10).fill('a'.repeat(95)).join('/')), []);
    assert.ok(floors() < 100);
  });
});
