import { ancestors, basename, dirname, extension, isInside, resolveIn } from '../files/paths';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import { wordSet } from '../text/wordList';
import { mayBeEarlier, significantWords } from './likeness';
import type { World } from './nameLookup';
import { type Found, none } from './nearness';
import { homeOf, isFolderDocument, numberOfName, slugOf, stemOf, withoutExtension } from './spelling';
import { isCut, lastOf, plain, type WrittenPath } from './writtenPath';

/** `otherFile`: the path leads to a file that exists and is no record (a template, an index), and so to nothing else. */
export type MeantByPath = Found | { readonly kind: 'otherFile' };

/** Where a path may lead, likeliest first: from the file, from the folders above it, from the root. */
export function possiblePaths(name: string, from: FilePath): readonly FilePath[] {
  return basesOf(name, from).flatMap((base) => resolveIn(base, name) ?? []);
}

/**
 * The record that a path in `from` means: at that path from the file, from a folder above it (a package writes
 * `docs/adr/…` of its own) or from the root; then by file name, then by number in that folder.
 */
export function meantByPath(written: WrittenPath, from: FilePath, world: World): MeantByPath {
  const paths = possiblePaths(written.name, from);
  for (const path of paths) {
    const found = atPath(path, from, world);
    if (found.kind !== 'none') return found;
  }
  const checkedOut = inCheckout(written.name, world);
  const there = checkedOut === null ? none : atPath(checkedOut, from, world);
  if (there.kind !== 'none') return there;
  if (leadsElsewhere(written.name, paths.length === 0, world)) return none;
  const named = byFileName(written.name, from, world);
  if (named.kind !== 'none') return named;
  for (const path of paths) {
    const found = byNumber(written, dirname(path), from, world);
    if (found.kind !== 'none') return found;
  }
  return onSite(written, from, world);
}

/** `app/docs/…` in a CI job that checks out several repositories, each into a folder of its name: `app` is ours. */
function inCheckout(name: string, { files, remotes }: World): FilePath | null {
  const [first = '', ...rest] = name.split('/');
  const isOurs = remotes.some(({ repo }) => repo.toLowerCase() === first.toLowerCase());
  return isOurs && rest.length > 1 && !files.hasDirectory(first) ? rest.join('/') : null;
}

/** Folders of other people's packages. */
const packages = wordSet('node_modules bower_components site-packages vendor third_party');
/** Names of a repository's folder in a container image, an editor or a CI job, whatever the repository is called. */
export const anyRepository =
  /^(?:app|apps|src|code|repo|repos|work|workspaces?|project|projects|home|build|builds|srv|checkout|source|site)$/i;

/**
 * Whether a path that names no record here lies in something that is not ours. That may be a package. Or it begins at
 * the root of a machine or leads out of this folder, and lies below the folder of another repository
 * (`/opt/platform/…`). A file of ours with the same name is then not what is meant.
 */
function leadsElsewhere(name: string, leadsOut: boolean, { files, remotes }: World): boolean {
  const folders = plain(name).split('/').slice(0, -1);
  if (folders.some((folder) => packages.has(folder))) return true;
  if (remotes.length === 0 || !(leadsOut || name.startsWith('/'))) return false;
  // What comes before the first folder that is one of ours.
  const own = folders.findIndex((_, at) => files.hasDirectory(folders.slice(at).join('/')));
  const above = folders[own - 1];
  if (above === undefined || (own === 1 && !leadsOut && !name.startsWith('//'))) return false;
  return !anyRepository.test(above) && !remotes.some(({ repo }) => above.includes(repo.toLowerCase()));
}

/** Folders that a path may be relative to, nearest first. `./` and `../` say which one it is. */
function basesOf(name: string, from: FilePath): readonly FilePath[] {
  if (name.startsWith('/')) return [''];
  return /^\.{1,2}\//.test(name) ? [dirname(from)] : [...ancestors(from)];
}

function atPath(written: FilePath, from: FilePath, { names, files }: World): MeantByPath {
  const path = names.get(written) ? written : (files.real?.(written) ?? written);
  const exact = names.get(path);
  if (exact) return { kind: 'one', record: exact };
  if (files.has(path)) return { kind: 'otherFile' };
  const alike = [...names.byPath(path), ...names.byBarePath(path)];
  if (!files.hasDirectory(path)) return names.nearest(alike, from);
  // A folder's path means the record in its README. Only if numbered may it mean a document of that name beside it.
  const isNumbered = numberOfName(basename(path)) !== null;
  const found = names.nearest(isNumbered ? alike : alike.filter((record) => isInside(record.path, path)), from);
  return found.kind === 'none' ? { kind: 'otherFile' } : found;
}

/** The same file name further down or in another folder: `adr/x.md` for `docs/adr/x.md`. */
function byFileName(name: string, from: FilePath, world: World): Found {
  const { names } = world;
  const last = lastOf(name);
  if (isCut(last)) return none;
  const endsSo = ({ path }: ParsedRecord) => {
    const whole = `/${path.toLowerCase()}`;
    return [whole, withoutExtension(whole)].some((spelling) => spelling.endsWith(`/${plain(name)}`));
  };
  // A README is known with its numbered folder: another folder of that name may be a copy (`site/0012-x/README.md`).
  const folder = isFolderDocument(last) ? stemOf(plain(name)) : null;
  if (folder !== null && numberOfName(folder) !== null) return names.nearest(names.byStem(folder).filter(endsSo), from);
  // A word alone may name a folder, a page, anything.
  const bare = numberOfName(last) === null ? names.byStem(last) : names.bySlug(last);
  const known = (extension(last) === '' ? bare : names.byFileName(last)).filter(hasOwnName);
  const below = known.filter(endsSo);
  if (below.length > 0) return names.nearest(below, from);
  const found = names.nearest(known.length > 0 ? known : withoutSeries(last, world), from);
  // `/decisions/use-dates`: a page of a site, which leaves the number out of its address.
  const isPage = name.startsWith('/') && extension(last) === '';
  return isPage ? found : stale(found);
}

/** `ADR-0012-slug.md` for `0012-slug.md`: the path has a series before the number, and the file has none. */
function withoutSeries(last: string, { names }: World): readonly ParsedRecord[] {
  const { prefix, number } = numberOfName(last) ?? { prefix: null, number: null };
  const slug = slugOf(stemOf(last));
  if (prefix === null || number === null || slug === '') return [];
  return names.byNumber(prefix, number).filter(({ path }) => slugOf(stemOf(path)) === slug);
}

/** By a number that is still used, where the path has an earlier slug or ends after the number. */
function byNumber({ name, prefix, number }: WrittenPath, folder: FilePath, from: FilePath, { names }: World): Found {
  // `cap-0046-03` is a part of 46, and no other name of it.
  if (number === null || /^-\d{1,3}$/.test(stemOf(lastOf(name)).split(number).at(-1) ?? '')) return none;
  const found = names.nearest(
    names.byNumberIn(folder, number).filter((record) => samePrefix(record, prefix)),
    from,
  );
  const last = lastOf(name);
  if (isCut(last) || (found.kind === 'one' && isBeginning(last, found.record))) return found;
  const isEarlier =
    found.kind === 'several' || (found.kind === 'one' && mayBeEarlier(slugOf(stemOf(last)), found.record));
  const renumbered = isEarlier ? null : renumberedTo(last, folder, names);
  if (renumbered) return { kind: 'one', record: renumbered, stale: true };
  // Under a quite different slug the number more likely went to another record than that this one was retitled. Two
  // digits where the records have four are the number of a chapter.
  if (found.kind === 'one' && !mayBeEarlier(slugOf(stemOf(last)), found.record))
    return found.record.id?.length === number.length ? { kind: 'several', records: [found.record] } : none;
  return stale(found);
}

/** The only record of that folder and series that has the whole slug, under another number. */
function renumberedTo(last: string, folder: FilePath, names: World['names']): ParsedRecord | null {
  const slug = slugOf(stemOf(last));
  if (significantWords(slug).length < 2) return null;
  const prefix = numberOfName(last)?.prefix ?? null;
  const alike = names.bySlug(slug).filter((record) => homeOf(record.path) === folder && samePrefix(record, prefix));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** `/adr/10` on a site built from `docs/adr`, or `adr/0010` for short: the number in a folder whose path ends so. */
function onSite({ name, prefix, number }: WrittenPath, from: FilePath, { names }: World): Found {
  const isShort = isCut(lastOf(name)) && /^[^./].*\//.test(name);
  if (number === null || !(name.startsWith('/') || isShort)) return none;
  const folder = `/${dirname(plain(name))}`;
  const alike = names
    .byNumber(null, number)
    .filter((record) => samePrefix(record, prefix) && `/${dirname(record.path).toLowerCase()}`.endsWith(folder));
  return names.nearest(alike, from);
}

function stale(found: Found): Found {
  return found.kind === 'one' ? { ...found, stale: true } : found;
}

/** Whether a file name alone identifies the record: every package has its own `setup.md`. */
function hasOwnName({ path, kind }: ParsedRecord): boolean {
  const name = basename(path);
  return (
    !/^(?:readme|index)\./i.test(name) &&
    (kind === 'runbook' || numberOfName(name) !== null || /^\d{4}-\d\d-/.test(name))
  );
}

/** `adr-0016-use-` of a path that goes on in the next string or line. */
function isBeginning(name: string, { path }: ParsedRecord): boolean {
  return /[-_]$/.test(name) && stemOf(path).toLowerCase().startsWith(name.toLowerCase());
}

/** Whether a record's file name has the series that the path has. */
function samePrefix({ path }: ParsedRecord, prefix: string | null): boolean {
  return (numberOfName(stemOf(path))?.prefix ?? '') === (prefix ?? '').toUpperCase();
}
