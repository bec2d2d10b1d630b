import type { Cancellation } from '../ports';
import type { ActivityRequest, ActivitySource, RepositoryFacts } from './facts';

/** A source that answers as another one does, but for what its subclass changes. */
export class ForwardingSource implements ActivitySource {
  constructor(protected readonly source: ActivitySource) {}

  read(request: ActivityRequest, cancellation: Cancellation): ReturnType<ActivitySource['read']> {
    return this.source.read(request, cancellation);
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
