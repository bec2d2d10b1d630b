import { asksBack } from '../handoffs/reply';
import { compareText } from '../text/compareText';
import { fileLink, inlineText } from '../text/escape';
import { dayMs } from '../time/durations';
import { writeInBothClocks } from '../time/writeClock';
import type { CatchUpInput, ChangedRecord, HandoffToMe } from './catchUpInput';
import { answerRow, branchRow, deadlineRow, handoffRow, mostFiles, recordRow } from './catchUpRows';
import { compose, type Draft, type DraftLine, separate } from './draft';
import { forgeRows } from './forgeWork';
import { count, listed, listedUpTo, upTo } from './words';

const weekMs = 7 * dayMs;
/** Rows of each part, so that a page is read in two minutes; the rest is counted. */
const limits = {
  handoffs: 5,
  answers: 3,
  deadlines: 5,
  nearDeadlines: 8,
  records: 6,
  branches: 7,
  forge: 4,
} as const;

interface Part {
  readonly heading: string;
  /** `2 decisions`, for the line at the top: what came since, what is older and unread, and what holds as of now. */
  readonly counted: { readonly since?: string | null; readonly unread?: string | null; readonly now?: string | null };
  /** `2 unread handoffs`, for the line on what waits for the reader; null for what only happened. */
  readonly waiting: string | null;
  readonly rows: readonly string[];
  readonly limit: number;
  /** Where the rows beyond the limit are, after `and 2 more`; absent where that is plain. */
  readonly rest?: string;
}

/** What happened since the reader was last here, as one page to skim: what waits for them first, then what only happened. */
export function draftCatchUp(input: CatchUpInput): Draft {
  const parts = partsOf(input);
  const full = parts.filter(({ rows }) => rows.length > 0);
  const empty = parts.filter(({ rows }) => rows.length === 0).map(({ heading }) => heading.toLowerCase());
  const name = input.name === null ? '' : `${inlineText(input.name, 60)} · `;
  const readable = input.gaps.length > 0 ? ' in what could be read' : '';
  return compose(
    separate([
      [`# Catch up · ${name}${writeInBothClocks(input.now, input.zone, null, input.now)}`],
      waitingLine(parts),
      [sinceLine(input, full)],
      ...full.map(({ heading, rows, limit, rest }): DraftLine[] => [
        `## ${heading}`,
        '',
        ...upTo<string>(limit, rows, (more) => `and ${more} more${rest ?? ''}`).map((row) => `- ${row}`),
      ]),
      full.length > 0 && empty.length > 0 ? [`Nothing new${readable}: ${listed(empty)}.`] : [],
      input.gaps.length > 0 ? ['## Not looked at', '', ...input.gaps.map((gap) => `- ${inlineText(gap)}`)] : [],
    ]),
  );
}

function partsOf(input: CatchUpInput): Part[] {
  const since = input.since.instant;
  const decisions = byUse(input.records.filter(({ kind }) => kind !== 'runbook'));
  const runbooks = byUse(input.records.filter(({ kind }) => kind === 'runbook'));
  const handoffs = [...input.handoffs].sort(byUrgency);
  const answers = [...input.answers].sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || compareText(a.href, b.href));
  const branches = [...input.branches].sort((a, b) => b.move.commits - a.move.commits);
  const unread = handoffs.filter((handoff) => handoff.unread).length;
  const newHandoffs = handoffs.filter(({ written }) => (written ?? 0) > since).length;
  const newAnswers = answers.filter(({ at }) => (at ?? 0) > since).length;
  const questions = answers.filter(({ text }) => text.includes(asksBack)).length;
  const older = branches.filter(({ move }) => move.latest !== null && move.latest <= since).length;
  const { waiting, mine } = forgeParts(input);
  return [
    {
      heading: 'Handoffs to you',
      counted: { since: some(newHandoffs, 'handoff'), unread: some(handoffs.length - newHandoffs, 'handoff') },
      waiting: some(unread, 'unread handoff'),
      rows: handoffs.map((each) => handoffRow(each, input)),
      limit: limits.handoffs,
    },
    {
      heading: 'Answers to you',
      counted: { since: some(newAnswers, 'answer'), unread: some(answers.length - newAnswers, 'answer') },
      waiting: some(questions, 'question back'),
      rows: answers.map((each) => answerRow(each, input)),
      limit: limits.answers,
    },
    ...waiting,
    deadlinePart(input),
    ...mine,
    { ...happened('Decisions', some(decisions.length, 'decision')), rows: decisions.map(recordRow) },
    { ...happened('Runbooks', some(runbooks.length, 'runbook')), rows: runbooks.map(recordRow) },
    {
      heading: 'Your branches',
      counted: {
        since: some(branches.length - older, 'branch', 'branches'),
        now: some(older, 'branch with older commits', 'branches with older commits'),
      },
      waiting: null,
      rows: branches.map(branchRow),
      limit: limits.branches,
    },
  ];
}

/** Deadlines within a week have a row each, up to seven; of the others only the documents are named. */
function deadlinePart(input: CatchUpInput): Part {
  const deadlines = [...input.deadlines].sort((a, b) => a.instant - b.instant || compareText(a.text, b.text));
  const near = deadlines.filter(({ instant }) => instant <= input.now + weekMs).length;
  const limit = Math.min(limits.nearDeadlines, Math.max(limits.deadlines, near + 1));
  const links = new Set(deadlines.slice(limit - 1).map(({ href, title }) => fileLink(title, href)));
  return {
    heading: 'Deadlines',
    counted: { now: some(deadlines.length, 'deadline') },
    waiting: some(deadlines.length, 'deadline'),
    rows: deadlines.map((each) => deadlineRow(each, input)),
    limit,
    rest: `, in ${listedUpTo(mostFiles, [...links])}`,
  };
}

/** Without a forge there are no parts, rather than empty ones, because nothing was read. */
function forgeParts({ forge, now }: CatchUpInput): { readonly waiting: Part[]; readonly mine: Part[] } {
  if (forge === undefined) return { waiting: [], mine: [] };
  const { reviews, threads, mine } = forgeRows(forge, now);
  const standing = (heading: string, rows: readonly string[], what: string) => {
    const counted = some(rows.length, what);
    return { heading, counted: { now: counted }, waiting: counted, rows, limit: limits.forge };
  };
  return {
    waiting: [
      standing('Reviews that wait for you', reviews, 'review'),
      standing('Threads that wait for your answer', threads, 'thread'),
    ],
    mine: [{ ...standing('Your pull requests', mine, 'open pull request'), waiting: null }],
  };
}

function happened(heading: string, since: string | null): Omit<Part, 'rows'> {
  return { heading, counted: { since }, waiting: null, limit: limits.records };
}

function some(number: number, what: string, many = `${what}s`): string | null {
  return number === 0 ? null : count(number, what, many);
}

/** Empty where nothing is known to wait. It does not say that nothing waits: a forge that was not asked may know more. */
function waitingLine(parts: readonly Part[]): DraftLine[] {
  const waiting = parts.flatMap((each) => each.waiting ?? []);
  return waiting.length === 0 ? [] : [`**Waits for you: ${listed(waiting)}.**`];
}

const beginnings: Readonly<Record<CatchUpInput['since']['from'], string>> = {
  commit: 'Since your last commit, ',
  handoff: 'Since your last handoff, ',
  given: 'Since ',
};

/**
 * What came since, and apart from it what is older and unread and what holds as of now. "Nothing new" names what was
 * read, because it is no more than that: what others landed on a branch that the reader has pulled since is not found.
 */
function sinceLine({ since, zone, now, gaps }: CatchUpInput, full: readonly Part[]): string {
  const told = (when: keyof Part['counted']) => listed(full.flatMap(({ counted }) => counted[when] ?? []));
  const [unread, standing] = [told('unread'), told('now')];
  const among = gaps.length > 0 ? ' in what could be read' : ' in notes, records and your branches';
  const also = `${unread && ` Unread from before: ${unread}.`}${standing && ` As of now: ${standing}.`}`;
  const start = writeInBothClocks(since.instant, zone, null, now);
  return `${beginnings[since.from]}${start}: ${told('since') || `nothing new${among}`}.${also}`;
}

function byUrgency(a: HandoffToMe, b: HandoffToMe): number {
  return Number(b.unread) - Number(a.unread) || (b.written ?? 0) - (a.written ?? 0) || compareText(a.href, b.href);
}

/** Records that govern the reader's files go first; moves and edits that keep the status go last. */
function byUse(records: readonly ChangedRecord[]): ChangedRecord[] {
  const isEdit = ({ how, was }: ChangedRecord) => Number((how === 'changed' && was === null) || how === 'moved');
  return [...records].sort(
    (a, b) => b.fileCount - a.fileCount || isEdit(a) - isEdit(b) || compareText(a.href ?? '', b.href ?? ''),
  );
}
