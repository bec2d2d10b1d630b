import { includesRemote } from '../forge/remotes';
import { parseRepositoryUrl } from '../forge/repositoryUrl';
import { meantByUrl } from '../names/meantByUrl';
import type { World } from '../names/world';
import type { FilePath } from '../ports';
import { looksLikeDecision } from './documentPaths';
import type { RawReference } from './link';
import { type Outcome, outcomeOf } from './outcome';
import { resolvePath } from './resolvePath';

/**
 * Where a URL leads. One into our own repository is a path from its root; one into another is `foreign` where it
 * reads as a record's; all others are no references.
 */
export function resolveUrl(raw: RawReference, from: FilePath, world: World): Outcome {
  const name = raw.name ?? '';
  const meant = outcomeOf(meantByUrl({ ...raw, name }, from, world));
  if (meant) return meant;
  const url = parseRepositoryUrl(name);
  if (url && includesRemote(world.remotes, url.remote)) {
    return resolvePath({ ...raw, name: `/${url.paths[0] ?? ''}` }, '', world);
  }
  const pathname = URL.canParse(name) ? new URL(name).pathname : '';
  return looksLikeDecision(url?.paths[0] ?? pathname) ? { resolution: 'foreign' } : null;
}
