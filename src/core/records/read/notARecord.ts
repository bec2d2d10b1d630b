import { stemOf } from '../../names/spelling';
import type { Section, SourceDocument } from '../../text/document';
import { inlineLinks } from '../../text/inlineLinks';
import { type Line, textOf } from '../../text/line';
import { plainText } from '../../text/plainText';
import { isTitleOfForm, isUnfilled } from '../../text/unfilled';
import { commaSet } from '../../text/wordList';
import { isDecided, type RecordKind } from '../record';
import { isModelNoun, isTemplateNoun, templateNameWords } from '../templateWords';
import { valueOfDecision } from './decision';
import { type Field, fieldsNamed } from './field';
import type { NamedRecord } from './fileName';
import { isOfProcedure, sectionNames } from './sectionNames';
import type { StatedStatus } from './status';
import { isChoice } from './statusWords';

/** Why a file that lies among records is none. */
export type NotARecord = 'empty' | 'prompt' | 'include-stub' | 'index' | 'template' | 'no-evidence';

/** Words that the name of a template is made of, besides numbers and what holds their place. */
const templateWords = commaSet(`
  skeleton, example, default, general, minimal, bare, long, short, full, blank, empty, simple,
  new, copy, me, the, title, your, my, of, for, adr, adrs, rfc, rfcs, kep, madr, nygard, decision, decisions, record,
  records, proposal, runbook, architecture, architectural, yyyymmdd, yyyy, mm, dd,
  de, en, fr, es, pt, it, da, nl, sv, no, pl`);
const placeOfNumber = /^(?:x{1,4}|n{3,4}|\d{1,6})$/;
/** A README or the like, which may be the folder's index. */
const indexName = /^(?:readme|index|toc|summary|contents|_index|overview|current[-_]adrs)$/i;
/** Folders that hold records and are none. */
const recordFolder =
  /^(?:docs?|.*adrs?|.*decisions?|.*records?|.*rfcs?|.*architecture|.*proposals?|.*templates?|readme|index)$/i;
/** Files of one line that put another file in their place: MkDocs, Sphinx, AsciiDoc, Docusaurus, GitBook, DocFX. */
const include = /^(?:\.\. include::|include::|--8<--|\{!|\{%-? include|:::include|@include|!INCLUDE|\[!INCLUDE)/i;
const operations =
  /\b(?:incidents?|alerts?|outages?|roll(?:ing)? ?back|rollout|restor\w{1,4}|recover\w{0,4}|fail ?over|mitigat\w{1,4}|diagnos\w{1,4}|escalat\w{1,4}|on ?call|severity|deploy\w{0,5}|rotat\w{1,4}|symptoms?|störung|vorfall|incidente?)\b/i;
/** What every placeholder has one of; saves looking closely at each line. */
const mayAsk = /[[{<]|yyyy|mm|xx|nnn|title|number|everyone|[-\s](?:x|n{2})/i;
/** What is left of a symbolic link that was checked out as text. */
const pathOnly = /^\.{0,2}\/?(?:[\w.@ -]{1,80}\/){1,15}[\w.@ -]{1,80}$/;

/** All that is left at an old address. */
const moved =
  /^\W{0,3}(?:(?:this|the) \w{1,12} )?(?:(?:is|was|has been) )?(?:now )?(?:moved|renamed) to \W{0,3}\[[^\]]{1,200}\]\([^()\s]{1,300}\)\W{0,2}$/i;

/** What the first pass over a document found. */
export interface Findings {
  readonly named: NamedRecord;
  readonly title: Section | null;
  readonly fields: readonly Field[];
  readonly stated: StatedStatus;
}

/** Null for a record. Guides and handoffs are never templates or indexes by their content. */
export function whyNotARecord(document: SourceDocument, kind: RecordKind, findings: Findings): NotARecord | null {
  const texts = textsOf(document.lines);
  if (texts.length === 0 && document.frontMatter.entries.length === 0) {
    const isStub = document.lines.some((line) => line.kind === 'code' || line.kind === 'hidden');
    return isStub && document.lines.length < 12 ? 'include-stub' : 'empty';
  }
  if (isStub(texts)) return 'include-stub';
  if (kind === 'runbook' && isPrompt(document, texts)) return 'prompt';
  if (kind === 'guide' || kind === 'handoff') return null;
  if (isTemplate(document, findings, texts)) return 'template';
  if (kind === 'runbook' && isOtherPlaybook(document)) return 'no-evidence';
  if (isAboutRecords(document, kind, findings)) return 'index';
  return isIndex(document, kind, findings.stated, texts) ? 'index' : null;
}

/** Without those that show nothing. */
function textsOf(lines: readonly Line[]): readonly string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const text = textOf(line);
    if (text !== null && /\S/.test(text)) texts.push(text);
  }
  return texts;
}

/**
 * Whether a document that nothing but its number or folder makes a candidate is a decision or proposal: it states a status
 * that is one, and whose it is, or has a section for the decision or a title with the number of a series. A status in the
 * house's own word (`DEMONSTRATED`) counts where it says whose it is, below a title with the number of its name.
 */
export function showsDecision(document: SourceDocument, { named, title, fields, stated }: Findings): boolean {
  if (stated.status === 'none' || stated.field?.zone === 'body') return false;
  const words = (title ?? document.sections[0])?.heading.text ?? '';
  if (otherSeries.test(plainText(words))) return false;
  const isTitled = /\b(?:ADR|RFC|RFD|KEP|TEP|OEP)s?[-_ #:]{0,3}\d{1,6}\b/.test(words);
  const isSigned = fieldsNamed(fields, 'authors', 'owners', 'deciders').some(({ zone }) => zone !== 'body');
  if (stated.status === 'other') {
    const number = /^(?:\p{L}+\s)?(?:[A-Z]{2,6}[-_ #:]{0,3})?(\d{3,6})\b/u.exec(plainText(words))?.[1];
    return isSigned && number !== undefined && number === named.id && isOneWord(stated.text);
  }
  return (
    isTitled ||
    isSigned ||
    document.sections.some((section) => section !== title && sectionNames.decision.has(section.name))
  );
}

/** `Type: Standards Track` in the head, or `CAP: 0021`, the name of the file; tickets of such names have none. */
export function showsProposal({ path, lines, frontMatter }: SourceDocument, { stated }: Findings): boolean {
  if (stated.status === 'none' || stated.field?.zone === 'body') return false;
  const name = stemOf(path).toLowerCase();
  const isType = (key: string, value: string) =>
    (/^:?type$/i.test(key.trim()) && proposalType.test(value.trim())) ||
    `${key.trim()}-${/^(?:[A-Z]+-)?(\S*)/.exec(value.trim())?.[1]}`.toLowerCase() === name;
  if (frontMatter.entries.some(({ key, values }) => isType(key, values[0] ?? ''))) return true;
  return lines.slice(0, 40).some((line) => {
    if (line.kind === 'attribute') return isType(line.name, line.text);
    const [, key = '', value = ''] = /^\W{0,4}(\w+)\W{0,3}:\W{0,4}(.{1,40})$/.exec(textOf(line) ?? '') ?? [];
    return isType(key, value);
  });
}

const proposalType = /^(?:standards?[ -]track|process|informational|meta)\b/i;

/** Requirements and work are numbered, have a status and may decide something. */
const otherSeries = /^(?:PRD|REQ|N?FR|US|TASK|EPIC|BUG|ISSUE|STORY|TICKET|TEST|TC)[-_ ]?\d/;

function isOneWord(status: string | null): boolean {
  return status !== null && /^\p{L}[\p{L}-]{2,30}$/u.test(status.trim());
}

/** Whether a numbered section of a document that holds several says that it is one: by a status, or by what was decided. */
export function isDecisionOfLog(section: SourceDocument, { status, field }: StatedStatus): boolean {
  const isStated = status !== 'none' && status !== 'other' && field?.zone !== 'body';
  return (
    isStated ||
    section.sections.some(({ name }) => sectionNames.decision.has(name)) ||
    section.lines.some((line) => valueOfDecision(line) !== null)
  );
}

/** What a model is told to be: a playbook of that kind is no procedure. */
function isPrompt(document: SourceDocument, texts: readonly string[]): boolean {
  const isAddressed =
    /^["'*_>\s]{0,6}(?:you are (?:an?|the) |act as (?:an?|the) |du bist (?:ein|eine|der|die) |tu es (?:un|une|le|la) |eres (?:un|una|el|la) )/i;
  return (
    document.sections.some(({ name }) => /^(?:system|agent|role|base) ?prompts?$/.test(name)) ||
    texts.slice(0, 6).some((text) => isAddressed.test(text))
  );
}

/** A page on how the team keeps its records: without a number, a status and a decision, it is called after all of them. */
function isAboutRecords(document: SourceDocument, kind: RecordKind, { named, title, stated }: Findings): boolean {
  if (!isDecided(kind) || stated.status !== 'none') return false;
  if (document.sections.some(({ name }) => sectionNames.decision.has(name))) return false;
  if (named.id === null && besideRecords.test(stemOf(document.path))) return true;
  if (/\d/.test(stemOf(document.path))) return false;
  const heading = plainText(title?.heading.text ?? '');
  return /\b(?:ADRs|RFCs|(?:architectur(?:e|al) )?decision (?:records|logs?))\b/i.test(heading);
}

/** `minutes-2024-05-06`, `review-checklist`, `log`: what people keep beside their records. */
const besideRecords =
  /^(?:log|history)$|^(?:minutes|agenda|meeting[-_ ]?(?:notes|minutes|log)|protokoll)(?:[-_ .]|$)|(?:^|[-_ ])(?:check-?list|agenda|minutes|meeting[-_ ]?notes|protokoll)$/i;

/** Sales, hiring and games have playbooks too: one for operations has commands, steps, or their words in a heading. */
function isOtherPlaybook({ path, lines, sections }: SourceDocument): boolean {
  if (!/playbook/i.test(path) || /run-?books?/i.test(path)) return false;
  return !(
    lines.some((line) => line.kind === 'code') ||
    sections.some(({ name }) => isOfProcedure(name) || operations.test(name))
  );
}

function isStub(texts: readonly string[]): boolean {
  const [first = ''] = texts;
  return (
    texts.length <= 2 && (include.test(first) || (texts.length === 1 && (pathOnly.test(first) || moved.test(first))))
  );
}

/**
 * Several signs together: the name, a title that is a form's, a status of choices, a date of letters, and how much of
 * the text is in brackets that ask for something. A record that kept a few of the brackets is still one.
 */
function isTemplate(document: SourceDocument, { named, title, fields }: Findings, texts: readonly string[]): boolean {
  const { id, slug } = named;
  const isNamed = isOfTemplateWords(slug);
  // A number makes `0005-adr-template.md` a decision about templates; 0000 is where templates are kept.
  if (isNamed && !/[1-9]/.test(id ?? '')) return true;
  const heading = title ?? document.sections.find((section) => section.heading.level === 1);
  const [front] = fieldsNamed(fields, 'title').filter(({ zone }) => zone === 'front');
  const hasFormTitle = isFormTitle(heading?.heading.text ?? '') || isFormTitle(front?.values[0] ?? '');
  const hasFormStatus = isUnfilledField(fieldsNamed(fields, 'status'));
  const hasFormDate = isUnfilledField(fieldsNamed(fields, 'date'));
  const isAsking = (text: string) => mayAsk.test(text) && asksFor(plainText(text, document.definitions));
  const isBare = texts.length - document.sections.length < 3;
  if (isNamed) return hasFormTitle || hasFormStatus || hasFormDate || isMoreThan(0.05, texts, isAsking);
  if (hasFormTitle) return hasFormStatus || hasFormDate || isBare || isMoreThan(0.2, texts, isAsking);
  return isMoreThan(hasFormStatus && hasFormDate ? 0.1 : 0.5, texts, isAsking);
}

/** Whether more than that share of the texts is so; looks at no more of them than settles it. */
function isMoreThan(share: number, texts: readonly string[], isSo: (text: string) => boolean): boolean {
  let found = 0;
  for (let at = 0; at < texts.length; at++) {
    if (isSo(texts[at] ?? '')) found++;
    if (found / texts.length > share) return true;
    if ((found + texts.length - at - 1) / texts.length <= share) return false;
  }
  return false;
}

/** A line that is all placeholder, its list mark apart. */
function asksFor(text: string): boolean {
  return isUnfilled(text.replace(/^\W{1,3}(?=[[{<])/, ''));
}

/** Every word, unlike the names of `isTemplateName`, of which a few tell without the text. */
function isOfTemplateWords(slug: string): boolean {
  const isOfTemplate = (word: string) =>
    isTemplateNoun(word) || isModelNoun(word) || templateWords.has(word) || placeOfNumber.test(word);
  return templateNameWords(slug.toLowerCase())?.every(isOfTemplate) ?? false;
}

function isFormTitle(markup: string): boolean {
  const text = plainText(markup).trim();
  const rest = text.replace(
    /^(?:(?:[a-z]{2,5}[-\s]?(?=\d)|adr|rfc)?[-\s]?(?:\d{1,6}|[xn]{1,4})?[\s.:\u2013\u2014-]{0,4})/i,
    '',
  );
  return (
    isUnfilled(markup) ||
    isUnfilled(rest) ||
    /(?:\{|<|\[)[^\]}>]{0,60}\b(?:title|number|name|decision)\b[^\]}>]{0,60}[}>\]](?!\()/i.test(markup) ||
    isTitleOfForm(rest) ||
    /^[A-Z]{4,8}\. TITLE/.test(text)
  );
}

function isUnfilledField(fields: readonly Field[]): boolean {
  const values = fields.filter(({ zone }) => zone !== 'body').flatMap((field) => field.values.slice(0, 8));
  return (
    values.length > 0 && values.every((value) => isUnfilled(value) || isChoice(value) || isUnfilled(plainText(value)))
  );
}

/** A list of links to records, or a README among records that states nothing of its own. */
function isIndex(
  document: SourceDocument,
  kind: RecordKind,
  { status }: StatedStatus,
  texts: readonly string[],
): boolean {
  const name = (document.path.split('/').at(-1) ?? '').replace(/\.[^.]{1,10}$/, '');
  const isListOver = (share: number) => linkShare(texts, document) > share;
  const isNumbered = /\d/.test(stemOf(document.path));
  if (name === '_index') return true;
  // The README of a numbered folder is the record, and may list its chapters.
  const isOwnPage = isNumbered && indexName.test(name);
  if (/^(?:\d{1,6}[-_. ])?(?:index|toc|readme)$/i.test(name) && !isOwnPage && isListOver(0.3)) return true;
  if (indexName.test(name) && !isNumbered && kind !== 'runbook') {
    // `use-foo/README.md` is a record of that folder where it decides something; `adr/README.md` explains the folder.
    const decides = document.sections.some((section) => sectionNames.decision.has(section.name));
    return isListOver(0.3) || (status === 'none' && (!decides || recordFolder.test(stemOf(document.path))));
  }
  return status === 'none' && isListOver(0.6);
}

/** The share of lines that are little more than links to sibling documents. */
function linkShare(texts: readonly string[], document: SourceDocument): number {
  if (texts.length < 3) return 0;
  const listed = texts.filter((text) => {
    const [link] = inlineLinks(text, document.definitions);
    return link !== undefined && !/^[a-z]+:|^#/i.test(link.href) && /\d|\.(?:md|rst|adoc)/.test(link.href);
  }).length;
  return listed / texts.length;
}
