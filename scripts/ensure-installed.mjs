// Installs the packages of a folder where they are missing or older than its lock file, so that a fresh clone needs
// nothing first.
import { spawnSync } from 'node:child_process';
import { lstatSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  console.error(`Meridian is built with Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Ends the process with a message when the installation fails.
 * @param {string} [folder] of a `package.json` and its lock file, relative to the repository
 */
export function ensureInstalled(folder = '.') {
  checkNode();
  const inFolder = (name) => join(root, folder, name);
  if (modified(inFolder('node_modules/.package-lock.json')) >= modified(inFolder('package-lock.json'))) return;
  if (lstatSync(inFolder('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error('node_modules is a link, and npm ci would empty the folder that it leads to. Remove the link first.');
    process.exit(1);
  }
  console.log(`Installing packages (npm ci${folder === '.' ? '' : ` in ${folder}`})`);
  const cli = process.env.npm_execpath;
  const [command, ...args] = cli?.endsWith('npm-cli.js') ? [process.execPath, cli] : ['npm'];
  // No package runs anything while it is installed (docs/security.md#r30): none that is used here needs to.
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(command, [...args, 'ci', ...options], {
    cwd: join(root, folder),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && command === 'npm',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
  if (status === 0) return;
  console.error('npm ci failed; the lines above say why. Nothing else was run.');
  process.exit(1);
}
