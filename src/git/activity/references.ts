import type { BranchFact, RepositoryFacts } from '../../core/activity/facts';
import { isProgramsBranch, isReleaseLine, releaseNames } from '../../core/activity/merges';
import { trackedName } from '../../core/activity/trackedName';
import { type Row, refFormat } from '../format';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';
import type { Settings } from './settings';

export interface References {
  /** The most recently committed first. */
  readonly branches: readonly BranchFact[];
  readonly defaultBranch: RepositoryFacts['defaultBranch'];
  readonly otherTrunks: RepositoryFacts['otherTrunks'];
  /** Whether there is a stash; it is shared by all worktrees. */
  readonly stashed: boolean;
}

const definition = {
  name: '%(refname)',
  hash: '%(objectname)',
  upstream: '%(upstream)',
  target: '%(symref)',
} as const;
const format = refFormat(definition);
type Reference = Row<typeof definition>;

const heads = 'refs/heads/';
const remotes = 'refs/remotes/';
/** The first of these that exists is the default branch. */
const defaultNames = ['main', 'master', 'trunk', 'develop'] as const;
const candidates = ['HEAD', ...defaultNames];
/** More patterns than this are slower than all remote-tracking branches, and too long for a command line on Windows. */
const mostPatterns = 150;
/** The most recent remote-tracking branches that are read; a team does not use more in a week. */
const mostRemote = 200;
/** Remotes whose branches work is merged into. */
const shared = ['upstream', 'origin'] as const;
/** Patterns for every name that `isReleaseLine` may accept. */
const releasePatterns = [...releaseNames, ...releaseNames.map((name) => `${name}-*`), '[0-9v]*.*'];
/** Release lines that are maintained at the same time. */
const mostReleases = 8;

/**
 * The local branches, their upstreams and what work is merged into, by one call of `for-each-ref`. A repository can
 * have thousands of remote-tracking branches (docs/adr/0018), so only two sorts are asked for: upstreams of local
 * branches, by their full names, and names of possible default branches and release lines. Throws `GitUnanswered`.
 *
 * @param settings `*` stands for any remote; null where they are not known
 * @param everyRemote whether branches that only a remote has are among the branches
 */
export async function readReferences(
  runner: GitRunner,
  repository: Repository,
  settings: Pick<Settings, 'remotes' | 'upstreams'> | null,
  options: GitOptions = {},
  everyRemote = false,
): Promise<References> {
  const result = await runner.run(
    {
      repository,
      verb: 'for-each-ref',
      args: ['--sort=-committerdate', format.argument],
      operands: ['refs/heads', 'refs/stash', ...remotePatterns(everyRemote ? null : settings)],
    },
    options,
  );
  const found = format.parse(answered(result).stdout);
  const references = referencesIn(found);
  return everyRemote ? { ...references, branches: withRemoteBranches(references, found) } : references;
}

function remotePatterns(settings: Pick<Settings, 'remotes' | 'upstreams'> | null): readonly string[] {
  if (settings === null) return ['refs/remotes'];
  const defaults = settings.remotes.flatMap((remote) => candidates.map((name) => `${remotes}${remote}/${name}`));
  const names = [...new Set([...defaults, ...settings.upstreams])];
  const releases = shared
    .filter((remote) => settings.remotes.includes(remote))
    .flatMap((remote) => releasePatterns.map((name) => `${remotes}${remote}/${name}`));
  return names.length > mostPatterns ? ['refs/remotes'] : [...names, ...releases];
}

function referencesIn(found: readonly Reference[]): References {
  const byName = new Map(found.map((reference) => [reference.name, reference]));
  return {
    branches: found.filter(({ name }) => name.startsWith(heads)).map((reference) => branchOf(reference, byName)),
    ...trunksIn(byName),
    stashed: byName.has('refs/stash'),
  };
}

/** The branches with the most recent of those that only a remote has, under their names there, without trunks. */
function withRemoteBranches(
  { branches, defaultBranch, otherTrunks }: References,
  found: readonly Reference[],
): readonly BranchFact[] {
  const followed = new Set(branches.map(({ upstream }) => upstream));
  const taken = new Set(
    [...branches, ...otherTrunks, ...(defaultBranch ? [defaultBranch] : [])].map(({ name }) => name),
  );
  const remote = found.flatMap((reference): BranchFact[] => {
    if (!reference.name.startsWith(remotes) || reference.target !== '') return [];
    const branch = remoteBranch(reference);
    if (followed.has(branch.upstream) || taken.has(branch.name) || isProgramsBranch(branch.name)) return [];
    taken.add(branch.name);
    return [branch];
  });
  return [...branches, ...remote.slice(0, mostRemote)];
}

/** A branch that only a remote has, under its name there. @param name `refs/remotes/origin/main` */
export function remoteBranch({ name, hash }: Pick<Reference, 'name' | 'hash'>): BranchFact {
  const upstream = name.slice(remotes.length);
  return { name: trackedName(upstream), tip: hash, upstream, upstreamTip: hash, remote: true };
}

function branchOf({ name, hash, upstream }: Reference, byName: ReadonlyMap<string, Reference>): BranchFact {
  // An upstream in the same repository pushes nothing to a remote.
  const follows = upstream === '' || upstream.startsWith(heads) ? null : upstream;
  return {
    name: name.slice(heads.length),
    tip: hash,
    upstream: follows === null ? null : follows.replace(remotes, ''),
    upstreamTip: follows === null ? null : (byName.get(follows)?.hash ?? null),
  };
}

/**
 * What work is merged into. With a fork this includes the upstream repository's branch, with git-flow `develop`, and
 * with a release line that line. A colleague's remote does not count, because nothing says that work goes there.
 */
function trunksIn(byName: ReadonlyMap<string, Reference>): Pick<References, 'defaultBranch' | 'otherTrunks'> {
  const defaultBranch = defaultBranchIn(byName);
  const names = [...byName.keys()];
  const isRemote = names.some((name) => name.startsWith(remotes));
  const local = names.flatMap((name) => (name.startsWith(heads) ? [name.slice(heads.length)] : []));
  const releases = local.filter(isReleaseLine).slice(0, mostReleases);
  const places = [...defaultNames, ...releases];
  const followed = places.flatMap((name) => byName.get(heads + name)?.upstream ?? []);
  const lines = names.filter((name) => isReleaseLine(sharedName(name) ?? '')).slice(0, mostReleases);
  const wanted = isRemote
    ? [
        ...shared.flatMap((remote) => candidates.map((name) => `${remotes}${remote}/${name}`)),
        ...lines,
        ...followed.filter((name) => name.startsWith(remotes)),
      ]
    : places.map((name) => heads + name);
  const tips = new Map<string, string>();
  for (const name of wanted) {
    const reference = byName.get(name);
    const own = reference?.target || reference?.name;
    if (reference && own) tips.set(own, reference.hash);
  }
  const others = [...tips].map(([name, tip]) => ({ name: name.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, ''), tip }));
  return { defaultBranch, otherTrunks: others.filter(({ tip }) => tip !== defaultBranch?.tip) };
}

/** The name of a branch at a shared remote: `2.4.x` for `refs/remotes/origin/2.4.x`. */
function sharedName(name: string): string | undefined {
  const remote = shared.find((each) => name.startsWith(`${remotes}${each}/`));
  return remote && name.slice(remotes.length + remote.length + 1);
}

/** The name has no remote, `main` for `refs/remotes/origin/main`, so that it is also the local branch's. */
function defaultBranchIn(byName: ReadonlyMap<string, Reference>): RepositoryFacts['defaultBranch'] {
  const remoteNames = [...byName.keys()].flatMap((name) => /^refs\/remotes\/([^/]+)\//.exec(name)?.[1] ?? []);
  const prefixes = [...new Set(['origin', 'upstream', ...remoteNames])].map((remote) => `${remotes}${remote}/`);
  for (const prefix of prefixes) {
    const head = byName.get(`${prefix}HEAD`);
    if (head?.target.startsWith(prefix)) return { name: head.target.slice(prefix.length), tip: head.hash };
  }
  for (const prefix of [...prefixes, heads]) {
    for (const name of defaultNames) {
      const reference = byName.get(prefix + name);
      if (reference !== undefined) return { name, tip: reference.hash };
    }
  }
  return null;
}
