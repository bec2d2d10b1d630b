import { includesRemote, isPublicForge, type Remote } from '../forge/remotes';
import { parseRepositoryUrl, type RepositoryUrl } from '../forge/repositoryUrl';
import type { FilePath } from '../ports';
import { withoutEnd } from '../text/withoutEnd';
import { type MeantByPath, meantByPath } from './meantByPath';
import type { World } from './nameLookup';
import { type Found, none } from './nearness';
import { stemOf } from './spelling';
import type { WrittenPath } from './writtenPath';

/** The record that a URL means: in our own repository the one at that path; for a published page the one of its stem. */
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
  // Resolved from the root: where a URL leads depends neither on the file that holds it nor on that file's package.
  return meantByPath({ ...written, name: `/${path}` }, '', world);
}

/**
 * Our repository under another address: a fork or mirror keeps its name, and a folder without any remote (a download, a
 * copy, a clone from a disk) does not contradict a URL whose path is a record here. An unknown host is not taken for a
 * forge, whatever it is called (`github.com.example.org`).
 */
function mayBeOurs({ host, repo }: Remote, { remotes }: World): boolean {
  if (remotes.length === 0) return isPublicForge(host);
  return remotes.some((remote) => remote.repo === repo && (remote.host === host || isPublicForge(host)));
}

/** A published page: `/adr/0012-slug/` is ours where a record has that whole name. */
function byPage(url: string, from: FilePath, { names }: World): Found {
  const pathname = URL.canParse(url) ? new URL(url).pathname : '';
  const stem = stemOf(withoutEnd(pathname, '/').slice(1));
  return /\d.*[A-Za-z]/.test(stem) ? names.nearest(names.bySlug(stem), from) : none;
}
