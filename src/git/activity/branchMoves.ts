import { asWritten } from '../../core/activity/copies';
import type { CommitFact } from '../../core/activity/facts';
import type { BranchMove } from '../../core/handoffs/changesSince';
import { objectName } from '../../core/names/objectName';
import type { FilePath } from '../../core/ports';
import { logFormat, refFormat } from '../format';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';
import { readLog } from './commitLog';
import { readLandedBranch } from './landedBranch';
import { changedFiles } from './recentChanges';
import { readReferences } from './references';
import { readTakenBack } from './takenBack';

const references = refFormat({ name: '%(refname)', hash: '%(objectname)' });
const commits = logFormat({ hash: '%H', author: '%aN', committed: '%ct' });

/** A note names a handful of branches; each costs two calls. */
const mostBranches = 20;
/** Branches that are compared with what landed; each costs four further calls. */
const mostCompared = 6;
const mostCommits = 500;
/**
 * The names that `check-ref-format` allows, as far as needed here: no pattern and no range. `HEAD` is excluded: it
 * stands for a detached HEAD, or for a remote's default branch.
 */
const branchName = /^(?!HEAD$)(?![-/.])(?!.*(?:\.\.|\/\/|@\{))[^\p{Cc}\s~^:?*[\\]{1,200}$/u;

/** A branch in one place: local, or at a remote as last fetched. */
interface Place {
  readonly name: string;
  readonly hash: string;
}

/** The tips of branches that a handoff gives. */
export interface NotedTips {
  /** Relative to the repository's root; null where the tips are from elsewhere. */
  readonly note: FilePath | null;
  /** Branch name -> full hash, from the front matter of a file that others wrote. */
  readonly tips: Readonly<Record<string, string>>;
}

/**
 * What became of branches since a note gave their tips, in the order of `tips`. What is no branch or hash is left out,
 * and so is everything past 20. Commits that change nothing but the note do not count: it is committed after it was
 * written, and again with each answer. Nothing is fetched, so the result is as of the last fetch. Throws
 * `GitUnanswered`.
 */
export async function branchMoves(
  runner: GitRunner,
  repository: Repository,
  { note, tips }: NotedTips,
  options: GitOptions = {},
): Promise<readonly BranchMove[]> {
  const noted = Object.entries(tips)
    .filter(([branch, tip]) => branchName.test(branch) && objectName.test(tip))
    .slice(0, mostBranches);
  if (noted.length === 0) return [];
  const [{ defaultBranch, otherTrunks }, places] = await Promise.all([
    readReferences(runner, repository, { remotes: ['*'], upstreams: [] }, options),
    placesOf(runner, repository, noted, options),
  ]);
  const trunks = [...(defaultBranch ? [defaultBranch] : []), ...otherTrunks];
  const trunkTips = [...new Set(trunks.map(({ tip }) => tip))];
  return Promise.all(
    noted.map(async ([branch, tip], at): Promise<BranchMove> => {
      const here = places.filter(({ name }) => isPlaceOf(name, branch));
      const containing = await refsContaining(runner, repository, tip, options);
      const base = { branch, commits: 0, people: [], latest: null, merged: false };
      if (containing === null) return { ...base, state: here.length === 0 ? 'gone' : 'unknown' };
      const isShared = trunks.some(({ name }) => name === branch);
      const isReached = containing.some(({ hash }) => trunkTips.includes(hash));
      const mayHaveLanded = !isShared && !isReached && at < mostCompared;
      const landed = mayHaveLanded ? await readLandedBranch(runner, repository, tip, trunkTips, options) : null;
      const merged = !isShared && (isReached || landed !== null);
      const back = merged ? await whoReverted(runner, repository, { tip, trunkTips, landed }, options) : {};
      if (here.length === 0) return { ...base, merged, ...back, state: 'gone' };
      const except = isShared ? [] : trunkTips;
      const changes = await newCommits(runner, repository, { places: here, tip, note, except }, options);
      const isKept = here.some(({ name }) => containing.some((place) => place.name === name));
      return {
        branch,
        merged,
        ...back,
        ...changes,
        state: isKept ? (changes.commits === 0 ? 'same' : 'moved') : 'rewritten',
      };
    }),
  );
}

/**
 * The author of a revert, in what work is merged into, of the change that brought a noted commit there; `{}` where
 * there is none.
 */
export async function whoReverted(
  runner: GitRunner,
  repository: Repository,
  { tip, trunkTips, landed }: { tip: string; trunkTips: readonly string[]; landed: CommitFact | null },
  options: GitOptions,
): Promise<Pick<BranchMove, 'reverted'>> {
  const range = { most: mostCommits, args: [], revisions: [...trunkTips, `^${tip}`] };
  const since = await readLog(runner, repository, range, options);
  const found = await readTakenBack(runner, repository, { commits: since }, options);
  const isIt = ({ hash }: CommitFact) => hash === tip || hash === landed?.hash;
  const back = found.find(({ original, brought }) => isIt(original) || brought.some(isIt));
  if (!back) return {};
  const { revert, original } = back;
  const own = { most: 1, args: ['--no-walk'], revisions: [tip] };
  const [last] = original.parents.length > 1 ? [] : await readLog(runner, repository, own, options);
  // A branch that was merged commit by commit is reverted commit by commit, so this revert may cover its last one only.
  const whole = last === undefined || asWritten(last) !== asWritten(original);
  return { reverted: { by: revert.author.name.trim(), whole } };
}

async function placesOf(
  runner: GitRunner,
  repository: Repository,
  noted: readonly (readonly [branch: string, tip: string])[],
  options: GitOptions,
): Promise<readonly Place[]> {
  const operands = noted.flatMap(([branch]) => [`refs/heads/${branch}`, `refs/remotes/*/${branch}`]);
  const result = await runner.run({ repository, verb: 'for-each-ref', args: [references.argument], operands }, options);
  return references.parse(answered(result).stdout);
}

/** Git also lists `a/b` when it is asked for `a`. */
function isPlaceOf(reference: string, branch: string): boolean {
  return reference.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, '') === branch;
}

/** The branches, local and remote-tracking, that contain the commit; null where this clone does not have it. */
async function refsContaining(
  runner: GitRunner,
  repository: Repository,
  tip: string,
  options: GitOptions,
): Promise<readonly Place[] | null> {
  const result = await runner.run(
    {
      repository,
      verb: 'for-each-ref',
      args: [`--contains=${tip}`, references.argument],
      operands: ['refs/heads', 'refs/remotes'],
    },
    options,
  );
  if (result.kind === 'failed' && /no such commit|malformed object name/.test(result.detail)) return null;
  return references.parse(answered(result).stdout);
}

interface NewCommits {
  readonly places: readonly Place[];
  readonly tip: string;
  readonly note: FilePath | null;
  /** Tips of what work is merged into: what the branch took over from there is no work on it. */
  readonly except: readonly string[];
}

async function newCommits(
  runner: GitRunner,
  repository: Repository,
  { places, tip, note, except }: NewCommits,
  options: GitOptions,
): Promise<Pick<BranchMove, 'commits' | 'people' | 'latest'>> {
  const revisions = [...new Set(places.map(({ hash }) => hash)), ...[tip, ...except].map((hash) => `^${hash}`)];
  const args = ['-z', '--use-mailmap', '--no-patch', `--max-count=${mostCommits}`, commits.argument];
  const walk = async (paths: readonly FilePath[]) => {
    const result = await runner.run({ repository, verb: 'log', args, revisions, paths }, options);
    return commits.parse(answered(result).stdout);
  };
  const all = await walk([]);
  const ofNote = note === null || all.length === 0 ? [] : (await walk([note])).map(({ hash }) => hash);
  const others = await changedFiles(runner, repository, ofNote, null, options);
  const isMore = new Set(others.filter(({ path }) => path !== note).map(({ hash }) => hash));
  const isOfNoteOnly = new Set(ofNote.filter((hash) => !isMore.has(hash)));
  const found = all.filter(({ hash }) => !isOfNoteOnly.has(hash));
  const counts = new Map<string, number>();
  for (const { author } of found) counts.set(author, (counts.get(author) ?? 0) + 1);
  const people = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const newest = Math.max(...found.map(({ committed }) => Number(committed)));
  return { commits: found.length, people, latest: found.length === 0 ? null : newest * 1000 };
}
