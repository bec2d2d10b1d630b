import { compose, type Draft, type DraftLine, separate } from '../drafts/draft';
import type { Answers } from './answers';
import type { Topic } from './topicTable';

interface Section {
  readonly heading: string;
  readonly topics: readonly Topic[];
  /** Whether the section is there even without facts, with its prompts. */
  readonly always: boolean;
}

/** The reason comes first, because the code cannot say it. */
const sections: readonly Section[] = [
  { heading: '## Why', topics: ['ticket', 'why'], always: true },
  { heading: '## What changed', topics: ['what'], always: true },
  { heading: '## Decisions and runbooks', topics: ['records'], always: false },
  { heading: '## Risk', topics: ['risk'], always: true },
  { heading: '## How to test', topics: ['test'], always: true },
  { heading: '## Screenshots', topics: ['screenshots'], always: false },
  { heading: '## Feedback wanted', topics: ['feedback', 'reviewers'], always: true },
];

/** Topics that keep their prompts below the facts, because the author has to add to them. */
const askedBesideFacts: ReadonlySet<Topic> = new Set(['risk', 'test', 'screenshots', 'feedback']);

/** A description where the repository has no template of its own. */
export function ownDescription(answers: Answers): Draft {
  const parts = sections.flatMap(({ heading, topics, always }) => {
    const blocks = topics.map((topic) => linesFor(topic, answers)).filter((block) => block.length > 0);
    return blocks.length > 0 || always ? [[heading], ...blocks] : [];
  });
  return compose(separate(parts));
}

/** The facts on a topic, for some topics with the prompts below; the prompts alone where there are no facts. */
export function linesFor(topic: Topic, answers: Answers): readonly DraftLine[] {
  const { facts, asks } = answers[topic];
  if (facts.length === 0) return asks;
  return askedBesideFacts.has(topic) ? [...facts, ...asks] : facts;
}
