import type { ActivityRequest, ActivitySource, NoFacts } from '../../core/activity/activitySource';
import type { CommitFact, PatchFact, RepositoryFacts } from '../../core/activity/facts';
import { trunksOf } from '../../core/activity/heads';
import { objectName } from '../../core/names/objectName';
import type { FilePath } from '../../core/ports';
import { findRepository } from '../repository';
import type { GitRunner } from '../runner';
import { readByHand } from './byHand';
import { readLandedBranch } from './landedBranch';
import { readPatches, readRangePatch } from './patches';
import { readFacts } from './readFacts';

/**
 * What git knows of a repository, in at most 8 processes for `read` and `patches` together, `git version` and the
 * listing of filters among them. Each other working tree costs two more, and so do branches that were not touched. One
 * more each is for stashes, what others merged, what they landed beside an open branch, own merges, new tags, and open
 * branches that were touched. Methods reject only where they were cancelled, with `GitUnanswered`.
 */
export class GitActivity implements ActivitySource {
  constructor(private readonly runner: GitRunner) {}

  async read(request: ActivityRequest, signal: AbortSignal): Promise<RepositoryFacts | NoFacts> {
    const place = await findRepository(request.folder);
    if (!place.ok) return { reason: 'no-repository', detail: place.reason };
    return readFacts(this.runner, place.repository, request, { signal });
  }

  async patches(
    facts: RepositoryFacts,
    hashes: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, PatchFact>> {
    const place = await findRepository(facts.root);
    // At the border of a shallow clone every file appears to be added.
    const border = new Set(facts.shallowBorder);
    const wanted = [...new Set(hashes)].filter((hash) => objectName.test(hash) && !border.has(hash));
    if (!place.ok || wanted.length === 0) return new Map();
    return readPatches(this.runner, place.repository, wanted, { signal });
  }

  async landedAs(facts: RepositoryFacts, tip: string, signal: AbortSignal): Promise<CommitFact | null> {
    const place = await findRepository(facts.root);
    if (!place.ok || !objectName.test(tip)) return null;
    const trunks = trunksOf(facts).map((trunk) => trunk.tip);
    const answer = readLandedBranch(this.runner, place.repository, tip, trunks.reverse(), { signal });
    // Where git does not answer, nothing shows that the branch landed.
    return answer.catch((error) => (signal.aborted ? Promise.reject(error) : null));
  }

  async mergedByHand(
    facts: RepositoryFacts,
    merges: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, readonly FilePath[]>> {
    const place = await findRepository(facts.root);
    const wanted = merges.filter((hash) => objectName.test(hash));
    if (!place.ok || wanted.length === 0) return new Map();
    return readByHand(this.runner, place.repository, wanted, { signal });
  }

  async rangePatch(facts: RepositoryFacts, base: string, tip: string, signal: AbortSignal): Promise<PatchFact | null> {
    const place = await findRepository(facts.root);
    if (!place.ok || !objectName.test(base) || !objectName.test(tip)) return null;
    return readRangePatch(this.runner, place.repository, base, tip, { signal });
  }
}
