import { equal } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { cliTarball, root, sourceDate, vsix } from '../../scripts/artefacts.mjs';
import { runCommand } from '../../scripts/run-command.mjs';

const notCopied = new Set(['.git', '.vscode-test', 'dist', 'dist-cli', 'node_modules', 'out', 'test']);

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

describe('the packages', () => {
  it('have the same bytes when they are made again in another folder, in another time zone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'meridian-again-'));
    const copy = join(folder, 'deeper', 'another-name');
    try {
      const isWanted = (path: string) => !notCopied.has(basename(path)) && !/\.(?:vsix|tgz)$/.test(path);
      await cp(root, copy, { recursive: true, preserveTimestamps: true, filter: isWanted });
      for (const packages of ['node_modules', 'scripts/packaging/node_modules']) {
        await symlink(join(root, packages), join(copy, packages), 'junction');
      }
      const env = { ...process.env, SOURCE_DATE_EPOCH: String(sourceDate()), TZ: 'Pacific/Auckland' };
      await runCommand(process.execPath, ['scripts/package.mjs'], { cwd: copy, env });
      for (const name of [vsix, cliTarball]) {
        equal(await hashOf(join(copy, name)), await hashOf(join(root, name)), relative(root, name));
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
