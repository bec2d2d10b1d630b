import type { ActivityRequest, ActivitySource, NoFacts } from './activitySource';
import type { PatchFact, RepositoryFacts } from './facts';
import { ForwardingSource } from './forwardingSource';

/** What is being read: the history of a folder, or the patches of `count` commits of a repository. */
export type ReportedStep =
  | { readonly kind: 'history'; readonly folder: string }
  | { readonly kind: 'commits'; readonly repository: string; readonly count: number };

/** A source that reports its progress, and remembers the repositories' roots, which an `Activity` does not have. */
export class ReportingSource extends ForwardingSource {
  private readonly roots = new Map<string, string>();

  constructor(
    source: ActivitySource,
    private readonly report: (step: ReportedStep) => void,
  ) {
    super(source);
  }

  /** Absolute, by the repository's id. */
  get repositoryRoots(): ReadonlyMap<string, string> {
    return this.roots;
  }

  override async read(request: ActivityRequest, signal: AbortSignal): Promise<RepositoryFacts | NoFacts> {
    this.report({ kind: 'history', folder: request.folder });
    const facts = await super.read(request, signal);
    if ('root' in facts) this.roots.set(facts.id, facts.root);
    return facts;
  }

  override patches(
    facts: RepositoryFacts,
    hashes: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, PatchFact>> {
    this.report({ kind: 'commits', repository: facts.name, count: hashes.length });
    return super.patches(facts, hashes, signal);
  }
}
