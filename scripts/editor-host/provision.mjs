// Fetches what the stand-in needs into .vscode-test/, once.
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pins, platform } from '../fetched/pins.mjs';
import { stored, unpackPackage } from '../fetched/store.mjs';
import { runNpm } from '../run-command.mjs';

const oldestNode = 24;

/** Install scripts only build parts that the editor runs without; leaving them out saves minutes and a compiler. */
const installArguments = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];

async function unpackEditor(folder) {
  await unpackPackage(pins.editor, folder, ['lib/vscode']);
  await rename(join(folder, 'lib/vscode'), join(folder, 'vscode'));
  for (const part of ['vscode', 'vscode/extensions']) await runNpm(installArguments, { cwd: join(folder, part) });
}

async function findNode(report) {
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) return process.execPath;
  const pin = pins.node[platform];
  if (!pin)
    throw new Error(`The stand-in editor needs Node ${oldestNode} here; this is Node ${process.versions.node}.`);
  const folder = await stored(pin, (into) => unpackPackage(pin, into, ['bin/node']), report);
  return join(folder, 'bin/node');
}

/**
 * The editor's server: which Node runs which file.
 * @param {(line: string) => void} [report]
 * @returns {Promise<{node: string, serverMain: string}>}
 */
export async function provisionEditor(report = (line) => console.error(`stand-in: ${line}`)) {
  const node = await findNode(report);
  const folder = await stored(pins.editor, unpackEditor, report);
  return { node, serverMain: join(folder, 'vscode/out/server-main.js') };
}
