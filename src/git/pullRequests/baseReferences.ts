import { type Base, baseCandidates, baseNames, placesOf, type Reference } from '../../core/pullRequests/base';
import { refFormat } from '../format';
import { NulTokens } from '../nulTokens';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

const format = refFormat({ name: '%(refname)', hash: '%(objectname)', target: '%(symref)' });
/** What `for-each-ref` would take for a pattern. */
const isPattern = /[*?[\\\s]/;
const mostPatterns = 150;
/** A base that is farther away is farther away than another. */
const mostCounted = 2_000;

export interface BaseQuestion {
  readonly branch: string | null;
  readonly recorded: readonly string[];
  readonly remotes: readonly string[];
  readonly references: readonly Reference[];
  readonly head: string;
}

/** What is here of all that can be the base, or that a given name can mean; in the order of likelihood. Throws `GitUnanswered`. */
export async function readBaseReferences(
  runner: GitRunner,
  repository: Repository,
  { given, recorded, remotes }: Pick<BaseQuestion, 'recorded' | 'remotes'> & { readonly given: string | null },
  options: GitOptions,
): Promise<readonly Reference[]> {
  const wanted = given === null ? baseNames(recorded, remotes) : placesOf(given, remotes);
  const names = [...new Set(wanted)].filter((name) => !isPattern.test(name)).slice(0, mostPatterns);
  if (names.length === 0) return [];
  const result = await runner.run(
    { repository, verb: 'for-each-ref', args: [format.argument], operands: names },
    options,
  );
  const found = new Map(format.parse(answered(result).stdout).map((reference) => [reference.name, reference]));
  return names.flatMap((name) => found.get(name) ?? []);
}

/** The one candidate, or of several the one that the head is fewest commits ahead of. Throws `GitUnanswered`. */
export async function chooseBase(
  runner: GitRunner,
  repository: Repository,
  { branch, recorded, remotes, references, head }: BaseQuestion,
  options: GitOptions,
): Promise<Base | null> {
  const { found, candidates } = baseCandidates(branch, recorded, remotes, references);
  const [first, ...others] = candidates;
  if (first === undefined || others.length === 0) return first ? { ...first, found } : null;
  const ahead = await Promise.all(candidates.map(({ tip }) => count(runner, repository, `${tip}..${head}`, options)));
  const least = Math.min(...ahead);
  const nearest = candidates[ahead.indexOf(least)] ?? first;
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
