import type { Head, RepositoryFacts } from './facts';
import { detachedName } from './invisible';

const mostTips = 20;

/**
 * The tips that the next handoff goes on from, by branch name: HEAD, the branches that are told of, then those with the
 * most recent commits. At most 20, because they are lines of a document.
 */
export function tipsOf(facts: RepositoryFacts, toldOf: ReadonlySet<string>): Readonly<Record<string, string>> {
  const head = facts.worktrees[0]?.head;
  const branches = [
    ...facts.branches.filter(({ name }) => toldOf.has(name)),
    ...facts.branches.filter(({ name }) => !toldOf.has(name)),
  ].map(({ name, tip }): readonly [string, string] => [name, tip]);
  const tips = new Map([...(head ? tipOf(head) : []), ...branches].slice(0, mostTips));
  return Object.fromEntries(tips);
}

function tipOf(head: Head): readonly (readonly [string, string])[] {
  if (head.kind === 'unborn') return [];
  return [[head.kind === 'branch' ? head.branch : detachedName, head.hash]];
}
