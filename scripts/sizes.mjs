// Sizes of the bundles, and their limits: a person should not notice that Meridian starts.

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadedWith } from './packs.mjs';

const kb = 1000;
/** The entry counts with every file that it requires at once; what `import()` brings later counts in the total only. */
export const budgets = {
  entry: 60 * kb,
  cliStart: 50 * kb,
  javascript: 1790 * kb,
  vsix: 1000 * kb,
  vsixFiles: 100,
  cli: 400 * kb,
};

/** Bytes of all the files together. */
export async function sizeOf(files) {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function scriptsIn(folder) {
  const entries = await readdir(folder, { recursive: true });
  return entries.filter((name) => name.endsWith('.js')).map((name) => join(folder, name));
}

/** Bytes of all that runs, the panel's page included. */
export async function sizeOfScripts() {
  return sizeOf(await scriptsIn('dist'));
}

/** @param {import('esbuild').Metafile} metafile */
export async function printSizes(metafile) {
  const rows = [];
  for (const entry of ['dist/extension.js', 'dist/cli.js']) {
    const files = loadedWith(metafile, entry);
    if (files.length > 0) rows.push([`${entry} with what it loads at once`, await sizeOf(files), files]);
  }
  const all = await scriptsIn('dist');
  rows.push(['all JavaScript', await sizeOf(all), all]);
  for (const [name, size, files] of rows) {
    const packed = gzipSync(Buffer.concat(await Promise.all(files.map((file) => readFile(file))))).length;
    console.log(`${(size / kb).toFixed(1).padStart(7)} KB (${(packed / kb).toFixed(1)} KB packed)  ${name}`);
  }
}
