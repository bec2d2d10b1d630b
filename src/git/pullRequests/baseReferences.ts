import {
  type Base,
  type BaseCandidate,
  baseCandidates,
  baseFolders,
  baseNames,
  branchesBelow,
  onlyOther,
  placesOf,
  type Reference,
} from '../../core/pullRequests/base';
import { refFormat } from '../format';
import { NulTokens } from '../nulTokens';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';
import { readStartingCommits } from './startingCommits';

const format = refFormat({ name: '%(refname)', hash: '%(objectname)', target: '%(symref)' });
/** Characters that `for-each-ref` would take for a pattern. */
const isPattern = /[*?[\\\s]/;
const mostPatterns = 150;
/** Distances in commits are counted up to this; a base that is farther away is not told from another such base. */
const mostCounted = 2_000;

export interface BaseQuestion {
  readonly branch: string | null;
  readonly recorded: readonly string[];
  readonly remotes: readonly string[];
  readonly references: readonly Reference[];
  readonly head: string;
}

/**
 * The references in this clone that can be the base, or that a given name can mean, the likeliest first. Throws
 * `GitUnanswered`.
 */
export async function readBaseReferences(
  runner: GitRunner,
  repository: Repository,
  { given, recorded, remotes }: Pick<BaseQuestion, 'recorded' | 'remotes'> & { readonly given: string | null },
  options: GitOptions,
): Promise<readonly Reference[]> {
  const wanted = given === null ? baseNames(recorded, remotes) : placesOf(given, remotes);
  const folders = given === null ? baseFolders(remotes) : [];
  const isPlain = (name: string) => !isPattern.test(name);
  const names = [...new Set(wanted)].filter(isPlain).slice(0, mostPatterns);
  const operands = [...names, ...folders.filter(isPlain).slice(0, mostPatterns)];
  if (operands.length === 0) return [];
  const found = await listReferences(runner, repository, ['--sort=-committerdate'], operands, options);
  const byName = new Map(found.map((reference) => [reference.name, reference]));
  const requested = names.flatMap((name) => byName.get(name) ?? []);
  return given === null ? [...new Set([...requested, ...found])] : requested;
}

async function listReferences(
  runner: GitRunner,
  repository: Repository,
  args: readonly string[],
  operands: readonly string[],
  options: GitOptions,
): Promise<readonly Reference[]> {
  const call = { repository, verb: 'for-each-ref', args: [format.argument, ...args], operands } as const;
  return format.parse(answered(await runner.run(call, options)).stdout);
}

/**
 * Branches that the head has and the base lacks: the head was built on them. Those that are only local count where this
 * branch was begun at their tip; others may be marks that a person set on the way. Throws `GitUnanswered`.
 */
export async function readBuiltOn(
  runner: GitRunner,
  repository: Repository,
  base: Base,
  { branch, head, remotes }: Pick<BaseQuestion, 'branch' | 'head' | 'remotes'>,
  options: GitOptions,
): Promise<readonly BaseCandidate[]> {
  const place = base.remote === null ? 'refs/remotes' : `refs/remotes/${base.remote}`;
  const between = [`--merged=${head}`, `--no-merged=${base.tip}`];
  const places = [...(isPattern.test(place) ? [] : [place]), 'refs/heads'];
  const found = await listReferences(runner, repository, between, places, options);
  const below = branchesBelow(branch, head, remotes, found).filter(({ name }) => name !== base.name);
  const isAsked = branch !== null && below.some(({ remote }) => remote === null);
  const begun = isAsked ? await readStartingCommits(runner, repository, branch, options) : new Set<string>();
  return below.filter(({ remote, tip }) => remote !== null || begun.has(tip));
}

/** The only candidate, or the one of several that the head is fewest commits ahead of. Throws `GitUnanswered`. */
export async function chooseBase(
  runner: GitRunner,
  repository: Repository,
  { branch, recorded, remotes, references, head }: BaseQuestion,
  options: GitOptions,
): Promise<Base | null> {
  const { found, candidates } = baseCandidates(branch, recorded, remotes, references);
  const [first, ...others] = candidates;
  if (first === undefined) {
    const all = await listReferences(
      runner,
      repository,
      [`--count=${mostPatterns}`],
      ['refs/remotes', 'refs/heads'],
      options,
    );
    const only = onlyOther(branch, remotes, all);
    return only && { ...only, found: 'only' };
  }
  if (others.length === 0) return { ...first, found };
  const distances = await Promise.all(
    candidates.map(({ tip }) => count(runner, repository, `${tip}..${head}`, options)),
  );
  const least = Math.min(...distances);
  const nearest = candidates[distances.indexOf(least)] ?? first;
  return { ...nearest, found: nearest === first ? found : 'nearest' };
}

async function count(runner: GitRunner, repository: Repository, range: string, options: GitOptions): Promise<number> {
  const tokens = new NulTokens();
  let found = 0;
  const onStdout = (chunk: Uint8Array) => {
    for (const _ of tokens.push(chunk)) found += 1;
  };
  const args = ['-z', `--max-count=${mostCounted}`, '--format=%H'];
  answered(await runner.run({ repository, verb: 'log', args, revisions: [range] }, { ...options, onStdout }));
  return found;
}
