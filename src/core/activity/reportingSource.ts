import type { Cancellation } from '../ports';
import type { ActivityRequest, ActivitySource, NoFacts, PatchFact, RepositoryFacts } from './facts';

/** What is being read: the history of a folder, or so many commits of a repository. */
export type ReportedStep =
  | { readonly kind: 'history'; readonly folder: string }
  | { readonly kind: 'commits'; readonly repository: string; readonly count: number };

/** A source that reports how far it is, and remembers where the repositories are: an activity does not have their paths. */
export class ReportingSource implements ActivitySource {
  private readonly roots = new Map<string, string>();

  constructor(
    private readonly source: ActivitySource,
    private readonly report: (step: ReportedStep) => void,
  ) {}

  /** Absolute, by the repository's id. */
  get repositoryRoots(): ReadonlyMap<string, string> {
    return this.roots;
  }

  async read(request: ActivityRequest, cancellation: Cancellation): Promise<RepositoryFacts | NoFacts> {
    this.report({ kind: 'history', folder: request.folder });
    const facts = await this.source.read(request, cancellation);
    if ('root' in facts) this.roots.set(facts.id, facts.root);
    return facts;
  }

  patches(
    facts: RepositoryFacts,
    hashes: readonly string[],
    cancellation: Cancellation,
  ): Promise<ReadonlyMap<string, PatchFact>> {
    this.report({ kind: 'commits', repository: facts.name, count: hashes.length });
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

  rangePatch(facts: RepositoryFacts, base: string, tip: string, cancellation: Cancellation): Promise<PatchFact | null> {
    return this.source.rangePatch(facts, base, tip, cancellation);
  }
}
