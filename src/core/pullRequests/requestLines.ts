import type { LineKind, TemplateLine, TemplateSection } from './templateSections';
import { topicsOf } from './topics';
import type { Topic } from './topicTable';

const mostWordsOfGap = 4;
const mostSentences = 6;
const longestSentence = 300;
const asking: readonly LineKind[] = ['prompt', 'comment'];

/** What is more than words to an author: code, links, boxes, tables, commands, and what leads over to such. */
const substance = /[`|<]|https?:|\]\(|%\{|^[-*+]\s+\[|^[/@#]|:\s*$|^[^\p{L}]*$/u;
const listMark = /^(?:[-*+]|\d{1,3}[.)])\s+/;

/**
 * Lines of a template's section in whose place an answer goes: prompts, and below a heading a few plain sentences in any
 * language, and a list of gaps such as `A`, `B`, `C`.
 */
export function requestLines({ level, lines }: TemplateSection): ReadonlySet<TemplateLine> {
  const prompts = lines.filter(({ kind }) => kind === 'prompt' || (kind === 'comment' && level > 0));
  if (level === 0) return new Set(prompts);
  const plain = lines.filter(({ text, kind }) => kind === 'fixed' && !substance.test(text.trim()));
  const items = plain.filter(({ text }) => listMark.test(text.trim()));
  const sentences = plain.filter((line) => !items.includes(line));
  const areGaps = items.every(({ text }) => text.trim().replace(listMark, '').split(/\s+/).length <= mostWordsOfGap);
  const areRequests =
    sentences.length <= mostSentences && sentences.every(({ text }) => text.length <= longestSentence);
  return new Set([...prompts, ...(areGaps ? items : []), ...(areRequests ? sentences : [])]);
}

/** What a section whose heading says nothing asks for in its own words. */
export function requestedTopics({ topics, lines }: TemplateSection): readonly Topic[] {
  if (topics !== null) return [];
  return lines.flatMap(({ text, kind }) => (asking.includes(kind) ? (topicsOf(withoutMarks(text)) ?? []) : []));
}

function withoutMarks(text: string): string {
  return text.replace(/^[\s>*_([]*(?:<!--\s*)?(?:please|briefly)?\s*/i, '');
}
