import { isRequest } from './requests';
import type { TemplateLine, TemplateSection } from './templateSections';
import { topicsOfSentence } from './topics';
import type { Topic } from './topicTable';

/**
 * Lines of a template's section in whose place an answer goes: requests and gaps that ask for one of the answered
 * topics, or for nothing in particular. A request for something else stays, because it is still to be answered; a comment
 * or a sentence of several lines goes or stays as a whole.
 */
export function requestLines(section: TemplateSection, answered: ReadonlySet<Topic>): ReadonlySet<TemplateLine> {
  const isAnswered = (text: string) => {
    const words = withoutMarks(text);
    const topics = topicsOfSentence(words.replace(addressee, '')) ?? topicsOfSentence(words);
    return topics === null ? isRequest(text) || !field.test(words) : topics.some((topic) => answered.has(topic));
  };
  const requests = requestsOf(section).filter(([first, ...more]) =>
    first?.kind === 'comment'
      ? [first, ...more].every(({ text }) => isAnswered(text))
      : isAnswered([first, ...more].map((line) => line?.text.trim()).join(' ')),
  );
  return new Set(requests.flat());
}

/** Comments and sentences that ask for words, each with all of its lines. */
function requestsOf({ level, lines }: TemplateSection): readonly (readonly TemplateLine[])[] {
  const requests: TemplateLine[][] = [];
  let open: TemplateLine[] | null = null;
  for (const line of lines) {
    const { kind, text } = line;
    if (kind !== 'prompt' && (kind !== 'comment' || level === 0)) {
      open = null;
      continue;
    }
    const last: TemplateLine | undefined = open?.at(-1);
    if (open && last?.kind === kind && (kind === 'comment' || !beginsAnew.test(text))) open.push(line);
    else {
      open = [line];
      requests.push(open);
    }
    if (kind === 'comment' ? text.includes('-->') : endsSentence.test(text)) open = null;
  }
  return requests;
}

/** A gap behind a label, which says what belongs there: `Docs: https://acme.example/XXXX`. */
const field = /^\p{Lu}[^:.!?]{1,40}:[ \t]+\S/u;
/** Whom the words are for is not what they are about. */
const addressee = / for (?:the |your |our )?(?:reviewers?|maintainers?)\b/i;
const beginsAnew = /^\s*(?:[-*+>]|\d{1,3}[.)])(?:\s|$)/;
const endsSentence = /[.!?:。！？][\s)"*_]{0,4}$/;

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
