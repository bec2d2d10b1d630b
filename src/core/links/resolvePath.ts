import { dirname } from '../files/paths';
import { includesRemote, leadsInto } from '../forge/remotes';
import { parseRepositoryUrl } from '../forge/repositoryUrl';
import { type MeantByPath, meantByPath, possiblePaths } from '../names/meantByPath';
import { meantByUrl } from '../names/meantByUrl';
import type { World } from '../names/nameLookup';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import { looksLikeDecision, looksLikeRunbook } from './documentPaths';
import type { RawReference } from './link';

/** What a name leads to, before the place is added. Null: it is no reference at all. */
export type Outcome =
  | { readonly resolution: 'resolved'; readonly target: ParsedRecord; readonly stale?: true }
  | { readonly resolution: 'ambiguous'; readonly candidates: readonly ParsedRecord[] }
  | { readonly resolution: 'missing' | 'foreign' }
  | null;

export const missing: Outcome = { resolution: 'missing' };
export const foreign: Outcome = { resolution: 'foreign' };

/** Null where nothing was found, or a file that is no record. */
export function outcomeOf(found: MeantByPath): Outcome {
  if (found.kind === 'one')
    return { resolution: 'resolved', target: found.record, ...(found.stale ? { stale: true } : {}) };
  return found.kind === 'several' ? { resolution: 'ambiguous', candidates: found.records } : null;
}

/**
 * Where a path leads. One that leads nowhere is `missing` only where its folder holds records or its name is a
 * decision's; of any other document nothing is claimed.
 */
export function resolvePath(raw: RawReference, from: FilePath, world: World): Outcome {
  const { names } = world;
  const name = raw.name ?? '';
  // Most documents that code names are no records: one lookup decides, however many folders they could be in.
  const known = names.hasFileName(name.replace(/\/$/, '')) || name.includes('%') || raw.number !== null;
  if (!known && !looksLikeDecision(name)) return isLostRunbook(name, from, world) ? missing : null;
  const meant = meantByPath({ ...raw, name }, from, world);
  if (meant.kind !== 'none') return outcomeOf(meant);
  const amongRecords =
    raw.number !== null &&
    name.includes('/') &&
    possiblePaths(name, from).some((path) => names.hasRecordsIn(dirname(path)));
  return amongRecords || (looksLikeDecision(name) && names.hasSeries('ADR')) ? missing : null;
}

/**
 * Whether a runbook's path leads nowhere although its folder is here, as a rule because it was removed. Links of records
 * are left to the rule `broken-link`.
 */
function isLostRunbook(name: string, from: FilePath, { names, files }: World): boolean {
  if (!looksLikeRunbook(name) || names.get(from) !== undefined) return false;
  const paths = possiblePaths(name, from);
  return paths.some((path) => files.hasDirectory(dirname(path))) && !paths.some((path) => files.has(path));
}

/** Branches that are taken to have the same files as the folder. */
const mainBranch = /^(?:main|mainline|master|HEAD|trunk|default|dev|develop|development)$/;

/**
 * Where a URL leads. One into our own repository is a path from its root; one into another is `foreign` where it
 * reads as a record's; all others are no references.
 */
export function resolveUrl(raw: RawReference, from: FilePath, world: World): Outcome {
  const name = raw.name ?? '';
  const url = parseRepositoryUrl(name);
  const meant = outcomeOf(meantByUrl({ ...raw, name }, from, world));
  // A URL with a commit or another branch shows the file as it is there, so that its name is never stale.
  if (
    url &&
    url.revision !== null &&
    !mainBranch.test(url.revision) &&
    (meant || includesRemote(world.remotes, url.remote))
  )
    return meant?.resolution === 'resolved' ? { resolution: 'resolved', target: meant.target } : null;
  if (meant) return meant;
  if (url && includesRemote(world.remotes, url.remote))
    return resolvePath({ ...raw, name: `/${url.paths[0] ?? ''}` }, '', world);
  // A page of our own repository that is no file of it: a wiki, a pull request.
  if (leadsInto(world.remotes, name)) return null;
  const pathname = URL.canParse(name) ? new URL(name).pathname : '';
  return looksLikeDecision(url?.paths[0] ?? pathname) ? foreign : null;
}
