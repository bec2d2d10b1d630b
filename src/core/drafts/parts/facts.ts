import { basename } from '../../files/paths';
import { codeText, fileLink, inlineText } from '../../text/escape';
import { writeInBothClocks } from '../../time/writeClock';
import { type DraftLine, separate } from '../draft';
import { forgeRows, isForgeWorkCut } from '../forgeWork';
import type { HandoffInput } from '../handoffInput';
import { inBothClocks, type Reader } from '../reader';
import { count, listed, upTo } from '../words';
import { isChange, isOnNoBranch, isWork, itemsOf } from '../workItem';
import { commits, isRead } from './commits';
import { decisions, runbooks } from './decisions';
import { type Proposal, proposalRow, proposedRequests } from './next';
import { riskyChanges } from './risky';

/**
 * Everything below the fold; a part without content is left out. Blank lines let a Git host read Markdown within the tags.
 * @param more what had no room before the fold
 */
export function facts(input: HandoffInput, reader: Reader, more: MoreThanFits): DraftLine[] {
  const parts = [
    [`<details><summary>Facts: ${summary(input)}</summary>`],
    [coverLine(input, reader)],
    unread(input),
    list('### More to go on with', more.next.map(proposalRow)),
    list(
      '### More to watch out for',
      more.watch.map((row) => `- ${row}`),
    ),
    pullRequests(input),
    commits(input),
    decisions(input),
    runbooks(input),
    riskyChanges(input),
    ['</details>'],
  ];
  return separate(parts);
}

interface MoreThanFits {
  readonly next: readonly Proposal[];
  readonly watch: readonly string[];
}

function list(heading: string, rows: readonly string[]): string[] {
  return rows.length > 0 ? [heading, '', ...upTo(mostMore, rows, (more) => `- and ${more} more`)] : [];
}

function unread({ activity: { missing, repositories } }: HandoffInput): string[] {
  const none = repositories.length + missing.length === 0 ? ['No repository is open.'] : [];
  return [
    ...none,
    ...missing.map(({ folder, detail }) => `No facts from ${codeText(basename(folder))} (${inlineText(detail, 80)}).`),
  ];
}

/** `6 commits on 2 branches, 14 files, 2 decisions touched`. */
function summary({ activity, records }: HandoffInput): string {
  const items = itemsOf(activity);
  const commits = items.flatMap(({ item }) => item.commits);
  if (commits.length === 0) return isRead(activity) ? 'no commits' : 'no commits could be read';
  const work = commits.filter(isWork);
  const changes = work.filter(isChange);
  const empty = work.length - changes.length;
  const older = changes.filter(({ story }) => story === 'rewritten').length;
  const merges = commits.length - work.length;
  const figures = [
    ...(changes.length > 0
      ? [`${count(changes.length, 'commit')}${older > 0 ? ` (${older} written before)` : ''}`]
      : []),
    ...(empty > 0 ? [count(empty, 'empty commit')] : []),
    ...(merges > 0 ? [count(merges, 'merge')] : []),
  ];
  const named = items.filter(({ item }) => !isOnNoBranch(item));
  const branches = new Set(named.map(({ item, repository }) => `${repository.id}\0${item.branch ?? item.into ?? ''}`))
    .size;
  const places = [
    ...(branches > 0 ? [`on ${count(branches, 'branch', 'branches')}`] : []),
    ...(named.length < items.length ? ['on no branch'] : []),
  ];
  const files = activity.repositories.reduce((sum, repository) => sum + repository.files.length, 0);
  const touched = records.filter(({ kind }) => kind !== 'runbook').length;
  return [
    `${listed(figures)} ${listed(places)}`,
    ...(files > 0 || activity.repositories.every(isCounted) ? [count(files, 'file')] : []),
    ...(touched > 0 ? [`${count(touched, 'decision')} touched`] : []),
  ].join(', ');
}

/** Whether git answered, so that no files means that none changed. */
function isCounted({ gaps }: HandoffInput['activity']['repositories'][number]): boolean {
  return gaps.every(({ what }) => what !== 'statistics');
}

const beginnings: Readonly<Record<HandoffInput['activity']['interval']['from'], string>> = {
  handoff: ', since the last note',
  'working-day': ', since the last working day, with days off right before it',
  given: '',
};

/** The interval of the draft, and a link to the note before it. */
function coverLine(input: HandoffInput, reader: Reader): string {
  const { start, end, from } = input.activity.interval;
  const period = `Covers ${inBothClocks(start, input, reader)} to ${inBothClocks(end, input, reader)}${beginnings[from]}.`;
  return input.previous === null
    ? period
    : `${period} Before it: ${fileLink(input.previous.title, input.previous.href)}.`;
}

/** Rows of each list that continues one from before the fold. */
const mostMore = 30;
const limits = { mine: 8, reviews: 5, threads: 5 } as const;

/** What the forge knows: which requests wait for whom. Empty where it was not asked, or knows nothing. */
function pullRequests(input: HandoffInput): string[] {
  const { forge = [], forgeGaps = [], now, zone } = input;
  const { mine, reviews, threads } = forgeRows(forge, now, proposedRequests(input));
  const rows = [
    ...limited(mine, limits.mine),
    ...limited(reviews, limits.reviews).map((row) => `to review: ${row}`),
    ...limited(threads, limits.threads).map((row) => `to answer: ${row}`),
  ];
  const oldest = Math.min(...forge.map(({ asOf }) => asOf));
  const more = isForgeWorkCut(forge) ? ' There are more than were read.' : '';
  const found =
    rows.length === 0
      ? []
      : ['', `As of ${writeInBothClocks(oldest, zone, null, now)}.${more}`, '', ...rows.map((row) => `- ${row}`)];
  const gaps = forgeGaps.flatMap((gap) => ['', gap]);
  return rows.length + gaps.length === 0 ? [] : ['### Pull requests', ...found, ...gaps];
}

function limited(rows: readonly string[], limit: number): string[] {
  return upTo<string>(limit, rows, (more) => `and ${more} more`);
}
