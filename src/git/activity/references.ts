import type { BranchFact, RepositoryFacts } from '../../core/activity/facts';
import { type Row, refFormat } from '../format';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

export interface References {
  /** The most recently committed first. */
  readonly branches: readonly BranchFact[];
  readonly defaultBranch: RepositoryFacts['defaultBranch'];
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
const defaultNames = ['main', 'master', 'trunk', 'develop'] as const;
const always = ['refs/heads', 'refs/stash', ...['HEAD', ...defaultNames].map((name) => `${remotes}*/${name}`)];
/** More patterns than this are slower than all remote-tracking branches, and too long for a command line on Windows. */
const mostPatterns = 150;

/**
 * The local branches, what they follow and what work is merged into, by one call of `for-each-ref`. A repository can
 * have thousands of remote-tracking branches (facts/drafts.md F15), so only those are asked for by name that somebody
 * follows.
 *
 * @param upstreams full names; null where they are not known. Throws `GitUnanswered`.
 */
export async function readReferences(
  runner: GitRunner,
  repository: Repository,
  upstreams: readonly string[] | null,
  options: GitOptions = {},
): Promise<References> {
  const named = upstreams !== null && upstreams.length <= mostPatterns ? upstreams : ['refs/remotes'];
  const result = await runner.run(
    {
      repository,
      verb: 'for-each-ref',
      args: ['--sort=-committerdate', format.argument],
      operands: [...always, ...named],
    },
    options,
  );
  return referencesIn(format.parse(answered(result).stdout));
}

function referencesIn(found: readonly Reference[]): References {
  const byName = new Map(found.map((reference) => [reference.name, reference]));
  return {
    branches: found.filter(({ name }) => name.startsWith(heads)).map((reference) => branchOf(reference, byName)),
    defaultBranch: defaultBranchIn(byName),
    stashed: byName.has('refs/stash'),
  };
}

function branchOf({ name, hash, upstream }: Reference, byName: ReadonlyMap<string, Reference>): BranchFact {
  // Following a branch of the same repository brings nothing to a remote.
  const follows = upstream === '' || upstream.startsWith(heads) ? null : upstream;
  return {
    name: name.slice(heads.length),
    tip: hash,
    upstream: follows === null ? null : follows.replace(remotes, ''),
    upstreamTip: follows === null ? null : (byName.get(follows)?.hash ?? null),
  };
}

/** The name is without its remote: `main` for `refs/remotes/origin/main`, so that it is the local branch's, too. */
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
