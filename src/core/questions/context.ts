import type { DraftLine } from '../drafts/draft';
import { recordRow } from '../drafts/parts/decisions';
import { count, listedUpTo } from '../drafts/words';
import type { CodePermalink, LineSpan, PermalinkProblem } from '../permalinks/codePermalink';
import type { MaskedSecret } from '../secrets/maskSecrets';
import { codeText, inlineText } from '../text/escape';
import { fencedCode } from '../text/markdownText';
import { writeDay } from '../time/writeClock';
import type { CodeProblem, LastTouch, QuestionCode, QuestionInput } from './questionInput';

const shortHash = 10;
const mostProblems = 8;
const mostPeople = 4;
const mostVersions = 10;

/** What the editor and git know of the place; what is not known is left out. */
export function context(input: QuestionInput): DraftLine[][] {
  const { code, records } = input;
  const facts = [
    ...(code?.problems.slice(0, mostProblems).map(problemRow) ?? []),
    ...moreProblems(code),
    ...rows(input),
  ];
  const parts: DraftLine[][] = [
    ...(code === null ? [] : [[placeLine(code)], fencedCode(code.text, code.language), warnings(code)]),
    facts,
    // The file is named above its code, and a path in the middle of a clause would have to be read twice.
    records.map((record) => `- ${recordRow(record, 'this file')}`),
  ];
  const known = parts.filter((part) => part.length > 0);
  return known.length === 0 ? [] : [['## Context'], ...known];
}

function placeLine({ path, lines, symbol, permalink }: QuestionCode): string {
  const place = codeText(`${path}:${lineRange(lines)}`);
  const within = symbol === null ? '' : ` in ${codeText(symbol)}`;
  return `${place}${within}${permalink?.url ? ` · [${linkName(permalink, lines)}](<${permalink.url}>)` : ''}`;
}

/** Local edits move lines: the address shows other numbers than the question has. */
function linkName({ problem, lines: there }: CodePermalink, { first, last }: LineSpan): string {
  if (problem === 'whole-file') return 'permalink to the file';
  if (there === null || (there.first === first && there.last === last)) return 'permalink';
  return `permalink, ${there.first === there.last ? 'line' : 'lines'} ${lineRange(there)} there`;
}

function warnings({ permalink, masked, lines: { last }, cut }: QuestionCode): string[] {
  const quotes = [
    cut === 0
      ? ''
      : `**Not all of it:** ${count(cut, 'selected line')} after line ${last} ${cut === 1 ? 'is' : 'are'} not shown here.`,
    permalink === null ? '' : pushedWarning(permalink),
    masked.length === 0 ? '' : maskedNote(masked),
  ].filter((quote) => quote !== '');
  return quotes.flatMap((quote, at) => (at === 0 ? [`> ${quote}`] : ['>', `> ${quote}`]));
}

/** The beginning of the note that says what was masked. */
export const maskedStart = '**Masked in this question:**';

/** Says what was masked, so that the reader can ask for it elsewhere. */
export function maskedNote(masked: readonly MaskedSecret[]): string {
  const hidden = masked.map(({ rule, line }) => `${inlineText(rule, 60)} in line ${line}`);
  return `${maskedStart} ${listedUpTo(5, hidden)}.`;
}

const problemWords: Readonly<Record<PermalinkProblem, string>> = {
  'no-remote': 'No permalink: the repository has no remote.',
  'unknown-host': "No permalink: the remote's host does not say what it runs.",
  'nothing-pushed': '**Not visible to you yet:** nothing of this history is pushed.',
  'file-not-pushed': '**Not visible to you yet:** the file is not pushed.',
  'lines-not-pushed': '**Not visible to you yet:** these lines are not pushed.',
  'whole-file': 'What is pushed could not be compared with these lines: it is too large, or no text.',
};

/** Says which lines the reader cannot see behind the permalink. */
function pushedWarning({ problem, missing, commit }: CodePermalink): string {
  if (problem !== null) return problemWords[problem];
  if (missing.length === 0) return '';
  const at = commit === null ? '' : `, commit ${codeText(commit.slice(0, shortHash))}`;
  return `**Not visible to you yet:** ${lineList(missing)} ${missing.length === 1 ? 'differs' : 'differ'} from what is pushed${at}.`;
}

/** A problem's message as a question quotes it. */
export function problemText(message: string): string {
  return inlineText(message, 300);
}

function problemRow({ line, severity, message, source }: CodeProblem): string {
  const from = source === '' ? '' : ` (${codeText(source)})`;
  return `- **${severity.charAt(0).toUpperCase()}${severity.slice(1)}** in line ${line}${from}: ${problemText(message)}`;
}

function moreProblems(code: QuestionCode | null): string[] {
  const more = (code?.problems.length ?? 0) - mostProblems;
  return more > 0 ? [`- and ${count(more, 'problem')} more`] : [];
}

function rows(input: QuestionInput): string[] {
  const people = input.code?.people ?? [];
  const unpushed = input.code?.permalink?.unpushed ?? 0;
  const notPushed = unpushed === 0 ? '' : ` (${count(unpushed, 'commit')} not pushed)`;
  const state = [
    ...(input.branch === null ? [] : [`branch ${codeText(input.branch)}`]),
    ...(input.commit === null ? [] : [`commit ${codeText(input.commit.slice(0, shortHash))}${notPushed}`]),
    ...input.versions
      .slice(0, mostVersions)
      .map(({ name, version }) => `${inlineText(name, 40)} ${codeText(version.slice(0, 60))}`),
  ];
  return [
    ...(state.length === 0 ? [] : [`- **Seen with:** ${state.join(', ')}`]),
    ...(people.length === 0
      ? []
      : [
          `- **Last changed by:** ${listedUpTo(
            mostPeople,
            people.map((touch) => touchWords(touch, input)),
          )}${uncommittedWords(input.code?.uncommitted ?? [])}`,
        ]),
  ];
}

function touchWords({ name, instant, commit, subject }: LastTouch, { zone, now }: QuestionInput): string {
  const day = writeDay(instant, zone, now);
  return `${inlineText(name, 60)} on ${day} (${codeText(commit.slice(0, shortHash))}: ${inlineText(subject, 60)})`;
}

/** Says which lines have uncommitted changes, which the people named before have nothing to do with. */
function uncommittedWords(lines: readonly number[]): string {
  if (lines.length === 0) return '';
  return `; ${lineList(lines)} ${lines.length === 1 ? 'has' : 'have'} changes that are not committed`;
}

/** `41-57`, `41`. */
function lineRange({ first, last }: LineSpan): string {
  return first === last ? `${first}` : `${first}-${last}`;
}

/** `line 4`, `lines 4, 7-9 and 12`; numbers in rising order. */
function lineList(numbers: readonly number[]): string {
  const spans: LineSpan[] = [];
  for (const number of numbers) {
    const open = spans.at(-1);
    if (open?.last === number - 1) spans[spans.length - 1] = { first: open.first, last: number };
    else spans.push({ first: number, last: number });
  }
  return `${numbers.length === 1 ? 'line' : 'lines'} ${listedUpTo(6, spans.map(lineRange))}`;
}
