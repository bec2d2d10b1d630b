import { isGenerated, isTest, testsIn } from '../activity/fileKinds';
import type { DraftLine } from '../drafts/draft';
import type { Risk } from '../drafts/handoffInput';
import { riskRow } from '../drafts/parts/risky';
import { ask, choose } from '../drafts/prompts';
import { count, listedUpTo } from '../drafts/words';
import { isProsePath } from '../files/textPaths';
import type { FilePath } from '../ports';
import { codeText, inlineText } from '../text/escape';
import { breakingLines } from './breaking';
import { labelledBlocks } from './labelledParts';
import type { PullRequestInput, Reviewer } from './pullRequestInput';
import { recordFacts } from './recordFacts';
import { hoursOf } from './reviewers';
import type { Topic } from './topicTable';
import { whatFacts } from './what';
import { whyFacts } from './why';

/** What can be said about a topic without the author, and what only they can say. */
export interface Answer {
  /** Lines of Markdown; empty where git and the records say nothing. */
  readonly facts: readonly DraftLine[];
  /** Lines with prompts that go below the facts. */
  readonly asks: readonly DraftLine[];
}

export type Answers = Readonly<Record<Topic, Answer>>;

const mostNamed = 4;
/** Paragraphs and lists of commits on one topic. */
const mostSaid = 6;
/** What an author can want of a reviewer; saying which gets pull requests answered (docs/adr/0019). */
const feedbackKinds = ['design', 'correctness', 'a second pair of eyes', 'just merge'] as const;

const uiFile =
  /\.(?:[jt]sx|vue|svelte|astro|s?css|sass|less|styl|html?|xaml|axaml|storyboard|xib|qml|erb|haml|slim|hbs|ejs|pug|razor|cshtml|twig|jinja2?|j2|ftl|mustache|blade\.php|leaf)$|(?:^|\/)(?:templates|views|layouts?|res\/layout)\/[^/]+\.\w+$/i;
const notUi =
  /(?:^|\/)(?:docs?|emails?|charts?|helm|\.github|\.gitlab)\/|(?:\.stories|\.config)\.\w+$|\.(?:ya?ml|json|toml|conf|cfg|ini|sh|sql|mdx?|txt|env|tf|service|py|rb|go)\.\w+$/i;

/**
 * What is known for each topic of a description (`facts`), and what only the person can say (`asks`), as Markdown
 * lines.
 */
export function answersTo(input: PullRequestInput): Answers {
  return {
    why: { facts: whyFacts(input), asks: [[ask('why: what is better afterwards, and for whom')]] },
    ticket: { facts: ticketFacts(input), asks: [] },
    what: { facts: whatFacts(input), asks: [[ask('what changed, and how it works now')]] },
    records: { facts: recordFacts(input), asks: [] },
    risk: riskAnswer(input),
    test: testAnswer(input),
    screenshots: screenshots(input),
    feedback: { facts: [], asks: [[choose(feedbackKinds)]] },
    reviewers: { facts: input.reviewers.map((reviewer) => reviewerRow(reviewer, input)), asks: [] },
  };
}

/** The answers without those on topics that are told elsewhere. */
export function withoutTopics(answers: Answers, told: ReadonlySet<string>): Answers {
  const entries = Object.entries(answers).map(([topic, answer]) => [
    topic,
    told.has(topic) ? { facts: [], asks: [] } : answer,
  ]);
  return Object.fromEntries(entries) as Answers;
}

/** Closing words only where the author's own commits have them, because a host acts on them. */
function ticketFacts({ ticket, closings, refs }: PullRequestInput): string[] {
  const closed = closings.map(({ word, target }) => `${word} ${target}`);
  const isClosed = closings.some(({ target }) => target === ticket);
  return [
    ...closed,
    ...(ticket === null || isClosed ? [] : [`For ${ticket}`]),
    ...refs.map((target) => `Refs ${target}`),
  ];
}

/** Risks whose damage a revert of the code does not undo. */
const grave: ReadonlySet<string> = new Set([
  'migration',
  'authorisation',
  'secret',
  'configuration',
  'public-api',
  'moved-api',
  'ci',
]);

function riskAnswer({ risks, change }: PullRequestInput): Answer {
  const breaking = breakingLines(change.lasting.commits);
  const isGrave = breaking.length > 0 || risks.some(({ code }) => grave.has(code));
  const question = isGrave ? 'how one would notice, and how it is taken back' : 'what can go wrong, and what then';
  const none = risks.length + breaking.length === 0 ? 'none, or: ' : '';
  const said = saidOn('risk', change.lasting.commits);
  return {
    facts: below(said, [...breaking, ...risks.map((risk) => `- ${riskLine(risk)}`)]),
    asks: said.length > 0 && !isGrave ? [] : [['- ', isGrave ? 'If it goes wrong: ' : '', ask(`${none}${question}`)]],
  };
}

/** Owners are named without files, which the host shows. Only the host knows whether the author is in an owning team. */
function riskLine(risk: Risk): string {
  const { code, count: number, detail } = risk;
  return code === 'other-owners' ? `${count(number, 'file')} owned by ${inlineText(detail)}` : riskRow(risk);
}

function testAnswer(input: PullRequestInput): Answer {
  const said = saidOn('test', input.change.lasting.commits);
  return {
    facts: below(said, testFacts(input)),
    asks: said.length > 0 ? [] : [['- ', ask('what to do, and what should happen then')]],
  };
}

/** Lines that commits have on a topic, below a label such as `How to test:`. */
function saidOn(part: 'test' | 'risk', commits: PullRequestInput['change']['commits']): readonly string[] {
  const blocks = labelledBlocks(part, commits).slice(0, mostSaid);
  return blocks.flatMap((block, at) => (at === 0 ? block : ['', ...block]));
}

function below(said: readonly string[], facts: readonly string[]): readonly string[] {
  return said.length > 0 && facts.length > 0 ? [...said, '', ...facts] : [...said, ...facts];
}

function testFacts({ change, commands }: PullRequestInput): string[] {
  const tests = testsIn((change.files ?? []).filter(({ status }) => status !== 'deleted').map(({ path }) => path));
  const names = listedUpTo(mostNamed, tests.slice(0, mostNamed).map(codeText), tests.length);
  // In a change of prose alone there is nothing to run.
  const isRun = (change.files ?? []).some(({ path }) => !isProsePath(path));
  const runs = (isRun ? commands : []).map(({ command, source }) => `${codeText(command)} (${inlineText(source)})`);
  return [
    ...(tests.length > 0 ? [`- Tests changed: ${names}`] : []),
    ...(runs.length > 0 ? [`- To run, as the repository says: ${runs.join(', ')}`] : []),
  ];
}

function isSeen(path: FilePath): boolean {
  return uiFile.test(path) && !notUi.test(path) && !isTest(path) && !isGenerated(path);
}

/** Empty where a user would see no difference. */
function screenshots({ change }: PullRequestInput): Answer {
  const touched = (change.files ?? []).filter(({ path }) => isSeen(path));
  return { facts: [], asks: touched.length > 0 ? [[ask('before and after, or: why nothing looks different')]] : [] };
}

function reviewerRow({ owner, person, files }: Reviewer, { now, zone }: PullRequestInput): string {
  const who = person === null ? codeText(owner) : `${codeText(owner)}, ${inlineText(person.name, 60)}`;
  const hours = hoursOf(person, now, zone);
  return `- Could review: ${who} (owns ${count(files, 'changed file')}${hours === '' ? '' : `; ${hours}`})`;
}
