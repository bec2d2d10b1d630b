// Finds a Chromium to drive: the one that MERIDIAN_CHROMIUM names, an installed one, or one out of a package.
import { accessSync, constants, createReadStream, createWriteStream } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { pins, platform } from '../fetched/pins.mjs';
import { stored, unpackPackage } from '../fetched/store.mjs';
import { runCommand } from '../run-command.mjs';

const programs = process.env.PROGRAMFILES ?? 'C:\\Program Files';
const programs86 = process.env['PROGRAMFILES(X86)'] ?? 'C:\\Program Files (x86)';
const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    join(programs, 'Google/Chrome/Application/chrome.exe'),
    join(programs86, 'Google/Chrome/Application/chrome.exe'),
    join(programs86, 'Microsoft/Edge/Application/msedge.exe'),
    join(programs, 'Microsoft/Edge/Application/msedge.exe'),
  ],
};
const usualNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installedBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => usualNames.map((name) => join(folder, name)));
  return (usualPlaces[process.platform] ?? onPath).find(isExecutable);
}

/** The package holds everything as Brotli: the browser itself, its fonts, and the libraries that a bare system lacks. */
async function unpackChromium(folder) {
  await unpackPackage(pins.chromium[platform], folder, ['bin']);
  const bin = join(folder, 'bin');
  const inflate = (from, to) =>
    pipeline(createReadStream(join(bin, from)), createBrotliDecompress(), createWriteStream(join(folder, to)));
  await inflate('chromium.br', 'chromium');
  await chmod(join(folder, 'chromium'), 0o755);
  for (const archive of ['al2023.tar', 'fonts.tar']) {
    await inflate(`${archive}.br`, archive);
    await runCommand('tar', ['-xf', join(folder, archive), '-C', folder]);
    await rm(join(folder, archive));
  }
  await rm(bin, { recursive: true });
}

/**
 * @param {(line: string) => void} report
 * @returns {Promise<{executablePath: string, env: Record<string, string>}>}
 */
export async function findChromium(report) {
  const named = process.env.MERIDIAN_CHROMIUM;
  if (named) {
    if (!isExecutable(named)) throw new Error(`MERIDIAN_CHROMIUM names ${named}, which cannot be run`);
    return { executablePath: named, env: {} };
  }
  const installed = installedBrowser();
  if (installed) return { executablePath: installed, env: {} };
  const pin = pins.chromium[platform];
  if (!pin) {
    throw new Error('No Chrome, Chromium or Edge was found. Install one, or set MERIDIAN_CHROMIUM to its executable.');
  }
  const folder = await stored(pin, unpackChromium, report);
  const libraries = [process.env.LD_LIBRARY_PATH, join(folder, 'lib')].filter(Boolean).join(delimiter);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}
