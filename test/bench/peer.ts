import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { TemporaryRepository } from '../unit/support/temporaryRepository';

const cache = resolve('.vscode-test/bench/log4brains');
const version = '1.1.0';
/** What its own program does, without the web pages that it brings along. */
const program = `
const { createCli } = require('@log4brains/cli');
const { AppConsole } = require('@log4brains/cli-common');
const appConsole = new AppConsole({ debug: false, traces: false });
createCli({ appConsole }).parse(['node', 'log4brains', 'adr', 'list']);
`;

/** Installs log4brains where it is not there yet: 67 MB. @returns the file that lists the records of the folder it runs in */
export async function log4brains(): Promise<string> {
  const file = join(cache, 'list.cjs');
  if (!existsSync(file)) {
    await mkdir(cache, { recursive: true });
    await writeFile(join(cache, 'package.json'), '{}');
    const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `@log4brains/cli@${version}`];
    execFileSync('npm', install, { cwd: cache, stdio: 'ignore', shell: process.platform === 'win32' });
    await writeFile(file, program);
  }
  return file;
}

/** What log4brains wants of a repository: where the records are, and commits that it takes their dates from. */
export async function makeForLog4brains(root: string): Promise<void> {
  await writeFile(join(root, '.log4brains.yml'), 'project:\n  name: bench\n  tz: Etc/UTC\n  adrFolder: ./docs/adr\n');
  const repository = TemporaryRepository.create(root);
  repository.git('add', '--all');
  repository.commit({ date: '2024-01-01T12:00:00Z' });
}
