import type { CiState, MyWork, PullRequestSummary, ReviewRequest, ReviewState, WaitingThread } from '../forge/forge';
import { encodeName } from '../text/encodeName';
import { codeText, inlineText, oneLine } from '../text/escape';
import { lasting } from '../time/writeClock';
import type { Instant } from '../time/zone';

/** What a forge knows of the writer's or reader's own work, in one repository. */
export interface ForgeWork {
  /** `acme/ledger`; null where only one repository is open. */
  readonly repository: string | null;
  readonly work: MyWork;
  /** When the forge last stood by it. */
  readonly asOf: Instant;
}

/** One list item each, without its mark. What waits longest stands first. */
export interface ForgeRows {
  readonly reviews: readonly string[];
  readonly threads: readonly string[];
  readonly mine: readonly string[];
}

/** @param now how long something waits is told as of then */
export function forgeRows(works: readonly ForgeWork[], now: Instant): ForgeRows {
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
      ({ mine }) => mine,
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
  const { isDraft, review, ci, created } = pullRequest;
  const words = [isDraft ? 'draft' : reviewWords[review], ciWords[ci], `open for ${lasting(now - created)}`].filter(
    (word) => word !== '',
  );
  return `${linkTo(pullRequest)}: ${words.join(', ')}`;
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
