import assert from 'node:assert/strict';
import { projectOf } from '../../project/projectSupport';
import { memoryFiles } from '../../support/memoryFiles';

const text = '# 12. Keep Postgres\n\n## Status\n\nAccepted\n';

async function opened(...paths: readonly string[]) {
  const files = memoryFiles(Object.fromEntries(paths.map((path) => [path, text])));
  const project = projectOf(files);
  await project.load();
  return { files, project };
}

describe('copies and translations of a record', () => {
  it('are told with the original, and are no records', async () => {
    const beside = [
      '12-pg.de.md',
      '12-pg.fr-FR.md',
      '12-pg.pt-BR.md',
      '12-pg.zh-CN.md',
      '12-pg (1).md',
      '12-pg_BASE_77.md',
      '12-pg.md.orig',
      'Copy of 12-pg.md',
    ];
    const { project } = await opened('adr/12-pg.md', ...beside.map((name) => `adr/${name}`), 'adr/13-other.de.md');
    assert.deepEqual(
      project.records().map(({ path }) => path),
      ['adr/12-pg.md', 'adr/13-other.de.md'],
    );
    assert.deepEqual(
      project.copiesOf('adr/12-pg.md').map(({ path, language }) => `${path.slice(4)} ${language ?? ''}`.trim()),
      [
        ...['12-pg (1).md', '12-pg.de.md de', '12-pg.fr-FR.md fr', '12-pg.md.orig', '12-pg.pt-BR.md pt'],
        ...['12-pg.zh-CN.md zh', '12-pg_BASE_77.md', 'Copy of 12-pg.md'],
      ],
    );
    assert.deepEqual(project.copiesOf('adr/13-other.de.md'), []);
  });

  it('may lie in the folder of a language', async () => {
    const { project } = await opened('docs/en/adr/0012-pg.md', 'docs/ja/adr/0012-pg.md', 'docs/ja/adr/0013-only.md');
    assert.deepEqual(
      project.records().map(({ path }) => path),
      ['docs/en/adr/0012-pg.md', 'docs/ja/adr/0013-only.md'],
    );
    assert.deepEqual(project.copiesOf('docs/en/adr/0012-pg.md'), [{ path: 'docs/ja/adr/0012-pg.md', language: 'ja' }]);
    assert.equal(project.referencesIn('a.ts', '// ADR-12')[0]?.target, 'docs/en/adr/0012-pg.md');
  });

  it('come and go with their files', async () => {
    const { files, project } = await opened('adr/12-pg.md');
    const path = 'adr/12-pg.fr.md';
    files.set(path, text);
    await project.apply([{ path, kind: 'changed' }]);
    assert.deepEqual([project.copiesOf('adr/12-pg.md').length, project.records().length], [1, 1]);
    files.delete(path);
    await project.apply([{ path, kind: 'deleted' }]);
    assert.deepEqual(project.copiesOf('adr/12-pg.md'), []);
  });
});
