import type { TemplateLine, TemplateSection } from './templateSections';
import { topicsOfSentence } from './topics';
import type { Topic } from './topicTable';

/**
 * Lines of a template's section in whose place an answer goes: requests and gaps that ask for one of the answered
 * topics, or for nothing in particular. A request for something else stays, because it is still to be answered.
 */
export function requestLines(
  { level, lines }: TemplateSection,
  answered: ReadonlySet<Topic>,
): ReadonlySet<TemplateLine> {
  const asking = lines.filter(({ kind }) => kind === 'prompt' || (kind === 'comment' && level > 0));
  return new Set(
    asking.filter(({ text }) => {
      const topics = topicsOfSentence(withoutMarks(text));
      return topics === null || topics.some((topic) => answered.has(topic));
    }),
  );
}

/** What a section whose heading says nothing asks for in its own words. */
export function requestedTopics({ topics, lines }: TemplateSection): readonly Topic[] {
  if (topics !== null) return [];
  return lines.flatMap(({ text, kind }) =>
    kind === 'prompt' || kind === 'comment' ? (topicsOfSentence(withoutMarks(text)) ?? []) : [],
  );
}

function withoutMarks(text: string): string {
  return text.replace(/^[\s>*_([]*(?:<!--\s*)?(?:please|briefly)?\s*/i, '');
}
