import type { CiState, MyWork, PullRequestSummary, ReviewRequest, ReviewState, WaitingThread } from '../forge/forge';
import { encodeName } from '../text/encodeName';
import { codeText, inlineText, oneLine } from '../text/escape';
import { lasting } from '../time/writeClock';
import type { Instant } from '../time/zone';
import { count } from './words';

/** What a forge knows of the writer's or reader's own work, in one repository. */
export interface ForgeWork {
  /** `acme/ledger`; null where only one repository is open. */
  readonly repository: string | null;
  readonly work: MyWork;
  /** When the forge last confirmed it. */
  readonly asOf: Instant;
}

/** One list item each, without its mark. What waits longest stands first. */
export interface ForgeRows {
  readonly reviews: readonly string[];
  readonly threads: readonly string[];
  readonly mine: readonly string[];
}

/**
 * @param now until when waiting times are counted
 * @param without URLs of own requests that stand elsewhere in the draft
 */
export function forgeRows(
  works: readonly ForgeWork[],
  now: Instant,
  without: ReadonlySet<string> = new Set(),
): ForgeRows {
  const rowsOf = <T>(pick: (work: MyWork) => readonly T[], since: (one: T) => Instant, row: (one: T) => string) =>
    works
      .flatMap(({ work, repository }) =>
        pick(work).map((one) => ({ at: since(one), text: placed(repository, row(one)) })),
      )
      .toSorted((a, b) => a.at - b.at)
      .map(({ text }) => text);
  return {
    reviews: rowsOf(
      ({ reviews }) => reviews,
      askedAt,
      (request) => reviewRow(request, now),
    ),
    threads: rowsOf(
      ({ threads }) => threads,
      ({ lastWritten }) => lastWritten,
      (thread) => threadRow(thread, now),
    ),
    mine: rowsOf(
      ({ mine }) => mine.filter(({ url }) => !without.has(url)),
      ({ created }) => created,
      (pullRequest) => ownRow(pullRequest, now),
    ),
  };
}

/** Whether there was more than was read. */
export function isForgeWorkCut(works: readonly ForgeWork[]): boolean {
  return works.some(({ work }) => work.isCut);
}

const reviewWords: Readonly<Record<ReviewState, string>> = {
  none: '',
  required: 'waits for a review',
  approved: 'approved',
  'changes-requested': 'changes requested',
};
const ciWords: Readonly<Record<CiState, string>> = {
  none: '',
  pending: 'checks still run',
  passing: 'checks pass',
  failing: '**checks fail**',
};

function ownRow(pullRequest: PullRequestSummary, now: Instant): string {
  return `${linkTo(pullRequest)}: ${stateWords(pullRequest, now).join(', ')}`;
}

function stateWords({ isDraft, review, ci, created }: PullRequestSummary, now: Instant): string[] {
  const words = [isDraft ? 'draft' : reviewWords[review], ciWords[ci], `open for ${lasting(now - created)}`];
  return words.filter((word) => word !== '');
}

/** An open request of the writer's, and whether it waits for them. */
export interface RequestNow {
  readonly number: number;
  readonly url: string;
  readonly repository: string | null;
  /** The branch that it is to merge. */
  readonly head: string;
  /** Markdown: number and title, and the number alone. */
  readonly link: string;
  readonly shortLink: string;
  /** Changes are requested, checks fail, or a thread is open. */
  readonly isWaiting: boolean;
  readonly threads: number;
  readonly summary: PullRequestSummary;
}

/** Open requests of the writer's, those that were opened first going first. */
export function ownRequests(works: readonly ForgeWork[]): readonly RequestNow[] {
  const all = works.flatMap(({ repository, work }) =>
    work.mine.map((summary): RequestNow => {
      const threads = work.threads.filter(({ pullRequest }) => pullRequest.number === summary.number).length;
      const link = linkTo(summary);
      return {
        number: summary.number,
        url: summary.url,
        repository,
        head: summary.head,
        threads,
        summary,
        link: placed(repository, link),
        shortLink: link.replace(/^\[(#\d+) .*\]\(/, '[$1]('),
        isWaiting: summary.review === 'changes-requested' || summary.ci === 'failing' || threads > 0,
      };
    }),
  );
  return all.toSorted((a, b) => a.summary.created - b.summary.created);
}

/** Whether a request is to merge a branch. @param name of the branch's repository, which a forge calls `acme/ledger` */
export function isRequestOf({ head, repository }: RequestNow, branch: string | null, name: string): boolean {
  const own = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  return branch !== null && head === branch && (repository === null || own(repository) === own(name));
}

/** `changes requested`, `**checks fail**`, `1 open thread`, `open for 3 days`. */
export function requestWords({ summary, threads }: RequestNow, now: Instant): readonly string[] {
  const words = stateWords(summary, now);
  return threads === 0 ? words : [...words.slice(0, -1), count(threads, 'open thread'), ...words.slice(-1)];
}

function reviewRow({ pullRequest, asked }: ReviewRequest, now: Instant): string {
  const waits = asked === null ? `open for ${lasting(now - pullRequest.created)}` : `asked ${lasting(now - asked)} ago`;
  const checks = pullRequest.ci === 'failing' ? `, ${ciWords.failing}` : '';
  return `${linkTo(pullRequest)} by ${inlineText(pullRequest.author, 60)}: ${waits}${checks}`;
}

function threadRow(
  { pullRequest, url, path, line, lastAuthor, lastWritten, excerpt }: WaitingThread,
  now: Instant,
): string {
  const place = codeText(line === null ? path : `${path}:${line}`);
  const said = excerpt === '' ? '' : `: “${inlineText(excerpt, 100)}”`;
  const link = linkTo({ ...pullRequest, url });
  return `${link}, ${place}: ${inlineText(lastAuthor, 60)} wrote ${lasting(now - lastWritten)} ago${said}`;
}

function askedAt({ asked, pullRequest }: ReviewRequest): Instant {
  return asked ?? pullRequest.created;
}

function placed(repository: string | null, row: string): string {
  return repository === null ? row : `${codeText(repository)}: ${row}`;
}

/** The address is the forge's own host and numbers; what could end the link is encoded all the same. */
function linkTo({
  number,
  title,
  url,
}: {
  readonly number: number;
  readonly title: string;
  readonly url: string;
}): string {
  const address = oneLine(url).replace(/[^\w.:/%#~@?&=+-]/gu, encodeName);
  return `[#${number} ${inlineText(title, 100)}](${address})`;
}
