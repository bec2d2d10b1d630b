import { deepEqual, equal } from 'node:assert/strict';
import { findingLine } from '../../../src/core/rules/answers';
import { checkFiles, groundOf, isSameGround } from '../../../src/core/tasks/check';
import { projectOf } from '../project/projectSupport';
import { adr } from '../rules/support';
import { MemoryFiles } from '../support/memoryFiles';

const place = {
  today: '2026-11-20',
  choices: {},
  pacer: { breathe: async () => {} },
  signal: new AbortController().signal,
};

async function folder() {
  const files = new MemoryFiles();
  files.set('docs/adr/0001-files.md', adr('1. Files', 'Superseded by [2](0002-tables.md)'));
  files.set('docs/adr/0002-tables.md', adr('2. Tables', 'Accepted'));
  files.set('src/a.ts', '// ADR-0001\n');
  files.set('src/b.ts', '// ADR-0001\n');
  const project = projectOf(files);
  await project.load();
  const change = async (path: string, text: string) => {
    files.set(path, text);
    await project.apply([{ path, kind: 'changed' }]);
  };
  const only = async (...paths: readonly string[]) =>
    (await checkFiles({ ...place, project, files }, null, paths)).map(findingLine);
  return { project, change, only };
}

describe('a check of files that changed', () => {
  it('looks at them alone', async () => {
    const { change, only } = await folder();
    await change('src/a.ts', '\n// ADR-0001\n');
    deepEqual(await only('src/a.ts', 'no/such.ts'), [
      'src/a.ts:2:4 warning retired-record ADR-0001 is superseded; ADR-0002 (Tables) holds now.',
    ]);
  });

  it('is enough while no record and no list of files has changed', async () => {
    const { project, change } = await folder();
    const before = groundOf(project);
    await change('src/a.ts', '// ADR-0002\n');
    equal(isSameGround(before, groundOf(project)), true);
    await change('docs/adr/0002-tables.md', adr('2. Tables', 'Rejected'));
    equal(isSameGround(before, groundOf(project)), false);
    const later = groundOf(project);
    await change('src/new.ts', '');
    equal(isSameGround(later, groundOf(project)), false);
  });
});
