// The folder of fetched packages. Each one is unpacked in a temporary folder beside its place and renamed when it is
// whole, so that the next run never takes what an interrupted run left for complete.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand, runNpm } from '../run-command.mjs';

const store = fileURLToPath(new URL('../../.vscode-test/stand-in', import.meta.url));

/**
 * The folder of a pinned package, which is filled first where it does not exist.
 * @param {{name: string, version: string}} pin
 * @param {(folder: string) => Promise<void>} fill
 * @param {(line: string) => void} report
 */
export async function stored(pin, fill, report) {
  const key = `${pin.name.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '')}-${pin.version}`;
  const place = join(store, key);
  if (existsSync(place)) return place;
  report(`fetching ${pin.name} ${pin.version}`);
  await mkdir(store, { recursive: true });
  const temporary = await mkdtemp(join(store, `.${key}-`));
  try {
    await fill(temporary);
    await rename(temporary, place).catch((error) => {
      // Another run was faster, and its result is the same.
      if (!existsSync(place)) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return place;
}

/**
 * Unpacks a package (or only `members` of it, paths below `package/`) into a folder.
 * @param {{name: string, version: string, integrity: string}} pin
 * @param {string} folder
 * @param {readonly string[]} [members]
 */
export async function unpackPackage(pin, folder, members = []) {
  const packed = await mkdtemp(join(folder, '.pack-'));
  const answer = await runNpm(['pack', `${pin.name}@${pin.version}`, '--json', '--pack-destination', packed], {
    cwd: folder,
  });
  const [{ filename }] = JSON.parse(answer.slice(answer.indexOf('[')));
  const tarball = join(packed, filename.replace('@', '').replaceAll('/', '-'));
  const found = `sha512-${createHash('sha512')
    .update(await readFile(tarball))
    .digest('base64')}`;
  if (found !== pin.integrity) {
    throw new Error(`${pin.name}@${pin.version} has the checksum ${found}, but ${pin.integrity} is pinned`);
  }
  await runCommand('tar', [
    '-xzf',
    tarball,
    '-C',
    folder,
    '--strip-components=1',
    ...members.map((m) => `package/${m}`),
  ]);
  await rm(packed, { recursive: true });
}
