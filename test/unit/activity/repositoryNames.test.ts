import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeOfName, repositoryNames } from '../../../src/core/activity/gatherActivity';

describe('names of repositories', () => {
  const cases: readonly [why: string, roots: readonly string[], names: readonly string[]][] = [
    ['their folders', ['/home/ann/ledger', '/home/ann/web'], ['ledger', 'web']],
    [
      'the folders above where two are called alike',
      ['/a/acme/ledger', '/a/web/ledger', '/a/web'],
      ['acme/ledger', 'web/ledger', 'web'],
    ],
    ['as many of them as it takes', ['/a/x/src/app', '/a/y/src/app'], ['x/src/app', 'y/src/app']],
    ['also of a submodule', ['/a/ledger', '/a/ledger/libs/ledger'], ['a/ledger', 'libs/ledger']],
    ['also on Windows', ['C:\\one\\ledger', 'D:\\two\\ledger\\'], ['one/ledger', 'two/ledger']],
    ['and where there is nothing above', ['/ledger', '/a/ledger'], ['ledger', 'a/ledger']],
  ];
  for (const [why, roots, names] of cases) {
    it(`are ${why}`, () => assert.deepEqual(repositoryNames(roots), names));
  }

  it('are never alike, and found again', () => {
    const root = fc.array(fc.constantFrom('a', 'b', 'ledger'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.uniqueArray(
          root.map((parts) => `/${parts.join('/')}`),
          { maxLength: 8 },
        ),
        (roots) => {
          const names = repositoryNames(roots);
          assert.equal(new Set(names).size, roots.length, names.join());
          for (const [at, name] of names.entries()) assert.equal(placeOfName(name, names), at);
        },
      ),
    );
  });

  const found: readonly [name: string, names: readonly string[], at: number][] = [
    ['acme/ledger', ['web', 'ledger'], 1],
    ['ledger', ['web', 'mine/ledger', 'yours/ledger'], -1],
    ['acme/ledger', ['mine/ledger', 'yours/ledger'], -1],
    ['ledger', ['books'], -1],
  ];
  for (const [name, names, at] of found) {
    it(`${name} is number ${at} of ${names.join(', ')}`, () => assert.equal(placeOfName(name, names), at));
  }
});
