import type { SourceDocument } from '../../text/document';
import { type Line, textOf } from '../../text/line';
import type { RecordKind } from '../record';
import type { Findings } from './findings';
import { isAboutRecords, isIndex } from './indexPage';
import { operationWords } from './operationWords';
import { isOfProcedure } from './sectionNames';
import { isTemplate } from './templateDocument';

/** Why a file that lies among records is none. */
export type NotARecord = 'empty' | 'prompt' | 'include-stub' | 'index' | 'template' | 'no-evidence';

/** Files of one line that put another file in their place: MkDocs, Sphinx, AsciiDoc, Docusaurus, GitBook, DocFX. */
const include = /^(?:\.\. include::|include::|--8<--|\{!|\{%-? include|:::include|@include|!INCLUDE|\[!INCLUDE)/i;
const operations = new RegExp(String.raw`\b(?:${operationWords}|on ?call|severity|symptoms?|incidente?)\b`, 'i');
/** What is left of a symbolic link that was checked out as text. */
const pathOnly = /^\.{0,2}\/?(?:[\w.@ -]{1,80}\/){1,15}[\w.@ -]{1,80}$/;

/** The only text of a page that was moved. */
const moved =
  /^\W{0,3}(?:(?:this|the) \w{1,12} )?(?:(?:is|was|has been) )?(?:now )?(?:moved|renamed) to \W{0,3}(?:\[[^\]]{1,200}\]\([^()\s]{1,300}\)|https?:\/\/[^\s<>()]{1,300})\W{0,2}$/i;

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

/** The texts of lines, without blank ones. */
function textsOf(lines: readonly Line[]): readonly string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const text = textOf(line);
    if (text !== null && /\S/.test(text)) texts.push(text);
  }
  return texts;
}

/** Whether a text tells a language model what it is: a playbook of that kind is no procedure. */
function isPrompt(document: SourceDocument, texts: readonly string[]): boolean {
  const isAddressed =
    /^["'*_>\s]{0,6}(?:you are (?:an?|the) |act as (?:an?|the) |du bist (?:ein|eine|der|die) |tu es (?:un|une|le|la) |eres (?:un|una|el|la) )/i;
  return (
    document.sections.some(({ name }) => /^(?:system|agent|role|base) ?prompts?$/.test(name)) ||
    texts.slice(0, 6).some((text) => isAddressed.test(text))
  );
}

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
