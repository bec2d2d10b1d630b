import type { RepositoryActivity } from '../core/activity/activity';
import type { ToldCommit, WorkItem } from '../core/activity/toldWork';
import type { Addressee, HandoffInput, TouchedRecord } from '../core/drafts/handoffInput';
import type { Instant } from '../core/time/zone';

/**
 * What a draft is written from. The contract of the command line's answers; fields are added, never changed. Instants
 * are ISO in UTC, paths relative to the repository with `/`, hashes full; the words of `core/activity/activity.ts` and
 * `core/drafts/handoffInput.ts` are used as they are. Texts of the repository are not escaped; what looks like a
 * secret is masked.
 */
export function factsAnswer({ activity, zone, from, to, records, risks, previous, carried }: HandoffInput) {
  const { start, end, from: origin } = activity.interval;
  return {
    interval: { start: iso(start), end: iso(end), from: origin },
    zone,
    from: from.name,
    to: addresseeAnswer(to),
    previous: previous && { ...previous, instant: iso(previous.instant) },
    carried: carried ?? null,
    repositories: activity.repositories.map(repositoryAnswer),
    records: records.map(recordAnswer),
    risks,
    missing: activity.missing,
  };
}

function addresseeAnswer(to: Addressee) {
  if (to.kind === 'anybody') return { kind: to.kind, name: null };
  if (to.kind === 'person') return { kind: to.kind, name: to.person.name };
  return { kind: to.kind, name: to.name, members: to.members.map(({ name }) => name), channel: to.channel };
}

/** Without `id`, which means something on this machine only. */
function repositoryAnswer(repository: RepositoryActivity) {
  const {
    name,
    head,
    operations,
    rebasing = null,
    worktrees,
    items,
    older = [],
    lost = [],
    invisible,
    omissions,
    files,
    tips,
    branches,
    limits,
    gaps,
  } = repository;
  return {
    name,
    head,
    operations,
    rebasing,
    worktrees,
    items: items.map(itemAnswer),
    lost,
    older: older.map((branch) => ({ ...branch, latest: iso(branch.latest) })),
    invisible: {
      ...invisible,
      stashes: invisible.stashes.map((stash) => ({ ...stash, created: iso(stash.created) })),
    },
    omissions,
    files,
    tips,
    branches,
    limits,
    gaps,
  };
}

function itemAnswer({ key, ticket, also = [], branch, title, standing, request, into, before, commits }: WorkItem) {
  return { key, ticket, also, branch, title, standing, request, into, before, commits: commits.map(commitAnswer) };
}

/** Without `contents`, by which a draft only compares. */
function commitAnswer({ authored, committed, contents: _, ...commit }: ToldCommit) {
  return { ...commit, authored: iso(authored), committed: iso(committed) };
}

/** Without `href`, which is relative to where a draft would be. */
function recordAnswer({ path, kind, label, title, status, statusText, how, files }: TouchedRecord) {
  return { path, kind, label, title, status, statusText, how, files };
}

/** Null where git has a date that is outside of the calendar. */
function iso(instant: Instant): string | null {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
