import type { CommitFact, Person } from '../../core/activity/facts';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { orCancelled } from './gaps';

/** Different co-authors of an interval; further ones are not looked up. */
const mostPeople = 100;

/**
 * Commits with their co-authors mapped by the mailmap, which git itself applies to authors alone. Costs one call, and
 * only where there are co-authors; where git does not answer, they stay as written. Throws `GitUnanswered` where it was
 * cancelled.
 */
export async function withMappedCoAuthors(
  runner: GitRunner,
  repository: Repository,
  commits: readonly CommitFact[],
  options: GitOptions = {},
): Promise<readonly CommitFact[]> {
  const written = new Set(commits.flatMap(({ coAuthors }) => coAuthors.map(contactOf)));
  const asked = [...written].filter((contact) => /^[^-\0\n][^\0\n]*$/.test(contact)).slice(0, mostPeople);
  if (asked.length === 0) return commits;
  const result = orCancelled(await runner.run({ repository, verb: 'check-mailmap', operands: asked }, options));
  const lines = result.kind === 'exited' ? new TextDecoder().decode(result.stdout).trimEnd().split('\n') : [];
  if (lines.length !== asked.length) return commits;
  const mapped = new Map(asked.map((contact, at) => [contact, personIn(lines[at] ?? '')]));
  const known = (person: Person): Person => {
    const now = mapped.get(contactOf(person));
    return now && now.address !== person.address ? { ...now, written: person.address } : (now ?? person);
  };
  return commits.map((commit) =>
    commit.coAuthors.length === 0 ? commit : { ...commit, coAuthors: commit.coAuthors.map(known) },
  );
}

function contactOf({ name, address }: Person): string {
  return `${name} <${address}>`.trim();
}

function personIn(line: string): Person | undefined {
  const [, name = '', address = ''] = /^(.*?) ?<([^<>]*)>$/.exec(line) ?? [];
  return address === '' ? undefined : { name, address };
}
