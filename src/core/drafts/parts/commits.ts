import type { Activity, Omission, RepositoryActivity } from '../../activity/activity';
import type { FileStat } from '../../activity/facts';
import { isReleaseLine, isTrunk } from '../../activity/merges';
import type { CommitStory, ToldCommit, WorkItem } from '../../activity/toldWork';
import { joinParts } from '../../text/compareText';
import { codeText, inlineText } from '../../text/escape';
import { writeDay } from '../../time/writeClock';
import type { HandoffInput } from '../handoffInput';
import { capital, count, lineCounts, listed, listedUpTo, upTo } from '../words';
import {
  isOnlyMerged,
  itemName,
  itemsOf,
  type PlacedItem,
  placeOf,
  repositoryPrefix,
  standingWords,
} from '../workItem';

const maxItems = 20;
/** Rows of commits in all, so that a day of hundreds is told by its work items. */
const maxCommits = 60;
const maxCommitsOfItem = 10;
const maxMerges = 3;
const maxModules = 3;

/** The commits since the last note, by work item; each change once, with what became of it. */
export function commits(input: HandoffInput): string[] {
  const all = itemsOf(input.activity);
  const items = all.filter((placed) => !isOnlyMerged(placed));
  const shown = items.slice(0, maxItems);
  const each = Math.min(maxCommitsOfItem, Math.max(2, Math.floor(maxCommits / Math.max(1, shown.length))));
  const told = shown.flatMap((placed) => [
    '',
    `**${itemName(placed, input.activity)}** (${placeOf(placed.item)})`,
    '',
    ...commitRows(placed.item, input, each),
  ]);
  const more = items.length > shown.length ? ['', `And ${count(items.length - shown.length, 'more item')}.`] : [];
  const rows = [...told, ...more, ...merges(all.filter(isOnlyMerged), input), ...leftOut(input)];
  return rows.length > 0 ? ['### Commits', ...rows] : [];
}

/** A row for each pull request: a maintainer may merge a dozen of others' in a day. */
function merges(items: readonly PlacedItem[], { activity }: HandoffInput): string[] {
  const rows = items.map((placed) => {
    const hashes = placed.item.commits.map(({ hash }) => shortHash(hash));
    return `- ${itemName(placed, activity)} ${listedUpTo(maxMerges, hashes)}`;
  });
  const shown = upTo(maxItems, rows, (more) => `- and ${more} more`);
  return rows.length > 0 ? ['', '**Merged; written by others, before, or told above**', '', ...shown] : [];
}

/** Whether git answered everywhere, so that no commits means that there are none. */
export function isRead({ repositories }: Activity): boolean {
  return repositories.every(({ gaps }) => gaps.every(({ what }) => what !== 'commits'));
}

function commitRows(item: WorkItem, input: HandoffInput, limit: number): string[] {
  const rows = item.commits.map((commit) => `- ${commitRow(commit, item, input)}`);
  return upTo(limit, rows, (more) => `- and ${more} more commits`);
}

function commitRow(commit: ToldCommit, item: WorkItem, input: HandoffInput): string {
  const notes = [
    commit.standing === item.standing ? '' : standingWords[commit.standing],
    stories[commit.story](commit, input),
    commit.byHand ? 'merge, put together by hand' : commit.merge ? 'merge' : '',
    authors(commit),
    commit.empty ? 'changes nothing' : '',
    ...filesOf(commit),
  ].filter(Boolean);
  return `${inlineText(commit.subject) || 'no subject'} ${shortHash(commit.hash)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}

const stories: Readonly<Record<CommitStory, (commit: ToldCommit, input: HandoffInput) => string>> = {
  new: () => '',
  // Git cannot tell a pick without a note of its source from a rebase.
  rewritten: ({ authored }, { zone, now }) =>
    `rebased, amended or picked, first written ${writeDay(authored, zone, now)}`,
  'cherry-picked': ({ alsoOn, pickedFrom }) => {
    if (alsoOn.length > 0) {
      const there = `on ${listedUpTo(3, alsoOn.slice(0, 3).map(codeText), alsoOn.length)} too`;
      // A backup of a branch before a rebase looks the same.
      const isSure = pickedFrom !== undefined || alsoOn.some((name) => isTrunk(name) || isReleaseLine(name));
      return isSure ? `cherry-picked: ${there}` : `the same change is ${there}`;
    }
    return pickedFrom === undefined
      ? 'cherry-picked: on another branch too'
      : `cherry-picked from ${shortHash(pickedFrom)}`;
  },
  squashed: () => 'squash-merged',
};

function authors({ with: others, coAuthored }: ToldCommit): string {
  const names = listedUpTo(
    3,
    others.slice(0, 3).map((name) => inlineText(name, 60)),
    others.length,
  );
  if (names === '') return coAuthored ? 'as co-author' : '';
  return coAuthored ? `as co-author, with ${names}` : `with ${names}`;
}

/** `2 files, +12 −3`, and what happened to submodules, which have no lines. */
function filesOf({ files }: ToldCommit): readonly string[] {
  const own = files.filter(({ submodule }) => !submodule);
  const modules = files.filter(({ submodule }) => submodule);
  return [
    ...(own.length > 0 ? [joinParts([count(own.length, 'file'), lineCounts(own)], ', ')] : []),
    ...upTo(maxModules, modules.map(moduleWords), (more) => `${more} more submodules`),
  ];
}

function moduleWords({ path, status }: FileStat): string {
  const what = { added: 'added', deleted: 'removed', modified: 'at another commit', renamed: 'at another path' }[
    status
  ];
  return `submodule ${codeText(path)} ${what}`;
}

const omitted: Readonly<Record<Omission['reason'], (number: number) => string>> = {
  others: (number) => `${count(number, 'commit')} of other people`,
  machine: (number) => `${count(number, 'commit')} of bots`,
  'update-merge': (number) => `${count(number, 'merge')} that only brought in what is on other branches`,
  copy: (number) => `${count(number, 'copy', 'copies')} of a commit told above`,
  handoffs: (number) => `${count(number, 'commit')} with nothing but handoffs`,
  reverted: (number) => `${count(number, 'commit')} that take each other back`,
  'dated-before': (number) => `${count(number, 'commit')} dated before the interval`,
  'dated-after': (number) => `${count(number, 'commit')} dated after it`,
  'too-many': (number) => `${count(number, 'commit')} beyond the limit`,
};

const limits: Readonly<Record<RepositoryActivity['limits'][number], string>> = {
  shallow: 'the clone is shallow, so figures of its oldest commits can be too high',
  partial: 'the clone lacks file contents, so lines may not be counted',
  truncated: 'there are more commits than were read',
};

/** Says what is missing, so that a gap is not read as "nothing happened". */
function leftOut({ activity }: HandoffInput): string[] {
  const rows = activity.repositories.flatMap((repository) => {
    const prefix = repositoryPrefix(repository.name, activity);
    const out = repository.omissions.filter(({ count: number }) => number > 0);
    return [
      ...(out.length > 0
        ? [`left out: ${listed(out.map(({ reason, count: number }) => omitted[reason](number)))}`]
        : []),
      ...repository.limits.map((limit) => limits[limit]),
      ...repository.gaps.map(({ what, reason }) => `git could not tell ${gapWords[what]} (${inlineText(reason, 80)})`),
    ].map((row) => `${prefix === '' ? capital(row) : prefix + row}.`);
  });
  // A paragraph: one more list would run into the last item's.
  return rows.length > 0 ? ['', ...rows] : [];
}

const gapWords: Readonly<Record<RepositoryActivity['gaps'][number]['what'], string>> = {
  commits: 'all commits',
  branches: 'all branches',
  settings: 'its settings',
  unpushed: 'what is not pushed',
  changes: 'what is not committed',
  stashes: 'the stashes',
  statistics: 'the files of some commits',
  submodule: 'what a submodule has',
};

export function shortHash(hash: string): string {
  return codeText(hash.slice(0, 9));
}
