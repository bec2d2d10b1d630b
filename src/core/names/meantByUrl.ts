import { includesRemote, type Remote } from '../forge/remotes';
import { parseRepositoryUrl, type RepositoryUrl } from '../forge/repositoryUrl';
import type { FilePath } from '../ports';
import { type MeantByPath, meantByPath, type WrittenPath } from './meantByPath';
import type { Found } from './nearness';
import { stemOf } from './spelling';
import type { World } from './world';

const none: Found = { kind: 'none' };

/** The record that a URL means: one into our own repository is a path from its root; a published page has its stem. */
export function meantByUrl(written: WrittenPath, from: FilePath, world: World): MeantByPath {
  const url = parseRepositoryUrl(written.name);
  if (url === null) return byPage(written.name, from, world);
  if (includesRemote(world.remotes, url.remote)) return inOwnRepository(written, url, world);
  return mayBeOurs(url.remote, world) ? exactRecord(url, world) : none;
}

/** The record at one of the URL's paths, written exactly so. */
function exactRecord({ paths }: RepositoryUrl, { names }: World): Found {
  for (const path of paths) {
    const record = names.get(path);
    if (record) return { kind: 'one', record };
  }
  return none;
}

function inOwnRepository(written: WrittenPath, url: RepositoryUrl, world: World): MeantByPath {
  const exact = exactRecord(url, world);
  const [path] = url.paths;
  if (exact.kind !== 'none' || path === undefined) return exact;
  // As from the root: neither the file that holds the URL nor its package says where it leads.
  return meantByPath({ ...written, name: `/${path}` }, '', world);
}

/**
 * Our repository under another address: a fork keeps its name, and a folder without any remote (a download, a copy,
 * a clone from a disk) has nothing that speaks against a URL whose path is a record here.
 */
function mayBeOurs(remote: Remote, { remotes }: World): boolean {
  return remotes.length === 0 || remotes.some(({ repo }) => repo === remote.repo);
}

/** A published page: `/adr/0012-slug/` is ours where a record has that whole name. */
function byPage(url: string, from: FilePath, { names }: World): Found {
  const pathname = URL.canParse(url) ? new URL(url).pathname : '';
  const stem = stemOf(pathname.replace(/\/+$/, '').slice(1));
  return /\d.*[A-Za-z]/.test(stem) ? names.nearest(names.bySlug(stem), from) : none;
}
