// What a version consists of: the names of its files, and what is read from the manifest for all of them.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** An odd minor version is a pre-release, an even one a release, as the Marketplace proposes. */
export const isPreRelease = Number(manifest.version.split('.')[1]) % 2 === 1;

/** The extension, for both stores. */
export const vsix = `${manifest.name}-${manifest.version}.vsix`;

/** The command line on npm, and what `npm pack` makes of the name. */
export const cliName = `@${manifest.publisher}/cli`;
export const cliTarball = `${manifest.publisher}-cli-${manifest.version}.tgz`;

/**
 * Seconds since 1970 that stand for "made at" in every file, so that two builds of one commit have the same bytes: those
 * of `SOURCE_DATE_EPOCH`, else of the commit; 1980, where a zip archive's time begins, if there is neither.
 */
export function sourceDate() {
  if (process.env.SOURCE_DATE_EPOCH) return Number(process.env.SOURCE_DATE_EPOCH);
  try {
    const stdio = ['ignore', 'pipe', 'ignore'];
    return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8', stdio }));
  } catch {
    return 315_532_800;
  }
}
