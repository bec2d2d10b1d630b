import type { Person } from '../core/activity/facts';
import { isMachine, noreplyLogin } from '../core/activity/machines';
import { coAuthorsPlaceholder, logFormat, parseCoAuthors } from './format';
import { type Repository, shallowBorder } from './repository';
import { answered } from './result';
import type { GitOptions, GitRunner } from './runner';

/** The recent authors of a repository. */
export interface RecentAuthors extends AuthorGroups {
  /** Commits that were read; with `truncated`, older ones within the time were not. */
  readonly commits: number;
  readonly truncated: boolean;
}

/** The newest commits that are read at most; enough for a year of all but the largest projects. */
const mostCommits = 20_000;

/**
 * Names and addresses are mapped by the mailmap, except `written`. The commit date decides what is recent: the author
 * date of a commit that was picked up late can be years old.
 */
const format = logFormat({
  name: '%aN',
  address: '%aE',
  written: '%ae',
  committed: '%ct',
  coAuthors: coAuthorsPlaceholder,
});
type Commit = ReturnType<typeof format.parse>[number];

/**
 * The authors and co-authors of the commits since an instant (seconds since 1970) on any branch, local or
 * remote-tracking, in one call. Older commits are filtered out here and not by `--since`, which stops at the first
 * commit with a wrong clock (docs/adr/0018). Throws `GitUnanswered`.
 */
export async function recentAuthors(
  runner: GitRunner,
  repository: Repository,
  since: number,
  options: GitOptions = {},
): Promise<RecentAuthors> {
  const all = await newestCommits(runner, repository, options);
  const recent = all.filter(({ committed }) => Number(committed) >= since);
  const truncated = all.length === mostCommits && recent.length === all.length;
  return { ...groupAuthors(signaturesOf(recent)), commits: recent.length, truncated };
}

/**
 * The name in the newest commit with an address, in any letter case, as written or as mapped by the mailmap; null where
 * none of the newest 20,000 commits has it. Throws `GitUnanswered`.
 */
export async function authorName(
  runner: GitRunner,
  repository: Repository,
  address: string,
  options: GitOptions = {},
): Promise<string | null> {
  const wanted = address.toLowerCase();
  const isTheirs = (commit: Commit) => [commit.address, commit.written].some((one) => one.toLowerCase() === wanted);
  return (await newestCommits(runner, repository, options)).find(isTheirs)?.name.trim() || null;
}

/**
 * The people who wrote commits, alone or with others, those with the most first. Null where one of them is meant, and
 * where not all commits are known: in a shallow clone, and beyond the newest 20,000. Throws `GitUnanswered`.
 */
export async function authorsBut(
  runner: GitRunner,
  repository: Repository,
  isMeant: (person: Person) => boolean,
): Promise<readonly string[] | null> {
  const commits = await newestCommits(runner, repository, {});
  if (commits.length === mostCommits || (await shallowBorder(repository)).length > 0) return null;
  const all = signaturesOf(commits);
  const isTheirs = commits.some(({ written }) => isMeant({ name: '', address: written })) || all.some(isMeant);
  return isTheirs ? null : groupAuthors(all).authors.map(({ name }) => name);
}

/** The newest commits of any branch, local or remote-tracking; empty where there is no commit yet. */
async function newestCommits(
  runner: GitRunner,
  repository: Repository,
  options: GitOptions,
): Promise<readonly Commit[]> {
  const args = ['-z', '--use-mailmap', '--branches', '--remotes', `--max-count=${mostCommits}`, format.argument];
  const result = await runner.run({ repository, verb: 'log', args, revisions: ['HEAD'] }, options);
  if (result.kind === 'failed' && result.reason === 'no-commits') return [];
  return format.parse(answered(result).stdout);
}

function signaturesOf(commits: readonly Commit[]): readonly Signature[] {
  // Git maps authors and no trailers, so a co-author is mapped as an author with the same address was.
  const mapped = new Map(commits.map(({ name, address, written }) => [written.toLowerCase(), { name, address }]));
  const found = new Map<string, Signature>();
  for (const { name, address, coAuthors, committed } of commits) {
    for (const written of [{ name, address }, ...parseCoAuthors(coAuthors)]) {
      const person = mapped.get(written.address.toLowerCase()) ?? written;
      const key = `${person.name}\0${person.address}`;
      const known = found.get(key);
      const last = Math.max(known?.last ?? 0, Number(committed));
      found.set(key, { ...person, commits: (known?.commits ?? 0) + 1, last });
    }
  }
  return [...found.values()];
}

/** One name and address as commits have them, with how often and when they were last seen (seconds since 1970). */
export interface Signature {
  readonly name: string;
  readonly address: string;
  readonly commits: number;
  readonly last: number;
}

/** One person, as far as git can tell. */
export interface Author {
  /** The name that most of the commits have. */
  readonly name: string;
  /** In lower case, the most used first. */
  readonly addresses: readonly string[];
  /** Login at a host, from a noreply address, or null. */
  readonly login: string | null;
  readonly commits: number;
}

interface AuthorGroups {
  /** Those with the most commits first. */
  readonly authors: readonly Author[];
  /** Names of bots and agents. */
  readonly machines: readonly string[];
}

/**
 * Groups the signatures of one person: the same address in any letter case, the same login in a noreply address, or the
 * same name of at least two words. A name of one word ("Tom", "root") is not enough.
 */
export function groupAuthors(signatures: readonly Signature[]): AuthorGroups {
  const people = signatures.filter(({ name, address }) => !isMachine(name, address) && name + address !== '');
  const machines = signatures.filter(({ name, address }) => isMachine(name, address)).map(({ name }) => name);
  const groups = new Map<string, ReadonlySet<Signature>>();
  for (const signature of people) {
    const keys = keysOf(signature);
    const joined = new Set([signature]);
    for (const known of new Set(keys.map((key) => groups.get(key)))) {
      for (const other of known ?? []) joined.add(other);
    }
    for (const member of joined) for (const key of keysOf(member)) groups.set(key, joined);
  }
  const authors = [...new Set(groups.values())].map(toAuthor);
  return { authors: authors.sort(byCommits), machines: [...new Set(machines)].sort() };
}

function keysOf({ name, address }: Signature): readonly string[] {
  const login = noreplyLogin(address);
  const words = name.trim().toLowerCase().split(/\s+/u);
  return [
    address === '' ? `without address ${words.join(' ')}` : `address ${address.toLowerCase()}`,
    ...(login === null ? [] : [`login ${login}`]),
    ...(words.length > 1 ? [`name ${words.join(' ')}`] : []),
  ];
}

function toAuthor(group: ReadonlySet<Signature>): Author {
  const signatures = [...group].sort((a, b) => b.commits - a.commits || b.last - a.last);
  const addresses = [...new Set(signatures.map(({ address }) => address.toLowerCase()))];
  return {
    name: signatures.map(({ name }) => name.trim()).find((name) => name !== '') ?? addresses[0] ?? '',
    addresses: addresses.filter((address) => address !== ''),
    login: addresses.map(noreplyLogin).find((login) => login !== null) ?? null,
    commits: signatures.reduce((sum, { commits }) => sum + commits, 0),
  };
}

function byCommits(a: Author, b: Author): number {
  return b.commits - a.commits || (a.name < b.name ? -1 : 1);
}
