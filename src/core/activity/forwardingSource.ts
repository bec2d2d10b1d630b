import type { ActivityRequest, ActivitySource } from './activitySource';
import type { RepositoryFacts } from './facts';

/** A source that forwards every call to another one; subclasses override some of them. */
export class ForwardingSource implements ActivitySource {
  constructor(protected readonly source: ActivitySource) {}

  read(request: ActivityRequest, signal: AbortSignal): ReturnType<ActivitySource['read']> {
    return this.source.read(request, signal);
  }

  patches(
    facts: RepositoryFacts,
    hashes: readonly string[],
    signal: AbortSignal,
  ): ReturnType<ActivitySource['patches']> {
    return this.source.patches(facts, hashes, signal);
  }

  landedAs(facts: RepositoryFacts, tip: string, signal: AbortSignal): ReturnType<ActivitySource['landedAs']> {
    return this.source.landedAs(facts, tip, signal);
  }

  mergedByHand(
    facts: RepositoryFacts,
    merges: readonly string[],
    signal: AbortSignal,
  ): ReturnType<ActivitySource['mergedByHand']> {
    return this.source.mergedByHand(facts, merges, signal);
  }

  rangePatch(
    facts: RepositoryFacts,
    base: string,
    tip: string,
    signal: AbortSignal,
  ): ReturnType<ActivitySource['rangePatch']> {
    return this.source.rangePatch(facts, base, tip, signal);
  }
}
