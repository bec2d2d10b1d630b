/** What a branch is to be merged into. */
export interface Base {
  /** `main`, without its remote. */
  readonly name: string;
  /** `origin`, or null for a local branch or a commit. */
  readonly remote: string | null;
  readonly tip: string;
  /**
   * `given`: a person named it. `recorded`: the repository's configuration has it for this branch. `default`: a remote's
   * default branch, or a branch of a usual name. `nearest`: of several such branches the one that the branch is fewest
   * commits away from. `only`: there is no other branch.
   */
  readonly found: 'given' | 'recorded' | 'default' | 'nearest' | 'only';
}

export type BaseCandidate = Omit<Base, 'found'>;

/** A reference, by its full name. */
export interface Reference {
  readonly name: string;
  readonly hash: string;
  /** The reference that a symbolic one points to, else `''`. */
  readonly target: string;
}

/** Entries of git's configuration, in its order: `['branch.topic.gh-merge-base', 'main']`. */
type Settings = readonly (readonly [key: string, value: string])[];

/** Names of branches that work is usually merged into, the likeliest first. */
const usualNames = ['main', 'master', 'trunk', 'develop'] as const;

/** Folders of branches that live as long; every branch in one can be the base. */
const lines = ['release', 'releases', 'stable', 'support', 'maint'] as const;
const mostLines = 20;

/** Where tools record the base of a branch, and how they write it. The first with a value counts. */
const records: readonly (readonly [variable: string, read: (value: string, branch: string) => string])[] = [
  ['gh-merge-base', (value) => value],
  ['github-pr-base-branch', (value) => value.split('#').slice(2).join('#')],
  ['vscode-merge-base', (value, branch) => (isCopy(value, branch) ? '' : value)],
  // A branch that was made from `origin/main` has it as upstream until it is pushed itself.
  ['merge', (value, branch) => (isCopy(value, branch) ? '' : value.replace(/^refs\/heads\//, ''))],
];

/** Whether an upstream is the branch itself as it was pushed: `topic` as `ann/topic`. */
function isCopy(followed: string, branch: string): boolean {
  return `/${followed}`.endsWith(`/${branch}`) || `/${branch}`.endsWith(`/${followed.replace(/^refs\/heads\//, '')}`);
}

const heads = 'refs/heads/';
const remotePrefix = 'refs/remotes/';

/** Names that tools have recorded as the base of a branch, most certain first, without the branch itself. */
export function recordedBases(settings: Settings, branch: string): readonly string[] {
  const values = new Map(settings);
  return records.flatMap(([variable, read]) => {
    const name = read((values.get(`branch.${branch}.${variable}`) ?? '').trim(), branch);
    return name === '' || name === branch ? [] : [name];
  });
}

/** Full names of every reference that can be the base. Those of `upstream` go before a fork's own. */
export function baseNames(recorded: readonly string[], remotes: readonly string[]): readonly string[] {
  return [
    ...recorded.flatMap((name) => placesOf(name, remotes)),
    ...inOrder(remotes).flatMap((remote) => ['HEAD', ...usualNames].map((name) => `${remotePrefix}${remote}/${name}`)),
    ...usualNames.map((name) => heads + name),
  ];
}

/** Full names of the folders in which every reference can be the base. */
export function baseFolders(remotes: readonly string[]): readonly string[] {
  return remotes.flatMap((remote) => lines.map((line) => `${remotePrefix}${remote}/${line}`));
}

/**
 * Branches that can be the base: only the recorded one, if this clone has it; else the remotes' default branches and
 * those of usual names, the likeliest first. A name counts once, at a remote rather than here, where it may be behind.
 */
export function baseCandidates(
  branch: string | null,
  recorded: readonly string[],
  remotes: readonly string[],
  references: readonly Reference[],
): { readonly found: 'recorded' | 'default'; readonly candidates: readonly BaseCandidate[] } {
  const byName = new Map(references.map((reference) => [reference.name, reference]));
  const ordered = inOrder(remotes);
  const own = branch === null ? '' : heads + branch;
  const candidatesOf = (names: readonly string[]) =>
    names.flatMap((name) => {
      const reference = byName.get(name);
      return reference === undefined || name === own ? [] : [candidate(reference, ordered)];
    });
  const known = recorded.flatMap((name) => candidatesOf(placesOf(name, ordered)).slice(0, 1));
  if (known.length > 0) return { found: 'recorded', candidates: known.slice(0, 1) };
  const folders = baseFolders(ordered);
  const isLine = ({ name }: Reference) => folders.some((folder) => `${name}/`.startsWith(`${folder}/`));
  const found = candidatesOf(references.filter(isLine).map(({ name }) => name)).filter(({ name }) => name !== branch);
  const candidates = [...candidatesOf(baseNames([], ordered)), ...found.slice(0, mostLines)];
  return { found: 'default', candidates: distinct(candidates) };
}

/** The only other branch, local or at a remote; null where there are several, or none. */
export function onlyOther(
  branch: string | null,
  remotes: readonly string[],
  references: readonly Reference[],
): BaseCandidate | null {
  const others = references
    .filter(({ target }) => target === '')
    .map((reference) => candidate(reference, remotes))
    .filter(({ name }) => branch === null || !isCopy(name, branch));
  const [only] = others.toSorted((a, b) => Number(a.remote === null) - Number(b.remote === null));
  return only !== undefined && others.every(({ name }) => name === only.name) ? only : null;
}

/** Branches on which the head may build: all except those at the same commit and the branch itself as it was pushed. */
export function branchesBelow(
  branch: string | null,
  head: string,
  remotes: readonly string[],
  references: readonly Reference[],
): readonly BaseCandidate[] {
  const others = references.filter(({ hash, target }) => target === '' && hash !== head);
  return others
    .map((reference) => candidate(reference, remotes))
    .filter(({ name }) => branch === null || !isCopy(name, branch));
}

/** Full names that a name may mean: `main` is local or at a remote, `origin/main` at that remote, a full name is itself. */
export function placesOf(name: string, remotes: readonly string[]): readonly string[] {
  if (name.startsWith(heads) || name.startsWith(remotePrefix)) return [name];
  const isTracked = remotes.some((remote) => name.startsWith(`${remote}/`));
  const atRemotes = inOrder(remotes).map((remote) => `${remotePrefix}${remote}/${name}`);
  return [...(isTracked ? [remotePrefix + name] : []), ...atRemotes, heads + name];
}

/** A reference as a base: `refs/remotes/origin/HEAD` is the branch that it points to. */
export function candidate({ name, hash, target }: Reference, remotes: readonly string[]): BaseCandidate {
  const full = target === '' ? name : target;
  const remote = remotes.find((each) => full.startsWith(`${remotePrefix}${each}/`)) ?? null;
  const prefix = remote === null ? heads : `${remotePrefix}${remote}/`;
  return { name: full.startsWith(prefix) ? full.slice(prefix.length) : full, remote, tip: hash };
}

function inOrder(remotes: readonly string[]): readonly string[] {
  const first = ['upstream', 'origin'].filter((name) => remotes.includes(name));
  return [...new Set([...first, ...remotes])];
}

/** Keeps one of several names for one commit, and of a local branch and the same branch at a remote the remote one. */
function distinct(candidates: readonly BaseCandidate[]): readonly BaseCandidate[] {
  const names = new Set(candidates.flatMap(({ name, remote }) => (remote === null ? [] : [name])));
  const kept = candidates.filter(({ name, remote }) => remote !== null || !names.has(name));
  return kept.filter(({ tip }, at) => kept.findIndex((each) => each.tip === tip) === at);
}
