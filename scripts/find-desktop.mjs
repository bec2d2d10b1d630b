// Finds the desktop VS Code (or another build of it) on this machine.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['code', 'code-insiders', 'codium'];
const local = process.env.LOCALAPPDATA ?? '';
const programs = process.env.PROGRAMFILES ?? '';

const usualPlaces = {
  darwin: [
    '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code',
    '/Applications/VSCodium.app/Contents/Resources/app/bin/codium',
  ],
  win32: [
    join(local, 'Programs/Microsoft VS Code/bin/code.cmd'),
    join(programs, 'Microsoft VS Code/bin/code.cmd'),
    join(programs, 'VSCodium/bin/codium.cmd'),
  ],
  linux: ['/usr/share/code/bin/code', '/snap/bin/code'],
};

/** @returns {string | undefined} the executable that takes `code`'s arguments */
export function findDesktop() {
  const ending = process.platform === 'win32' ? '.cmd' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  return [...onPath, ...(usualPlaces[process.platform] ?? [])].find((file) => existsSync(file));
}
