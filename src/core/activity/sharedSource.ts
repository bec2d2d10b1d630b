import type { Cancellation } from '../ports';
import type { ActivityRequest, ActivitySource, RepositoryFacts } from './facts';

/**
 * A source for the work of several people: branches that only a remote has are read too, and what is asked for the same
 * time is read once.
 */
export class SharedSource implements ActivitySource {
  private readonly known = new Map<string, ReturnType<ActivitySource['read']>>();

  constructor(private readonly source: ActivitySource) {}

  read(request: ActivityRequest, cancellation: Cancellation): ReturnType<ActivitySource['read']> {
    const key = JSON.stringify(request);
    const found = this.known.get(key) ?? this.source.read({ ...request, everyRemote: true }, cancellation);
    this.known.set(key, found);
    return found;
  }

  patches(
    facts: RepositoryFacts,
    hashes: readonly string[],
    cancellation: Cancellation,
  ): ReturnType<ActivitySource['patches']> {
    return this.source.patches(facts, hashes, cancellation);
  }

  landedAs(facts: RepositoryFacts, tip: string, cancellation: Cancellation): ReturnType<ActivitySource['landedAs']> {
    return this.source.landedAs(facts, tip, cancellation);
  }

  mergedByHand(
    facts: RepositoryFacts,
    merges: readonly string[],
    cancellation: Cancellation,
  ): ReturnType<ActivitySource['mergedByHand']> {
    return this.source.mergedByHand(facts, merges, cancellation);
  }

  rangePatch(
    facts: RepositoryFacts,
    base: string,
    tip: string,
    cancellation: Cancellation,
  ): ReturnType<ActivitySource['rangePatch']> {
    return this.source.rangePatch(facts, base, tip, cancellation);
  }
}
