import { type AuthorGroups, groupAuthors, type Signature } from './authorGroups';
import { coAuthorsPlaceholder, parseCoAuthors } from './coAuthors';
import { logFormat } from './format';
import type { Repository } from './repository';
import { answered } from './result';
import type { GitOptions, GitRunner } from './runner';

/** Who committed to a repository lately. */
export interface RecentAuthors extends AuthorGroups {
  /** Commits that were looked at; with `truncated`, older ones within the time were not. */
  readonly commits: number;
  readonly truncated: boolean;
}

/** Newest commits that are looked at; enough for a year of all but the largest projects. */
const mostCommits = 20_000;

/**
 * `address` and the rest of the row are as the mailmap has them, `written` is the address before. The commit date
 * decides what is recent: the author date of a commit that was taken over late can be years old.
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
 * The authors and co-authors of the commits since an instant (seconds since 1970) on any branch, local or of a remote,
 * in one call. What is older is sorted out here and not by `--since`, which stops at the first commit with a wrong
 * clock (docs/adr/0018). Throws `GitUnanswered`.
 */
export async function recentAuthors(
  runner: GitRunner,
  repository: Repository,
  since: number,
  options: GitOptions = {},
): Promise<RecentAuthors> {
  const args = ['-z', '--use-mailmap', '--branches', '--remotes', `--max-count=${mostCommits}`, format.argument];
  const result = await runner.run({ repository, verb: 'log', args, revisions: ['HEAD'] }, options);
  if (result.kind === 'failed' && result.reason === 'no-commits') {
    return { authors: [], machines: [], commits: 0, truncated: false };
  }
  const all = format.parse(answered(result).stdout);
  const recent = all.filter(({ committed }) => Number(committed) >= since);
  const truncated = all.length === mostCommits && recent.length === all.length;
  return { ...groupAuthors(signaturesOf(recent)), commits: recent.length, truncated };
}

function signaturesOf(commits: readonly Commit[]): readonly Signature[] {
  // Git maps authors and no trailers, so a co-author is known by what an author with that address was mapped to.
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
