import { deepEqual } from 'node:assert/strict';
import { projectOf } from '../../project/projectSupport';
import { adr } from '../../rules/support';
import { memoryFiles } from '../../support/memoryFiles';

const names = ['0001-bill-by-the-month.md', '0002-pay-by-the-week.md'];
const first = '0001-record-architecture-decisions.md';

describe('a copy of a folder of records that a generator made', () => {
  /** Folders with records, of those that are given with the names in them. */
  const foldersOf = async (folders: Readonly<Record<string, readonly string[]>>) => {
    const paths = Object.entries(folders).flatMap(([folder, all]) => all.map((name) => `${folder}/${name}`));
    const project = projectOf(memoryFiles(Object.fromEntries(paths.map((path) => [path, adr(path, 'Accepted')]))));
    await project.load();
    return [...new Set(project.records().map(({ path }) => path.slice(0, path.lastIndexOf('/'))))];
  };

  for (const copy of ['_site/adr', 'public/docs/adr', 'target/site/adr', 'website/build/adr', 'book/adr']) {
    it(`holds none: ${copy}`, async () => {
      deepEqual(await foldersOf({ 'docs/adr': [...names, '0003-new.md'], [copy]: names }), ['docs/adr']);
    });
  }

  it('holds them where they are kept nowhere else, or not all of them', async () => {
    deepEqual(await foldersOf({ 'site/docs/adr': names }), ['site/docs/adr']);
    deepEqual(await foldersOf({ 'docs/adr': names, 'site/docs/adr': [...names, '0003-of-the-site.md'] }), [
      ...['docs/adr', 'site/docs/adr'],
    ]);
    deepEqual(await foldersOf({ 'docs/decisions': names, 'site/adr': names }), ['docs/decisions', 'site/adr']);
    deepEqual(await foldersOf({ 'docs/adr': names, 'web/docs/adr': names }), ['docs/adr', 'web/docs/adr']);
  });

  it('is not known by what each folder of records begins with', async () => {
    deepEqual(await foldersOf({ 'docs/adr': [first, ...names], 'site/docs/adr': [first] }), [
      ...['docs/adr', 'site/docs/adr'],
    ]);
  });
});
