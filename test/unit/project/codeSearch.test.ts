import { deepEqual } from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSearch } from '../../../src/core/ports';
import { DiskFiles } from '../../../src/disk/diskFiles';
import { GitFileSearch } from '../../../src/git/check/fileSearch';
import { findRepository } from '../../../src/git/repository';
import { GitRunner } from '../../../src/git/runner';
import { gitHost } from '../git/gitHost';
import { adr } from '../rules/support';
import { memoryShelf } from '../support/memoryShelf';
import { TemporaryRepository } from '../support/temporaryRepository';
import { projectOf } from './projectSupport';

describe('the search of code for what cites a record', () => {
  let repository: TemporaryRepository;
  let search: GitFileSearch;
  const shelf = memoryShelf();

  before(async () => {
    repository = TemporaryRepository.create();
    repository.write('docs/adr/0001-a.md', adr('1. A', 'Accepted'));
    for (let at = 0; at < 100; at++) repository.write(`src/a${at}.ts`, at % 10 === 0 ? '// ADR-0001\n' : `${at};\n`);
    repository.write('src/kip.ts', '// KIP-0042\n');
    repository.git('add', '--all');
    const found = await findRepository(repository.root);
    if (!found.ok) throw new Error(found.reason);
    search = new GitFileSearch({ runner: new GitRunner(gitHost()), ...found });
  });

  after(() => repository.dispose());

  /** @returns how many expressions were looked for, and how many references code has */
  async function run(laterMs = 60_000): Promise<readonly [asked: number, references: number]> {
    let asked = 0;
    const counting: FileSearch = {
      list: (signal) => search.list(signal),
      matching(pattern, signal) {
        asked++;
        return search.matching(pattern, signal);
      },
    };
    const files = new DiskFiles(repository.root, true, () => Date.now() + laterMs);
    const project = projectOf(files, { search: counting, shelf });
    await project.load();
    await project.keep();
    return [asked, project.allReferences().filter(({ file }) => file.startsWith('src/')).length];
  }

  it('asks git once, and again for another series alone, and for many files that changed', async () => {
    deepEqual(await run(), [1, 10]);
    deepEqual(await run(), [0, 10]);
    repository.write('src/a3.ts', '// ADR-0001\n').write('src/a10.ts', '');
    deepEqual(await run(), [0, 10]);
    repository.write('proposals/KIP-0042-x.md', adr('KIP-0042: X', 'Accepted')).write('src/a4.ts', '// KIP-0042\n');
    deepEqual(await run(), [1, 12]);
    deepEqual(await run(), [0, 12]);
    rmSync(join(repository.root, 'proposals/KIP-0042-x.md'));
    deepEqual(await run(), [0, 10]);
    for (let at = 30; at < 90; at++) repository.write(`src/a${at}.ts`, '// ADR-0001\n');
    deepEqual(await run(), [1, 64]);
  });

  it('keeps nothing of files that were written a moment ago', async () => {
    for (let at = 0; at < 100; at++) repository.write(`src/a${at}.ts`, '// ADR-0001\n');
    deepEqual(await run(0), [1, 100]);
    deepEqual(await run(0), [1, 100]);
    deepEqual(await run(), [1, 100]);
    deepEqual(await run(), [0, 100]);
  });
});
