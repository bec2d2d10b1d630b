import { deepEqual, ok } from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { refsCommand } from '../../../../src/cli/refs';
import { GitFileSearch } from '../../../../src/git/check/fileSearch';
import { findRepository } from '../../../../src/git/repository';
import { GitRunner } from '../../../../src/git/runner';
import { adr } from '../../rules/support';
import { TemporaryRepository } from '../../support/temporaryRepository';
import { gitHost } from '../gitHost';

const signal = new AbortController().signal;

async function searchIn(folder: string): Promise<GitFileSearch> {
  const found = await findRepository(folder);
  ok(found.ok);
  return new GitFileSearch({ runner: new GitRunner(gitHost()), ...found });
}

describe('the search of git', () => {
  let repository: TemporaryRepository;
  let other: TemporaryRepository;

  before(() => {
    repository = TemporaryRepository.create();
    repository.write('docs/adr/0001-a.md', adr('1. A', 'Accepted')).write('src/a.ts', '// ADR-0001\n');
    repository
      .write('src/ignored.log', '// ADR-0001\n')
      .write('src/gone.ts', '// ADR-0001\n')
      .write('src/none.ts', '\n');
    repository.write('.gitignore', 'built/\n').write('src/ä "b".ts', '// ADR-0001\n');
    other = TemporaryRepository.create();
    other.write('lib.ts', '// ADR-0001\n');
    other.commit({ date: '2026-01-02T10:00:00Z' });
    repository.git('submodule', '--quiet', 'add', `file://${other.root}`, 'sub');
    repository.commit({ date: '2026-01-02T10:00:00Z' });
    repository.git('rm', '--quiet', '--cached', 'src/none.ts');
    repository.write('src/new.ts', '// ADR-0001\n').write('built/x.ts', '// ADR-0001\n');
    symlinkSync('a.ts', join(repository.root, 'src/link.ts'));
    symlinkSync('/etc', join(repository.root, 'src/outside'));
    rmSync(join(repository.root, 'src/gone.ts'));
  });

  after(() => {
    repository.dispose();
    other.dispose();
  });

  it('lists tracked and untracked files, and what it cannot tell', async () => {
    const { files, uncertain, folders } = (await (await searchIn(repository.root)).list(signal)) ?? {};
    deepEqual(
      [files, uncertain, folders].map((paths) => [...(paths ?? [])].sort()),
      [
        ['.gitignore', '.gitmodules', 'docs/adr/0001-a.md', 'src/a.ts', 'src/ignored.log', 'src/ä "b".ts'].sort(),
        ['src/link.ts', 'src/new.ts', 'src/none.ts', 'src/outside'],
        ['sub'],
      ],
    );
  });

  it('finds the files with a line, of a part of the repository too', async () => {
    const found = await (await searchIn(join(repository.root, 'src'))).matching('ADR-[0-9]|never', signal);
    deepEqual([...(found ?? [])].sort(), ['a.ts', 'ignored.log', 'ä "b".ts'].sort());
    const none = await (await searchIn(repository.root)).matching('no such line', signal);
    deepEqual([...(none ?? ['failed'])], []);
  });

  it('finds a tracked file that is ignored, which the list has', async () => {
    const ignoring = TemporaryRepository.create();
    try {
      ignoring.write('docs/adr/0001-a.md', adr('1. A', 'Accepted')).write('src/a.ts', '// ADR-0001\n');
      ignoring.commit({ date: '2026-01-02T10:00:00Z' });
      ignoring.write('.gitignore', 'src/\n');
      deepEqual([...((await (await searchIn(ignoring.root)).matching('ADR-0', signal)) ?? [])], ['src/a.ts']);
      const found = JSON.parse(await refsCommand.run([ignoring.root, '--json', '--no-cache']));
      deepEqual(
        found.map(({ file }: { file: string }) => file),
        ['src/a.ts'],
      );
    } finally {
      ignoring.dispose();
    }
  });

  it('gives the references that a walk gives, of submodules too, and of links none', async () => {
    const places = async (...argv: string[]) =>
      JSON.parse(await refsCommand.run([...argv, '--json'])).map(({ file }: { file: string }) => file);
    for (const folder of [repository.root, join(repository.root, 'src')]) {
      deepEqual(await places(folder), await places(folder, '--no-git'));
    }
    deepEqual(await places(repository.root), ['src/a.ts', 'src/new.ts', 'src/ä "b".ts', 'sub/lib.ts']);
  });
});
