import type { Identity, Interval } from '../../../src/core/activity/activity';
import type { ActivitySource, NoFacts } from '../../../src/core/activity/activitySource';
import type { BranchFact, CommitFact, FileStat, PatchFact, RepositoryFacts } from '../../../src/core/activity/facts';
import { gatherActivity } from '../../../src/core/activity/gatherActivity';
import { neverCancelled } from '../../../src/core/ports';

export const at = (text: string) => Date.parse(text);
export const ann: Identity = { names: ['ann lee'], addresses: ['ann@example.com'], logins: ['annlee'] };
export const interval: Interval = {
  start: at('2026-11-20T00:00Z'),
  end: at('2026-11-20T17:30Z'),
  from: 'working-day',
};

/** A commit of Ann's at 10:00 on the day, but for what a test says. */
export function commit(hash: string, parents: string, changes: Partial<CommitFact> = {}): CommitFact {
  const committed = changes.committed ?? at('2026-11-20T10:00Z');
  return {
    hash,
    parents: parents === '' ? [] : parents.split(' '),
    author: { name: 'Ann Lee', address: 'ann@example.com' },
    writtenAddress: changes.author?.address ?? 'ann@example.com',
    committer: { name: 'Ann Lee', address: 'ann@example.com' },
    authored: committed,
    committed,
    subject: `Do ${hash}`,
    body: '',
    trailers: '',
    coAuthors: [],
    tree: `tree of ${hash}`,
    ...changes,
  };
}

export const kenji = { author: { name: 'Kenji Ito', address: 'kenji@example.com' } } as const;

/** `minute` minutes after ten, so that commits have an order. */
export const after = (minute: number) => ({ committed: at('2026-11-20T10:00Z') + minute * 60_000 });

/** `origin/x` follows `x`. */
export function branch(name: string, tip: string, upstreamTip: string | null = null): BranchFact {
  return { name, tip, upstream: upstreamTip === null ? null : `origin/${name}`, upstreamTip };
}

/** A repository on `main` with a remote, where everything is pushed. */
export function facts(commits: readonly CommitFact[], changes: Partial<RepositoryFacts> = {}): RepositoryFacts {
  const tip = commits[0]?.hash ?? 'base';
  return {
    id: 'ledger',
    root: '/work/ledger',
    name: 'ledger',
    identity: { name: 'Ann Lee', address: 'ann@example.com' },
    worktrees: [{ name: 'ledger', head: { kind: 'branch', branch: 'main', hash: tip }, operations: [], changes: [] }],
    branches: [branch('main', tip, tip)],
    defaultBranch: { name: 'main', tip },
    otherTrunks: [],
    hasRemote: true,
    commits,
    truncated: false,
    unpushed: [],
    upstreamOnly: [],
    stashes: [],
    submodules: [],
    shallowBorder: [],
    partial: false,
    gaps: [],
    ...changes,
  };
}

/** Checked out there, in place of `main`. */
export function on(name: string, hash: string): Pick<RepositoryFacts, 'worktrees'> {
  return { worktrees: [{ name: 'ledger', head: { kind: 'branch', branch: name, hash }, operations: [], changes: [] }] };
}

export function file(path: string, changes: Partial<FileStat> = {}): FileStat {
  return { path, from: null, added: 1, removed: 0, status: 'modified', ...changes };
}

export const patch = (patchId: string | null, ...paths: readonly string[]): PatchFact => ({
  patchId,
  files: paths.map((path) => file(path)),
});

/** Facts by folder; each commit's patch is its own unless a test says what it is. */
export class PlainSource implements ActivitySource {
  readonly asked: string[] = [];
  readonly ranges: string[] = [];

  constructor(
    private readonly byFolder: Readonly<Record<string, RepositoryFacts>>,
    private readonly patchOf: Readonly<Record<string, PatchFact>> = {},
    private readonly rangeOf: Readonly<Record<string, PatchFact>> = {},
    private readonly handsIn: Readonly<Record<string, readonly string[]>> = {},
  ) {}

  read({ folder }: { readonly folder: string }): Promise<RepositoryFacts | NoFacts> {
    return Promise.resolve(this.byFolder[folder] ?? { reason: 'no-repository', detail: '' });
  }

  patches(_: RepositoryFacts, hashes: readonly string[]): Promise<ReadonlyMap<string, PatchFact>> {
    this.asked.push(...hashes);
    const entries = hashes.map(
      (hash) => [hash, this.patchOf[hash] ?? patch(`patch of ${hash}`, `${hash}.ts`)] as const,
    );
    return Promise.resolve(new Map(entries));
  }

  landedAs(): Promise<CommitFact | null> {
    return Promise.resolve(null);
  }

  mergedByHand(_: RepositoryFacts, merges: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return Promise.resolve(new Map(Object.entries(this.handsIn).filter(([hash]) => merges.includes(hash))));
  }

  rangePatch(_: RepositoryFacts, base: string, tip: string): Promise<PatchFact | null> {
    this.ranges.push(`${base}...${tip}`);
    return Promise.resolve(this.rangeOf[`${base}...${tip}`] ?? null);
  }
}

/** What is told of one repository. */
export async function toldOf(
  repository: RepositoryFacts,
  patchOf: Readonly<Record<string, PatchFact>> = {},
  { told = [], rangeOf = {} }: { told?: readonly string[]; rangeOf?: Readonly<Record<string, PatchFact>> } = {},
) {
  const source = new PlainSource({ '/here': repository }, patchOf, rangeOf);
  const { repositories } = await gatherActivity(source, ['/here'], ann, interval, told, neverCancelled);
  const [activity] = repositories;
  if (!activity) throw new Error('nothing was told');
  const commits = activity.items.flatMap((item) => item.commits);
  return {
    source,
    activity,
    commits,
    /** `key: hash story standing, …` of each item. */
    lines: activity.items.map(
      ({ key, commits: own }) =>
        `${key}: ${own.map((told) => `${told.hash} ${told.story} ${told.standing}`).join(', ')}`,
    ),
    omitted: Object.fromEntries(activity.omissions.map(({ reason, count }) => [reason, count])),
  };
}
