import type { FilePath } from '../ports';
import type { Instant } from '../time/zone';
import type { CommitFact, PatchFact, RepositoryFacts } from './facts';

export interface ActivityRequest {
  /** Absolute folder; any folder of the repository. */
  readonly folder: string;
  /** `start` is passed to git as an absolute instant. */
  readonly start: Instant;
  readonly end: Instant;
  /** Full hashes of the tips that the last handoff reported; those that no longer exist are ignored. */
  readonly told: readonly string[];
  /** Whether branches that only a remote has are read like local ones: for the work of several people. */
  readonly everyRemote?: boolean;
  /** The `Identity` of a person whose branches are read even where only a remote has them (work of another clone). */
  readonly own?: Readonly<Record<'names' | 'addresses' | 'logins', readonly string[]>>;
}

/** Why there are no facts: the folder is in no repository, or git could not answer at all. */
export interface NoFacts {
  readonly reason: 'no-repository' | 'unanswered';
  readonly detail: string;
}

/** The port to git. Implemented by `GitActivity`; tests may implement it with plain values. */
export interface ActivitySource {
  /** Never rejects but where the signal fires. */
  read(request: ActivityRequest, signal: AbortSignal): Promise<RepositoryFacts | NoFacts>;
  /** By hash, for the given commits only. Merges, and commits for which git gave no answer, are left out. */
  patches(
    facts: RepositoryFacts,
    hashes: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, PatchFact>>;
  /** The commit by which a branch landed that is not merged by ancestry; null where nothing shows that it did. */
  landedAs(facts: RepositoryFacts, tip: string, signal: AbortSignal): Promise<CommitFact | null>;
  /** By merge, the files in which its result is neither side's; merges without any are left out. */
  mergedByHand(
    facts: RepositoryFacts,
    merges: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, readonly FilePath[]>>;
  /** What `tip` changed since it left `base` (three dots), as one patch; null where git cannot say. */
  rangePatch(facts: RepositoryFacts, base: string, tip: string, signal: AbortSignal): Promise<PatchFact | null>;
}
