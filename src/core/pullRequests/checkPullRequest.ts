import { type Finding, finding, type Gap, gapsAt } from '../drafts/gap';
import type { Risk } from '../drafts/handoffInput';
import { withoutPrompts } from '../drafts/prompts';
import { usualDays, usualHours } from '../team/team';
import { splitLines } from '../text/lineEnds';
import { isUnfilled } from '../text/unfilled';
import { findDeadlines } from '../time/deadlines';
import type { Instant } from '../time/zone';
import { namesIssue } from './issueLine';
import { type TemplateSection, templateSections } from './templateSections';
import type { Topic } from './topicTable';

/** `risk-unspoken`: the text does not mention a risk of the change. `unclear-deadline`: elsewhere it is another time. */
export type PullRequestCode = 'no-why' | 'no-test' | 'risk-unspoken' | 'placeholder' | 'unclear-deadline';

type PullRequestFinding = Finding<PullRequestCode>;

export interface PullRequestContext {
  readonly now: Instant;
  /** Risks of the change; empty where the change is not known. */
  readonly risks: readonly Risk[];
  /** The template that the text began as: its words are not the author's. Null where there is none. */
  readonly template: string | null;
}

/** A section of a text, with where it begins and what its author wrote into it. */
interface Written {
  readonly section: TemplateSection;
  /** Number of its heading; counts from 1. */
  readonly line: number;
  /** Number of the line after the section. */
  readonly end: number;
  readonly words: string;
}

/** From this many words on, a text counts as a reason. */
const fewestWords = 3;
const mostGaps = 50;

/** Words by which a text mentions a risk. Risks that are not here are no surprise to a reviewer. */
const spoken: Partial<Record<Risk['code'], RegExp>> = {
  migration: /migrat|schema|backfill|roll(?:ing|ed)? ?back|\bddl\b/i,
  authorisation: /auth|permission|\baccess\b|log-?in|\broles?\b|polic|session|password|\bsso\b/i,
  secret: /secret|credential|token|\bkeys?\b|certificate|vault/i,
  'public-api': /\bapis?\b|breaking|compatib|contract|interface|caller|clients?\b|endpoint|schema/i,
  'moved-api': /\bmov(?:e[sd]?|ing)\b|renam|remov|delet|breaking|compatib|import|require/i,
  configuration: /config|setting|\bflags?\b|environment|deploy|infrastructure/i,
  ci: /\bci\b|pipeline|workflow|\bbuilds?\b|releas|docker|image/i,
  'lock-file': /dependenc|upgrad|\bbump|lock ?file|packages?\b|version/i,
  deletion: /delet|remov|drop|clean|retire|obsolete|unused/i,
};
const testing =
  /\btest(?:s|ed|ing)?\b|\bverif(?:y|ied|ies)\b|\breproduc|\bqa\b|\bmanual(?:ly)?\b|\bchecked\b|screenshot/i;

/** What the text of any pull request lacks, by line; whatever its headings are, and without any. */
export function checkPullRequest(text: string, context: PullRequestContext): readonly Gap<PullRequestCode>[] {
  const template = new Set(splitLines(context.template ?? '').map((line) => line.trim()));
  const sections = templateSections(text);
  const written = writtenIn(sections, template);
  const empty = [...noWhy(written), ...noTest(written)];
  const findings = [
    ...empty,
    ...unspoken(written, context.risks),
    ...placeholders(sections, template).filter(({ line }) => !isReportedBy(empty, line, written)),
    ...unclear(text, context.now),
  ];
  return gapsAt(text, findings).slice(0, mostGaps);
}

function writtenIn(sections: readonly TemplateSection[], template: ReadonlySet<string>): readonly Written[] {
  let line = 1;
  return sections.map((section) => {
    const start = line + section.above.length;
    line = start + section.heading.length + section.lines.length;
    const own = section.lines.filter(({ text: each, kind }) => {
      if (kind === 'comment' || kind === 'note' || kind === 'issue') return false;
      return !template.has(each.trim()) && !isGap(each) && !/^\s*[-*+]\s+\[ ?\]/.test(each);
    });
    return { section, line: start, end: line, words: withoutPrompts(own.map(({ text: each }) => each).join('\n')) };
  });
}

function noWhy(written: readonly Written[]): PullRequestFinding[] {
  const asking = written.filter(({ section }) => isAbout(section, 'why'));
  const places = asking.length > 0 ? asking : written.filter(({ section }) => !isAbout(section, 'test'));
  if (places.some(({ words }) => (words.match(/[\p{L}\p{N}]{2,}/gu) ?? []).length >= fewestWords)) return [];
  return [finding('no-why', asking[0]?.line ?? 1, headingOf(asking[0]))];
}

function noTest(written: readonly Written[]): PullRequestFinding[] {
  const asking = written.filter(({ section }) => isAbout(section, 'test'));
  if (asking.some(({ words }) => /[\p{L}\p{N}]{2}/u.test(words))) return [];
  if (asking.length === 0 && written.some(({ words }) => testing.test(words))) return [];
  return [finding('no-test', asking[0]?.line ?? 1, headingOf(asking[0]))];
}

/** Risks that the text does not mention; naming one of the files is enough. */
function unspoken(written: readonly Written[], risks: readonly Risk[]): PullRequestFinding[] {
  const words = written.map((each) => each.words).join('\n');
  const line = written.find(({ section }) => isAbout(section, 'risk'))?.line ?? 1;
  return risks.flatMap(({ code, files }) => {
    const names = files.map((path) => path.slice(path.lastIndexOf('/') + 1));
    const isSpoken = spoken[code]?.test(words) !== false || names.some((name) => words.includes(name));
    return isSpoken ? [] : [finding('risk-unspoken', line, `${code} ${files[0] ?? ''}`)];
  });
}

/** Prompts and gaps that are left. A line about an issue is filled where it names another than the template's example. */
function placeholders(sections: readonly TemplateSection[], template: ReadonlySet<string>): PullRequestFinding[] {
  const lines = sections.flatMap(({ above, heading, lines: own }) => [
    ...[...above, ...heading].map((line) => ({ text: line, kind: 'fixed' as const, below: '' })),
    ...own.map((line) => ({ ...line, below: withoutHashes(heading[0] ?? '') })),
  ]);
  return lines.flatMap(({ text: line, kind, below }, at) => {
    const prompt = /‹([^‹›]{1,200})›/.exec(line)?.[1];
    if (prompt !== undefined) return [finding('placeholder', at + 1, prompt)];
    const isOpenIssue = kind === 'issue' && (!namesIssue(line) || template.has(line.trim()));
    return isOpenIssue || (kind === 'prompt' && isGap(line))
      ? [finding('placeholder', at + 1, withoutMark(line) || below)]
      : [];
  });
}

/** Whether the section of a line is reported as a whole already, so that the line would report the same gap again. */
function isReportedBy(empty: readonly PullRequestFinding[], line: number, written: readonly Written[]): boolean {
  const around = written.find((each) => each.line <= line && line < each.end);
  // Without a section that asks for it, a reason or a test is missing from the text as a whole.
  const isSection = (one: PullRequestFinding) => one.detail !== '' && one.line === around?.line;
  return around !== undefined && around.section.level > 0 && empty.some(isSection);
}

function unclear(text: string, now: Instant): PullRequestFinding[] {
  const author = { zone: 'UTC', hours: usualHours, days: usualDays };
  return findDeadlines(text, { now, author, reader: null }).map(({ offset, length }) =>
    finding('unclear-deadline', text.slice(0, offset).split('\n').length, text.slice(offset, offset + length)),
  );
}

/** Whether a line is no answer. */
function isGap(line: string): boolean {
  const words = withoutMark(line);
  return /^(?:todo|tbd|tba|xxx+|\.{3}|…|-{1,2}|)$/i.test(words) || isUnfilled(words);
}

function withoutMark(line: string): string {
  return line.replace(/^\s*(?:[-*+>]|\d{1,3}[.)])(?:\s+|$)/, '').trim();
}

function isAbout({ topics }: TemplateSection, topic: Topic): boolean {
  return topics?.includes(topic) ?? false;
}

function headingOf(written: Written | undefined): string {
  return withoutHashes(written?.section.heading[0] ?? '');
}

function withoutHashes(heading: string): string {
  return heading.replace(/^[\s#]+/, '');
}
