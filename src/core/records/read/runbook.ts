import { namesIn } from '../../names/people';
import type { SourceDocument } from '../../text/document';
import type { Line } from '../../text/line';
import { firstSentence, plainText, shorten } from '../../text/plainText';
import { isNothing, isUnfilled } from '../../text/unfilled';
import { anyOf } from '../../text/wordList';
import type { RunbookFacts } from '../record';
import { recordLimits } from '../recordLimits';
import { type Field, fieldsNamed } from './field';
import type { NamedRecord } from './fileName';
import { operationWords } from './operationWords';
import { isOfProcedure, sectionNames } from './sectionNames';

const maxSteps = 3;
/** `KubePodCrashLooping`, `etcdMembersDown`: how alerts are named. */
const alertName = /^(?:[A-Z][a-z0-9]*(?:[A-Z]+[a-z0-9]*){1,12}|[a-z][a-z0-9]*(?:[A-Z]+[a-z0-9]*){2,12})$/;

/** What the person on call needs first: the alert, the owner, the first steps. */
export function runbookFacts(
  document: SourceDocument,
  fields: readonly Field[],
  title: string,
  named: NamedRecord,
): RunbookFacts {
  const stated = fieldsNamed(fields, 'alert')
    .flatMap(({ values }) => values)
    .map((value) => plainText(value, document.definitions));
  const alert = stated.find((text) => !isNothing(text) && !isUnfilled(text) && text.length <= recordLimits.nameLength);
  const owners = fieldsNamed(fields, 'owners').flatMap(({ values }) => values);
  return {
    alert: alert ?? [title, named.slug].find((name) => alertName.test(name)) ?? null,
    owner: namesIn(owners, document.definitions)[0] ?? null,
    firstSteps: firstSteps(document),
  };
}

/**
 * The steps of the first section whose name promises some: its ordered list, else (where the name says what to do and
 * not what may be wrong) its bullets or paragraphs. Failing that, numbered headings, else the document's first ordered
 * list.
 */
function firstSteps(document: SourceDocument): readonly string[] {
  const sections = document.sections.filter(({ name }) => isOfProcedure(name));
  for (const { name, start, outerEnd } of sections) {
    const lines = document.lines.slice(start, outerEnd);
    const ordered = listIn(lines, true, document);
    const steps =
      ordered ??
      (sectionNames.steps.has(name) ? (listIn(lines, false, document) ?? paragraphsIn(lines, document)) : null);
    if (steps) return steps;
  }
  return numberedHeadings(document) ?? listIn(document.lines, true, document) ?? [];
}

/** Subjects of pages on operations that say what to do. */
const task = new RegExp(
  String.raw`\b(?:${anyOf(
    operationWords,
    /backups?|upgrad\w{1,4}|restart\w{0,4}|drain\w{0,4}|migrat\w{1,5}|scal\w{1,4}|patch\w{0,4}|provision\w{0,4}/,
    /troubleshoot\w{0,4}|releas\w{1,4}|runbook|procedure/,
  )})\b`,
  'iu',
);

/** A title that is a task: `Rotating keys`, `How to add a node`. */
const taskTitle = /^(?:how to |\p{L}{3,12}ing )/iu;

/** `Step 1`; numbers alone are of chapters, too. */
const stepHeading = /^(?:step|schritt|étape|paso|passo|шаг|krok)\s?\d/iu;

/** Sections that a reference has, too: how a thing is used is no task. */
const ofReference: ReadonlySet<string> = new Set([
  'usage',
  'process',
  'how to',
  'actions',
  'action',
  'response',
  'resolution',
]);

/**
 * Whether a page that only its folder suggests for a runbook says what to do: under a heading for steps, in headings
 * that are steps, or in an ordered list below a title or heading that names a task. A reference lists things in order, too.
 */
export function showsProcedure(document: SourceDocument): boolean {
  if (firstSteps(document).length === 0) return false;
  const isOfSteps = document.sections.some(({ name }) => isOfProcedure(name) && !ofReference.has(name));
  return (
    isOfSteps ||
    document.sections.some(({ heading }) => stepHeading.test(plainText(heading.text))) ||
    document.sections.some(({ heading: { level, text } }) => {
      const words = plainText(text);
      return task.test(words) || (level === 1 && taskTitle.test(words));
    })
  );
}

/** The first sentence of each paragraph. */
function paragraphsIn(lines: readonly Line[], document: SourceDocument): readonly string[] | null {
  const steps: string[] = [];
  for (let at = 0; at < lines.length && steps.length < maxSteps; at++) {
    const line = lines[at];
    if (line?.kind !== 'text' || lines[at - 1]?.kind === 'text') continue;
    const text = firstSentence(plainText([line.text, textBelow(lines, at)].join(' '), document.definitions));
    if (text.includes(' ') && !isUnfilled(text)) steps.push(shorten(text, recordLimits.sentenceLength));
  }
  return steps.length === 0 ? null : steps;
}

/** `## Step 1: Drain the node`, `## 1. Drain the node`. */
function numberedHeadings(document: SourceDocument): readonly string[] | null {
  const steps = document.sections.flatMap(({ heading }) => {
    const text = /^(?:step )?\d{1,2}\s{0,2}[.:)\u2013\u2014-]\s*(.+)$/is.exec(plainText(heading.text))?.[1];
    return text === undefined || heading.level === 1 ? [] : [shorten(text, recordLimits.sentenceLength)];
  });
  return steps.length < 2 ? null : steps.slice(0, maxSteps);
}

/** The first list's outermost items. */
function listIn(lines: readonly Line[], ordered: boolean, document: SourceDocument): readonly string[] | null {
  const start = lines.findIndex((line) => line.kind === 'item' && (line.ordered || !ordered));
  const first = lines[start];
  if (first?.kind !== 'item') return null;
  const steps: string[] = [];
  for (let at = start; at < lines.length && steps.length < maxSteps; at++) {
    const line = lines[at];
    if (line?.kind === 'heading') break;
    if (line?.kind === 'item' && line.indent === first.indent && line.ordered === first.ordered) {
      const text = firstSentence(plainText(`${line.text} ${textBelow(lines, at)}`, document.definitions));
      if (/\p{L}/u.test(text) && !isUnfilled(text)) steps.push(shorten(text, recordLimits.sentenceLength));
    }
  }
  return steps.length === 0 ? null : steps;
}

/** The lines that go on with an item or paragraph; six are enough for a sentence. */
function textBelow(lines: readonly Line[], at: number): string {
  const parts: string[] = [];
  for (let next = at + 1; next < at + 7; next++) {
    const line = lines[next];
    if (line?.kind !== 'text') break;
    parts.push(line.text);
  }
  return parts.join(' ');
}
