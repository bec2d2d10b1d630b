import { deepEqual, equal, ok } from 'node:assert/strict';
import { ScopeIndex } from '../../../src/core/links/scopeIndex';
import { countFloors } from '../support/floors';
import { parsedRecord } from '../support/records';

describe('a scope with exclusions', () => {
  const paths = ['infra/main.tf', 'infra/vpc/main.tf', 'docs/a.md'];
  const filesUnder = (folder: string) => paths.filter((path) => folder === '' || path.startsWith(`${folder}/`));
  const index = new ScopeIndex({ version: 1, files: () => paths, filesUnder });
  index.set(parsedRecord('0001-a.md', { scope: ['infra/**/*.tf', '!infra/vpc/**'] }));
  index.set(parsedRecord('0002-b.md', { scope: ['infra/**/*.tf'] }));
  index.set(parsedRecord('0003-c.md', { scope: ['!docs/**'] }));

  it('does not cover what its record takes out, whatever another record says', () => {
    const hits = paths.map((path) =>
      index.covering(path).map(({ record, glob, files }) => `${record} ${glob} ${files}`),
    );
    deepEqual(hits, [['0001-a.md infra/**/*.tf 1', '0002-b.md infra/**/*.tf 2'], ['0002-b.md infra/**/*.tf 2'], []]);
  });
});

describe('scopes of a hostile repository', () => {
  const paths = Array.from({ length: 50_000 }, (_, at) => `src/${at % 100}/${at}.ts`);
  const files = { version: 1, files: () => paths, filesUnder: () => paths };
  const scoped = (path: string, scope: readonly string[]) => parsedRecord(path, { scope });

  it('are counted against files until that is a burden, and then count as wide', () => {
    const index = new ScopeIndex(files);
    const all = Array.from({ length: 1_000 }, (_, at) => `{**/no${at},src/1/1.ts}`);
    for (let at = 0; at < 10; at++) index.set(scoped(`docs/adr/000${at}-x.md`, all.slice(at * 100, at * 100 + 100)));
    const floors = countFloors();
    const hits = index.covering('src/1/1.ts');
    ok(floors() < 200);
    equal(hits.length, 10);
    equal(hits[0]?.files, 1);
    equal(hits.at(-1)?.files, paths.length);
  });

  it('are taken up to a number that no team keeps in mind, and make room when their record goes', () => {
    const index = new ScopeIndex({ version: 1, files: () => ['a.ts'], filesUnder: () => ['a.ts'] });
    for (let at = 0; at < 60; at++) index.set(scoped(`${at}.md`, Array(100).fill('**/*.ts')));
    equal(index.covering('a.ts').length, 50);
    index.delete('0.md');
    index.set(scoped('new.md', ['**']));
    equal(index.covering('a.ts').length, 50);
  });
});
