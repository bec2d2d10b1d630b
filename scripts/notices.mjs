// The licences of what the bundles contain: MIT and its like ask that their text goes along with the code.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Rules that are kept as data in the repository, with the licence beside them. */
export const vendored = [{ name: 'gitleaks rules', license: 'MIT', textFile: 'src/core/secrets/gitleaks.LICENSE' }];
const licenceFile = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;

/** Folders of the packages that a build took code from, such as `node_modules/@octokit/rest`. */
export function packagesOf(metafile) {
  const folders = Object.keys(metafile.inputs).map(
    (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? '',
  );
  return [...new Set(folders)].filter((folder) => folder !== '').sort();
}

async function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => licenceFile.test(entry));
  // Some packages name their licence and enclose no text.
  const by = typeof author === 'string' ? author : (author?.name ?? 'its authors');
  const text = file ? await readFile(join(folder, file), 'utf8') : `Licence: ${license}. Copyright: ${by}.`;
  return `${name} ${version}\n\n${text.trim()}\n`;
}

/**
 * @param {import('esbuild').Metafile} metafile
 * @param {string} target
 */
export async function writeNotices(metafile, target) {
  const packages = await Promise.all(packagesOf(metafile).map(noticeOf));
  const others = vendored.map(
    async ({ name, textFile }) => `${name}\n\n${(await readFile(textFile, 'utf8')).trim()}\n`,
  );
  const rule = `\n${'-'.repeat(80)}\n\n`;
  await writeFile(target, [...packages, ...(await Promise.all(others))].join(rule));
}
