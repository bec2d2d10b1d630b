import { basename, segments } from '../files/paths';
import { MaskedWords } from '../secrets/maskedWords';
import type { Activity, Identity, Interval, RepositoryActivity } from './activity';
import type { ActivitySource, NoFacts } from './activitySource';
import type { FactGap, RepositoryFacts } from './facts';
import { repositoryActivity } from './repositoryActivity';
import { anyTickets, type TicketRules } from './ticketRules';

/** Submodules beyond this number are left out: a day of work is not in hundreds of them. */
const mostSubmodules = 12;

interface PlacedActivity {
  readonly root: string;
  readonly activity: RepositoryActivity;
}

/**
 * What a person did in an interval, in the repositories of several folders. A repository that is opened twice, or
 * through two of its worktrees, is reported once. A submodule in which something happened is reported on its own, after
 * its parent (docs/adr/0018). What looks like a secret in the words of commits and stashes is masked. Each repository
 * has a name of its own, because a note keeps tips by repository name. Rejects only where `source` does, which is where
 * the signal fires.
 *
 * @param folders absolute; what is in no repository comes back in `missing`, by its name alone
 * @param told full hashes of the tips that the last handoff reported, of all repositories
 */
export async function gatherActivity(
  source: ActivitySource,
  folders: readonly string[],
  who: Identity,
  interval: Interval,
  told: readonly string[],
  signal: AbortSignal,
  tickets: TicketRules = anyTickets,
): Promise<Activity> {
  const question = { who, interval, told, tickets };
  const words = new MaskedWords();
  const read = async (folder: string) => {
    const request = { folder, start: interval.start, end: interval.end, told, own: who };
    const facts = await source.read(request, signal);
    return isFacts(facts) ? words.facts(facts) : facts;
  };
  const found = await Promise.all([...new Set(folders)].map(async (folder) => ({ folder, facts: await read(folder) })));
  const seen = new Set<string>();
  const repositories: PlacedActivity[] = [];
  for (const { facts } of found) {
    if (!isFacts(facts) || seen.has(facts.id)) continue;
    seen.add(facts.id);
    const { told: modules, gaps } = await submodules(facts);
    const activity = await repositoryActivity(source, facts, question, signal);
    const whole = { ...activity, gaps: [...activity.gaps, ...gaps] };
    repositories.push({ root: facts.root, activity: whole }, ...modules);
  }
  const missing = found.flatMap(({ folder, facts }) =>
    isFacts(facts) ? [] : [{ folder: nameOf(folder), detail: `${facts.reason} ${facts.detail}`.trim() }],
  );
  return { interval, repositories: namedApart(repositories), missing };

  async function submodules(parent: RepositoryFacts) {
    const gaps: FactGap[] = [];
    const modules: PlacedActivity[] = [];
    for (const path of parent.submodules.slice(0, mostSubmodules)) {
      const facts = await read(`${parent.root}/${path}`);
      if (!isFacts(facts)) gaps.push({ what: 'submodule', reason: `${path}: ${facts.reason} ${facts.detail}`.trim() });
      else if (!seen.has(facts.id)) {
        const activity = await repositoryActivity(source, facts, question, signal);
        if (!hasHappened(activity)) continue;
        seen.add(facts.id);
        modules.push({ root: facts.root, activity });
      }
    }
    const left = parent.submodules.length - mostSubmodules;
    if (left > 0) gaps.push({ what: 'submodule', reason: `${left} more were not looked at` });
    return { told: modules, gaps };
  }
}

function namedApart(repositories: readonly PlacedActivity[]): readonly RepositoryActivity[] {
  const names = repositoryNames(repositories.map(({ root }) => root));
  return repositories.map(({ activity }, at) => ({ ...activity, name: names[at] ?? activity.name }));
}

function hasHappened({ items, invisible }: RepositoryActivity): boolean {
  return items.length + invisible.changes.length + invisible.unpushed.length > 0;
}

function isFacts(answer: RepositoryFacts | NoFacts): answer is RepositoryFacts {
  return 'id' in answer;
}

/** A draft is for others, whom the rest of the path does not concern. */
function nameOf(folder: string): string {
  const path = folder.replaceAll('\\', '/');
  return (
    basename(
      segments(path)
        .filter((part) => part !== '')
        .join('/'),
    ) || path
  );
}

/**
 * A distinct name for each repository: its folder's, with as many of the folders above it as two of one name need
 * (`acme/ledger`, `web/ledger`).
 * @param roots absolute, in the operating system's form
 */
export function repositoryNames(roots: readonly string[]): readonly string[] {
  const paths = roots.map((root) => root.split(/[\\/]+/).filter((part) => part !== ''));
  const tail = (path: readonly string[], length: number) => path.slice(-length).join('/');
  return paths.map((path, at) => {
    const isShared = (length: number) =>
      paths.some((other, place) => place !== at && tail(other, length) === tail(path, length));
    let length = 1;
    while (length < path.length && isShared(length)) length++;
    return tail(path, length);
  });
}

/**
 * Index of the repository that a note means by a name; -1 where it may mean several, or none. A unique last segment is
 * enough: where the note was written, other folders may be above the repositories, and other repositories beside them.
 * @param names as `repositoryNames` gives them
 */
export function placeOfName(name: string, names: readonly string[]): number {
  const exact = names.indexOf(name);
  const own = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const alike = names.flatMap((other, at) => (own(other) === own(name) ? [at] : []));
  const [only = -1] = alike.length === 1 ? alike : [];
  return exact >= 0 ? exact : only;
}
