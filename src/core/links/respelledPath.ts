import { basename, dirname, extension, join, resolveIn, segments } from '../files/paths';
import { pageOfSite } from '../names/antora';
import { possiblePaths } from '../names/meantByPath';
import type { FilePath } from '../ports';

/**
 * The path of a record, relative to what the written path is relative to: the file, the root or a folder between. Null
 * where either would need encoding.
 * @param isLink whether it is where a link of Markdown or AsciiDoc leads to, which is read from its own file, or in a site
 * that Antora makes from the pages of its module
 */
export function respelledPath(name: string, target: FilePath, from: FilePath, isLink = false): string | null {
  if (/%|\s/.test(name) || /[\s()%]/.test(target)) return null;
  const shown = target.slice(0, target.length - extension(target).length) + endingOf(name, target);
  const folder = dirname(name);
  if (
    (!isLink && possiblePaths(folder === '' ? '.' : folder, from).includes(dirname(target))) ||
    resolveIn(dirname(from), folder || '.') === dirname(target)
  )
    return join(folder, basename(shown));
  if (name.startsWith('/')) return `/${shown}`;
  if (/^\.{1,2}\//.test(name)) return relativePath(from, shown);
  return isLink ? (pageOfSite(from, shown) ?? relativePath(from, shown).replace(/^\.\//, '')) : shown;
}

/** A page that is cited as a site publishes it (`0012-x.html`) keeps that extension. */
function endingOf(name: string, target: FilePath): string {
  const written = extension(name);
  return written === '' || /^\.html?$/i.test(written) ? written : extension(target);
}

/** The path from a file to another; begins with `./` or `../`. */
export function relativePath(from: FilePath, to: FilePath): string {
  const here = segments(dirname(from));
  const there = segments(to);
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const up = '../'.repeat(here.length - shared);
  return (up === '' ? './' : up) + there.slice(shared).join('/');
}
