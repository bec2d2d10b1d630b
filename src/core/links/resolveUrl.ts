import { stemOf } from '../names/spelling';
import type { FilePath } from '../ports';
import { looksLikeDecision } from './documentPaths';
import type { RawReference } from './link';
import { nearestOutcome, type Outcome, type World } from './outcome';
import { includesRemote, type Remote } from './remotes';
import { parseRepositoryUrl, type RepositoryUrl } from './repositoryUrl';
import { resolvePath } from './resolvePath';

/** The record at one of the URL's paths, written exactly so. */
function exactRecord(url: RepositoryUrl, world: World): Outcome {
  for (const path of url.paths) {
    const record = world.catalogue.get(path);
    if (record) return { resolution: 'resolved', target: record };
  }
  return null;
}

function inOwnRepository(raw: RawReference, url: RepositoryUrl, world: World): Outcome {
  const exact = exactRecord(url, world);
  const [path] = url.paths;
  // As from the root: neither the file that holds the URL nor its package says where it leads.
  return exact ?? (path === undefined ? null : resolvePath({ ...raw, name: `/${path}` }, '', world));
}

/**
 * Our repository under another address: a fork keeps its name, and a folder without any remote (a download, a copy,
 * a clone from a disk) has nothing that speaks against a URL whose path is a record here.
 */
function mayBeOurs(remote: Remote, world: World): boolean {
  return world.remotes.length === 0 || world.remotes.some(({ repo }) => repo === remote.repo);
}

/** A published page: `/adr/0012-slug/` is ours where a record has that whole name. */
function byPage(pathname: string, from: FilePath, world: World): Outcome {
  const stem = stemOf(pathname.replace(/\/+$/, '').slice(1));
  return /\d.*[A-Za-z]/.test(stem) ? nearestOutcome(world, world.catalogue.bySlug(stem), from) : null;
}

/**
 * Where a URL leads. One into our own repository is a path from its root; one into another is `foreign` where it
 * reads as a record's; all others are no references.
 */
export function resolveUrl(raw: RawReference, from: FilePath, world: World): Outcome {
  const text = raw.name ?? '';
  const url = parseRepositoryUrl(text);
  if (url && includesRemote(world.remotes, url.remote)) return inOwnRepository(raw, url, world);
  const ours = url && mayBeOurs(url.remote, world) ? exactRecord(url, world) : null;
  if (ours) return ours;
  const pathname = URL.canParse(text) ? new URL(text).pathname : '';
  const page = url ? null : byPage(pathname, from, world);
  return page ?? (looksLikeDecision(url?.paths[0] ?? pathname) ? { resolution: 'foreign' } : null);
}
