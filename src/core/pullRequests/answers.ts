import { isTest } from '../activity/fileKinds';
import type { DraftLine } from '../drafts/compose';
import { codeText, inlineText } from '../drafts/escape';
import type { Risk } from '../drafts/handoffInput';
import { riskRow } from '../drafts/parts/risky';
import { ask, choose } from '../drafts/prompts';
import { count, listedUpTo, upTo } from '../drafts/words';
import { joinParts } from '../text';
import { nextWorkingStart, periodAt } from '../time/workingHours';
import { writePeriodInBothClocks } from '../time/writeClock';
import { areasOf } from './areas';
import { messageLine } from './messageText';
import type { PullRequestInput, Reviewer } from './pullRequestInput';
import { recordFacts } from './recordFacts';
import type { Topic } from './topics';
import { whyFacts } from './why';

/** What can be said about a topic without the author, and what only they can say. */
export interface Answer {
  /** Lines of Markdown; empty where git and the records say nothing. */
  readonly facts: readonly DraftLine[];
  /** Lines with prompts that go below the facts. */
  readonly asks: readonly DraftLine[];
}

export type Answers = Readonly<Record<Topic, Answer>>;

const mostAreas = 8;
const mostSubjects = 3;
const mostNamed = 4;
/** What an author can want of a reviewer; saying which gets pull requests answered (facts/drafts.md B3). */
const feedbackKinds = ['design', 'correctness', 'a second pair of eyes', 'just merge'] as const;

const uiFile =
  /\.(?:[jt]sx|vue|svelte|astro|s?css|sass|less|styl|html?|xaml|axaml|storyboard|xib|qml|erb|haml|slim|hbs|ejs|pug|razor|cshtml|twig|jinja2?|j2|ftl|mustache|blade\.php|leaf)$|(?:^|\/)(?:templates|views|layouts?|res\/layout)\/[^/]+\.\w+$/i;
const notUi = /(?:^|\/)(?:docs?|emails?|charts?|helm|\.github|\.gitlab)\/|(?:\.stories|\.config)\.\w+$/i;

export function answersTo(input: PullRequestInput): Answers {
  return {
    why: { facts: whyFacts(input), asks: [[ask('why: what is better afterwards, and for whom')]] },
    ticket: { facts: ticketFacts(input), asks: [] },
    what: { facts: whatFacts(input), asks: [[ask('what changed, and how it works now')]] },
    records: { facts: recordFacts(input), asks: [] },
    risk: riskAnswer(input),
    test: { facts: testFacts(input), asks: [['- ', ask('what to do, and what should happen then')]] },
    screenshots: screenshots(input),
    feedback: { facts: [], asks: [[choose(feedbackKinds)]] },
    reviewers: { facts: input.reviewers.map((reviewer) => reviewerRow(reviewer, input)), asks: [] },
  };
}

/** Closing words only where the author's own commits have them: they act on the host. */
function ticketFacts({ ticket, closings }: PullRequestInput): string[] {
  const closed = closings.map(({ word, target }) => `${word} ${target}`);
  const isClosed = closings.some(({ target }) => target === ticket);
  return [...closed, ...(ticket === null || isClosed ? [] : [`For ${ticket}`])];
}

function whatFacts({ change }: PullRequestInput): string[] {
  const { files, commits, limits, truncated } = change;
  if (files === null) return commits.slice(0, mostAreas).map(({ subject }) => `- ${messageLine(subject)}`);
  const rows = areasOf(files, commits).map(({ folder, files: own, subjects }) => {
    const words = listedSubjects(subjects);
    const [only] = own;
    const name = own.length === 1 && only ? codeText(only.path) : folder === '' ? 'the root folder' : codeText(folder);
    return `- ${name} (${size(own)})${words === '' ? '' : `: ${words}`}`;
  });
  const shown = upTo(mostAreas, rows, (more) => `- and ${more} more places`);
  const doubts = [
    ...limits.map((limit) => limitWords[limit]),
    ...(truncated ? ['Only the newest commits were read.'] : []),
  ];
  return [...shown, ...(doubts.length > 0 ? ['', doubts.join(' ')] : [])];
}

const limitWords: Readonly<Record<PullRequestInput['change']['limits'][number], string>> = {
  shallow: 'The clone is shallow, so commits or figures may be missing.',
  partial: 'The clone lacks contents, so lines may not be counted.',
};

function listedSubjects(subjects: readonly string[]): string {
  const shown = subjects.slice(0, mostSubjects).map((subject) => messageLine(subject.replace(/[.;]+$/, ''), 120));
  return [...shown, ...(subjects.length > shown.length ? [`${subjects.length - shown.length} more`] : [])].join('; ');
}

function size(files: NonNullable<PullRequestInput['change']['files']>): string {
  const [first] = files;
  const sum = (of: 'added' | 'removed') => files.reduce((all, file) => all + (file[of] ?? 0), 0);
  const lines = files.every(({ added }) => added === null) ? '' : `+${sum('added')} \u2212${sum('removed')}`;
  const verbs = { added: 'new', deleted: 'deleted', renamed: 'moved', modified: '' };
  const what = files.length === 1 && first ? verbs[first.status] : count(files.length, 'file');
  return joinParts([what, lines], ', ') || 'changed';
}

/** Where what went wrong is not undone by taking the code back. */
const grave: ReadonlySet<string> = new Set([
  'migration',
  'authorisation',
  'secret',
  'configuration',
  'public-api',
  'ci',
]);

function riskAnswer({ risks }: PullRequestInput): Answer {
  const isGrave = risks.some(({ code }) => grave.has(code));
  const question = isGrave ? 'how one would notice, and how it is taken back' : 'what can go wrong, and what then';
  const none = risks.length === 0 ? 'none, or: ' : '';
  return {
    facts: risks.map((risk) => `- ${riskLine(risk)}`),
    asks: [['- ', isGrave ? 'If it goes wrong: ' : '', ask(`${none}${question}`)]],
  };
}

/** Whether the author is in a team that owns it, only the host knows; which files, the host shows. */
function riskLine(risk: Risk): string {
  const { code, count: number, detail } = risk;
  return code === 'other-owners' ? `${count(number, 'file')} owned by ${inlineText(detail)}` : riskRow(risk);
}

function testFacts({ change, commands }: PullRequestInput): string[] {
  const tests = (change.files ?? []).filter(({ path, status }) => isTest(path) && status !== 'deleted');
  const names = listedUpTo(
    mostNamed,
    tests.slice(0, mostNamed).map(({ path }) => codeText(path)),
    tests.length,
  );
  const runs = commands.map(({ command, source }) => `${codeText(command)} (${inlineText(source)})`);
  return [
    ...(tests.length > 0 ? [`- Tests changed: ${names}`] : []),
    ...(runs.length > 0 ? [`- To run, as the repository says: ${runs.join(', ')}`] : []),
  ];
}

/** Nothing at all where nobody would see a difference. */
function screenshots({ change }: PullRequestInput): Answer {
  const touched = (change.files ?? []).filter(({ path }) => uiFile.test(path) && !notUi.test(path) && !isTest(path));
  return { facts: [], asks: touched.length > 0 ? [[ask('before and after, or: why nothing looks different')]] : [] };
}

function reviewerRow({ owner, person, files }: Reviewer, { now, zone }: PullRequestInput): string {
  const who = person === null ? codeText(owner) : `${codeText(owner)}, ${inlineText(person.name, 60)}`;
  const schedule = person?.schedule ?? null;
  const start = schedule && nextWorkingStart(schedule, now);
  const period = schedule && (periodAt(schedule, now) ?? (start === null ? null : periodAt(schedule, start)));
  const hours =
    period && schedule
      ? `; ${atWork(period.start, now)} ${writePeriodInBothClocks(period, zone, schedule.zone, now)}`
      : '';
  return `- Could review: ${who} (owns ${count(files, 'changed file')}${hours})`;
}

function atWork(start: number, now: number): string {
  return start <= now ? 'at work' : 'next at work';
}
