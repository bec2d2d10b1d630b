import type { ActivitySource } from './activitySource';
import type { CommitFact, PatchFact, Person, RepositoryFacts } from './facts';
import { leavesAs } from './openBranch';
import { namedLike } from './requestSuffix';
import { isCovered } from './squashes';

/** Asked where messages do not show how a branch landed; each call may cost one of git. */
export interface PatchQuestions {
  patches(hashes: readonly string[]): Promise<ReadonlyMap<string, PatchFact>>;
  rangePatch(base: string, tip: string): Promise<PatchFact | null>;
}

/** Asks git once for each patch, of a commit or a range. */
export function patchQuestions(source: ActivitySource, facts: RepositoryFacts, signal: AbortSignal): PatchQuestions {
  const read = new Map<string, PatchFact>();
  const ranges = new Map<string, Promise<PatchFact | null>>();
  return {
    rangePatch(base, tip) {
      const range = `${base}...${tip}`;
      const asked = ranges.get(range) ?? source.rangePatch(facts, base, tip, signal);
      ranges.set(range, asked);
      return asked;
    },
    async patches(hashes) {
      const wanted = hashes.filter((hash) => !read.has(hash));
      const found = wanted.length > 0 ? await source.patches(facts, wanted, signal) : read;
      for (const [hash, patch] of found) read.set(hash, patch);
      return read;
    },
  };
}

/** The commits of a branch that no branch has which work is merged into, without merges. */
export interface OpenWork {
  readonly tip: string;
  /** Newest first, never empty. */
  readonly commits: readonly CommitFact[];
}

/** What `git cherry-pick -x` adds. */
const picked = /^\(cherry picked from commit ([0-9a-f]{7,64})\)/gm;

/** Landed commits that a branch is compared with: those of its authors, and where they show nothing, those of others. */
const mostCompared = 60;
const mostOfOthers = 40;

/**
 * The commit by which a branch landed that is not merged by ancestry. Null where nothing shows that it did. Each of
 * these is evidence:
 * - a commit by one of the branch's authors that names the request, has one of the branch's subjects and touches all of
 *   its files
 * - a commit with the branch's whole patch
 * - commits with the patch of each of the branch's commits
 * A commit with the patch of only one of several is the copy of that one, and the rest of a stack is still to come.
 * Where another author squashed the branch by hand, only the contents count.
 * @param landed without merges; what landed since the branch was begun
 * @param trunk tip of what work is merged into
 */
export async function landedOtherwise(
  ask: PatchQuestions,
  { tip, commits }: OpenWork,
  landed: readonly CommitFact[],
  trunk: string,
): Promise<CommitFact | null> {
  const finished = Math.max(...commits.map(({ authored }) => authored));
  const authors = commits.map(({ author }) => author);
  const isTheirs = ({ author }: CommitFact) => authors.some((known) => isSame(known, author));
  // A commit that names its source was picked from it, for a line of releases, and did not land as it.
  const sources = commits.flatMap(({ body, trailers }) =>
    [...`${body}\n${trailers}`.matchAll(picked)].map(([, hash = '']) => hash),
  );
  const later = landed.filter(
    ({ hash, committed }) => committed >= finished && !sources.some((source) => hash.startsWith(source)),
  );
  if (later.length === 0) return null;
  const candidates = later.filter(isTheirs).slice(0, mostCompared);
  const whole = await ask.rangePatch(trunk, tip);
  const known = candidates.length === 0 ? null : await byTheAuthors(ask, candidates, commits, whole);
  const contents = whole?.contents;
  const others = later.filter((commit) => !isTheirs(commit)).slice(0, mostOfOthers);
  if (known || !contents || others.length === 0) return known;
  const patches = await ask.patches(others.map(({ hash }) => hash));
  return others.find(({ hash }) => leavesAs(patches.get(hash), contents)) ?? null;
}

async function byTheAuthors(
  ask: PatchQuestions,
  candidates: readonly CommitFact[],
  commits: readonly CommitFact[],
  whole: PatchFact | null,
): Promise<CommitFact | null> {
  const theirs = await ask.patches([...candidates, ...commits].map(({ hash }) => hash));
  const idOf = ({ hash }: CommitFact) => theirs.get(hash)?.patchId ?? null;
  const ownFiles = whole?.files ?? commits.flatMap(({ hash }) => theirs.get(hash)?.files ?? []);
  const isPart = (id: string | null) =>
    commits.length > 1 && commits.some((commit) => id !== null && idOf(commit) === id);
  const named = namedLike(
    candidates.filter((one) => !isPart(idOf(one)) && isCovered(ownFiles, theirs.get(one.hash)?.files ?? [])),
    commits,
  );
  if (named) return named;
  const squash = candidates.find((commit) => idOf(commit) !== null && idOf(commit) === whole?.patchId);
  if (squash) return squash;
  const ids = new Set(candidates.flatMap((commit) => idOf(commit) ?? []));
  const isEach = commits.every((commit) => ids.has(idOf(commit) ?? ''));
  return isEach ? (candidates.find((commit) => idOf(commit) === idOf(commits[0] ?? commit)) ?? null) : null;
}

function isSame(a: Person, b: Person): boolean {
  return a.address.toLowerCase() === b.address.toLowerCase() || (a.name === b.name && a.name.includes(' '));
}
