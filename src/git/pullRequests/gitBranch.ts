import type { FileStat, PatchFact, TakenBackFact } from '../../core/activity/facts';
import { isLeftOf } from '../../core/activity/leftToMerge';
import { workTakenBack } from '../../core/activity/lostWork';
import { landedRequest } from '../../core/activity/merges';
import { isRevert } from '../../core/activity/reverts';
import { objectName } from '../../core/names/objectName';
import { type Base, candidate, type Reference, recordedBases } from '../../core/pullRequests/base';
import type {
  BranchCommit,
  BranchFacts,
  BranchRequest,
  BranchSource,
  NoBranch,
  TakenBackWork,
} from '../../core/pullRequests/branchFacts';
import { Gaps, orCancelled } from '../activity/gaps';
import { readLandedBranch } from '../activity/landedBranch';
import { readRangePatch } from '../activity/patches';
import { settingsIn } from '../activity/settings';
import { readTakenBack } from '../activity/takenBack';
import { type ConfigEntry, configEntries, configurationCall } from '../configEntries';
import { findRepository, type Repository, shallowBorder } from '../repository';
import { answered, GitUnanswered, reasonOf } from '../result';
import { resolveCommit } from '../revision';
import type { GitOptions, GitRunner } from '../runner';
import { chooseBase, readBaseReferences, readBuiltOn } from './baseReferences';
import { readBranchCommits } from './branchCommits';
import { readLandedPart } from './landedPart';

/**
 * What a branch has that its base lacks, in 10 processes where the base is certain and there is no revert or landed
 * part to examine. Works offline. Rejects only where it was cancelled, with `GitUnanswered`.
 */
export class GitBranch implements BranchSource {
  constructor(private readonly runner: GitRunner) {}

  async read(request: BranchRequest, signal: AbortSignal): Promise<BranchFacts | NoBranch> {
    const place = await findRepository(request.folder);
    if (!place.ok) return { reason: 'no-repository', detail: place.reason };
    try {
      return await readBranch(this.runner, place.repository, request.base, { signal });
    } catch (error) {
      if (!(error instanceof GitUnanswered)) throw error;
      return { reason: 'unanswered', detail: reasonOf(orCancelled(error.result)) };
    }
  }
}

async function readBranch(
  runner: GitRunner,
  repository: Repository,
  given: string | null,
  options: GitOptions,
): Promise<BranchFacts | NoBranch> {
  const [config, head, branch] = await Promise.all([
    runner.run({ repository, ...configurationCall }, options).then((result) => configEntries(answered(result).stdout)),
    resolveCommit(runner, repository, 'HEAD', options),
    checkedOut(runner, repository, options),
  ]);
  const settings = settingsIn(config);
  const remotes = settings.remotes;
  if (head === null) return { reason: 'unborn', detail: branch ?? '' };
  const recorded = branch === null ? [] : recordedBases(config, branch);
  const references = await readBaseReferences(runner, repository, { given, recorded, remotes }, options);
  const base =
    given === null
      ? await chooseBase(runner, repository, { branch, recorded, remotes, references, head }, options)
      : await givenBase(runner, repository, given, remotes, references, options);
  if (base === null) return noBase(given, branch, references);
  const [mergeBase, border] = await Promise.all([
    commonCommit(runner, repository, base.tip, head, options),
    shallowBorder(repository),
  ]);
  if (mergeBase === null) return { reason: border.length > 0 ? 'shallow' : 'unrelated', detail: base.name };
  if (mergeBase === head) return { reason: branch === base.name ? 'on-base' : 'nothing', detail: base.name };
  // A person who names the base has decided that, so landing is not checked.
  const landed = given === null ? await readLandedBranch(runner, repository, head, [base.tip], options) : null;
  if (landed) return { reason: 'landed', detail: `${base.name}: ${landed.subject}` };
  const gaps = new Gaps();
  const [walked, patch, below] = await Promise.all([
    readBranchCommits(runner, repository, base.tip, head, options),
    gaps.answer('statistics', readRangePatch(runner, repository, base.tip, head, options), null),
    readBuiltOn(runner, repository, base, { branch, head, remotes }, options),
  ]);
  if (given === null && patch && patch.files.length > 0 && patch.left?.size === 0) {
    return { reason: 'landed', detail: `${base.name}: each file that it changes is the same there` };
  }
  const { commits } = walked;
  const part = patch && { base: base.tip, head, commits, patch };
  const begun = part && (await gaps.answer('commits', readLandedPart(runner, repository, part, options), null));
  const own = new Set(commits.map(({ hash }) => hash));
  const wanted = { commits, isWanted: (hash: string) => !own.has(hash) };
  const taken = await gaps.answer('commits', readTakenBack(runner, repository, wanted, options), []);
  const takesBack = taken.flatMap(takenBackIn);
  return {
    root: repository.root,
    branch,
    head,
    base,
    mergeBase,
    buildsOn: [...new Set(below.map(({ name }) => name))],
    builtOnTip: commits.find(({ hash }) => below.some(({ tip }) => tip === hash))?.hash ?? null,
    ...walked,
    ...(begun && { landed: begun.landed }),
    ...(takesBack.length > 0 && { takesBack }),
    files: begun?.files ?? (patch ? leftOf(patch) : namesOf(commits)),
    identity: settings.identity,
    remotes: remotesIn(config, base.remote),
    limits: [...(border.length > 0 ? (['shallow'] as const) : []), ...(settings.partial ? (['partial'] as const) : [])],
  };
}

/** The work that a revert took back; none for a revert of a revert, whose own words say what it brings back. */
function takenBackIn(taken: TakenBackFact): readonly TakenBackWork[] {
  const { revert, original } = taken;
  const work = workTakenBack(taken);
  if (isRevert(original) || work.length === 0) return [];
  const authors = [...new Set(work.map(({ author }) => author.name.trim()))];
  return [{ revert: revert.hash, request: landedRequest(original).number, authors }];
}

/**
 * Files that the base does not have in the same state. Those it has are no change, as where a lower part was squashed
 * into it.
 */
function leftOf({ files, left }: PatchFact): readonly FileStat[] {
  const open = files.filter((file) => isLeftOf(left, file));
  return open.length > 0 ? open : files;
}

/** Files by the commits' own lists of names, for where contents are not in this clone. */
function namesOf(commits: readonly BranchCommit[]): readonly FileStat[] | null {
  const paths = [...new Set(commits.flatMap(({ files }) => files))];
  if (paths.length === 0) return null;
  return paths.map((path) => ({ path, from: null, added: null, removed: null, status: 'modified' }));
}

/** The branch's name, or null on a detached HEAD and where nothing was committed yet. */
async function checkedOut(runner: GitRunner, repository: Repository, options: GitOptions): Promise<string | null> {
  const result = await runner.run(
    { repository, verb: 'rev-parse', args: ['--verify', '--quiet', '--symbolic-full-name'], revisions: ['HEAD'] },
    options,
  );
  const name = new TextDecoder().decode(answered(result).stdout).trimEnd();
  return /^refs\/heads\/(.+)$/s.exec(name)?.[1] ?? null;
}

async function givenBase(
  runner: GitRunner,
  repository: Repository,
  given: string,
  remotes: readonly string[],
  references: readonly Reference[],
  options: GitOptions,
): Promise<Base | null> {
  const [named] = references;
  if (named) return { ...candidate(named, remotes), found: 'given' };
  const tip = await resolveCommit(runner, repository, given, options);
  return tip === null ? null : { name: given, remote: null, tip, found: 'given' };
}

function noBase(given: string | null, branch: string | null, references: readonly Reference[]): NoBranch {
  if (given !== null) return { reason: 'unknown-base', detail: given };
  const isOnBase = references.some(({ name }) => branch !== null && name === `refs/heads/${branch}`);
  return isOnBase ? { reason: 'on-base', detail: branch ?? '' } : { reason: 'no-base', detail: branch ?? '' };
}

async function commonCommit(
  runner: GitRunner,
  repository: Repository,
  base: string,
  head: string,
  options: GitOptions,
): Promise<string | null> {
  const result = await runner.run({ repository, verb: 'merge-base', revisions: [base, head] }, options);
  const hash = new TextDecoder().decode(answered(result).stdout).trimEnd();
  return objectName.test(hash) ? hash : null;
}

function remotesIn(config: readonly ConfigEntry[], first: string | null): BranchFacts['remotes'] {
  const urls = new Map(
    config.flatMap(([key, url]) => {
      const name = /^remote\.(.+)\.url$/s.exec(key)?.[1];
      return name === undefined ? [] : [[name, url] as const];
    }),
  );
  return [...urls]
    .map(([name, url]) => ({ name, url }))
    .sort((a, b) => Number(b.name === first) - Number(a.name === first));
}
