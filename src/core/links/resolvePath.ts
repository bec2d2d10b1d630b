import { ancestors, basename, dirname, extension, resolveIn } from '../files/paths';
import { withoutExtension } from '../names/spelling';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import { looksLikeDecision, numberOfName } from './documentPaths';
import type { RawReference } from './link';
import { nearestOutcome, type Outcome, type World } from './outcome';

/** Folders that a path may be relative to, nearest first. `./` and `../` say which one it is. */
function basesOf(name: string, from: FilePath): readonly FilePath[] {
  if (name.startsWith('/')) return [''];
  return /^\.{1,2}\//.test(name) ? [dirname(from)] : [...ancestors(from)];
}

/** Only these are known by their file name alone; every package has its own `setup.md`. */
function hasOwnName({ path, kind }: ParsedRecord): boolean {
  const name = basename(path);
  return (
    !/^(?:readme|index)\./i.test(name) &&
    (kind === 'runbook' || numberOfName(name) !== null || /^\d{4}-\d\d-/.test(name))
  );
}

/** The path as written, without what leads out of it. */
function plain(name: string): string {
  return name
    .replace(/^(?:\.{0,2}\/)+/, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

function atPath(path: FilePath, from: FilePath, world: World): Outcome | undefined {
  const exact = world.catalogue.get(path);
  if (exact) return { resolution: 'resolved', target: exact };
  // A file that exists and is no record (a template, an index) is just that.
  if (world.files.has(path)) return null;
  const loose = [...world.catalogue.byPath(path), ...world.catalogue.byBarePath(path)];
  return loose.length > 0 ? nearestOutcome(world, loose, from) : undefined;
}

/** The same file name further down or in another folder: `adr/x.md` for `docs/adr/x.md`. */
function byName(name: string, from: FilePath, world: World): Outcome {
  const last = basename(name.replace(/\/$/, ''));
  if (isCut(last)) return null;
  const named = extension(last) === '' ? world.catalogue.bySlug(last) : world.catalogue.byBasename(last);
  const known = named.filter(hasOwnName);
  const below = known.filter(({ path }) => {
    const whole = `/${path.toLowerCase()}`;
    return [whole, withoutExtension(whole)].some((spelling) => spelling.endsWith(`/${plain(name)}`));
  });
  if (below.length > 0) return nearestOutcome(world, below, from);
  const moved = nearestOutcome(world, known, from);
  return moved?.resolution === 'resolved' ? { ...moved, stale: true } : moved;
}

/** A living number under a slug that is gone, or a path that is cut after its number. */
function byNumber(raw: RawReference, folder: FilePath, from: FilePath, world: World): Outcome {
  if (raw.number === null) return null;
  const alike = world.catalogue
    .byNumberIn(folder, raw.number)
    .filter(({ path }) => samePrefix(numberOfName(basename(path))?.prefix ?? null, raw.prefix));
  const found = nearestOutcome(world, alike, from);
  return found?.resolution === 'resolved' && !isCut(basename((raw.name ?? '').replace(/\/$/, '')))
    ? { ...found, stale: true }
    : found;
}

/** `/adr/10` on a site that is made from `docs/adr`: the number in a folder that ends so. */
function onSite(raw: RawReference, from: FilePath, world: World): Outcome {
  const name = raw.name ?? '';
  if (raw.number === null || !name.startsWith('/')) return null;
  const folder = `/${dirname(plain(name))}`;
  const alike = world.catalogue
    .byNumber(null, raw.number)
    .filter(({ path }) => `/${dirname(path).toLowerCase()}`.endsWith(folder))
    .filter(({ path }) => samePrefix(numberOfName(basename(path))?.prefix ?? null, raw.prefix));
  return nearestOutcome(world, alike, from);
}

/** `0012` and `adr-12` of a path that stops after the number. */
function isCut(name: string): boolean {
  return /^(?:[A-Za-z]+[-_]?)?\d+[-_]?$/.test(name);
}

function samePrefix(a: string | null, b: string | null): boolean {
  return (a ?? '').toUpperCase() === (b ?? '').toUpperCase();
}

/**
 * Where a path leads: relative to the file, to any folder above it (a package writes `docs/adr/…` of its own) or to
 * the root; then by its file name, then by its number in that folder. A path that leads nowhere is `missing` only
 * where its folder holds records or its name is a decision's; any other document is not ours to judge.
 */
export function resolvePath(raw: RawReference, from: FilePath, world: World): Outcome {
  const name = raw.name ?? '';
  const bare = name.replace(/\/$/, '');
  // Most documents that code names are no records: one look tells, however many folders they could be in.
  const known = world.catalogue.hasFileName(bare) || bare.includes('%') || raw.number !== null;
  if (!known && !looksLikeDecision(name)) return null;
  const paths = basesOf(name, from).flatMap((base) => resolveIn(base, name) ?? []);
  for (const path of paths) {
    const found = atPath(path, from, world);
    if (found !== undefined) return found;
  }
  const named = byName(name, from, world);
  if (named) return named;
  for (const path of paths) {
    const found = byNumber(raw, dirname(path), from, world);
    if (found) return found;
  }
  const site = onSite(raw, from, world);
  if (site) return site;
  const amongRecords = raw.number !== null && paths.some((path) => world.catalogue.hasRecordsIn(dirname(path)));
  return (amongRecords && name.includes('/')) || (looksLikeDecision(name) && world.catalogue.hasSeries('ADR'))
    ? { resolution: 'missing' }
    : null;
}
