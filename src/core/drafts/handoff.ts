import { inlineText } from '../text/escape';
import type { Draft } from './draft';
import { compose, separate } from './draft';
import { withFingerprints } from './fingerprints';
import type { HandoffInput } from './handoffInput';
import { boxes } from './parts/boxes';
import { facts } from './parts/facts';
import { handoffFrontMatter } from './parts/frontMatter';
import { invisibleQuote } from './parts/invisible';
import { hoursLines, inBothClocks, readerOf } from './reader';

/**
 * A handoff as Markdown: who and when, what the reader cannot see, the writer's boxes on one screen, and the facts in a
 * fold below them. It goes on from the note before it (docs/adr/0009), and knows its own lines from those that people
 * type (docs/adr/0010).
 */
export function draftHandoff(input: HandoffInput): Draft {
  const reader = readerOf(input);
  const title = `# Handoff to ${inlineText(reader.name, 60)} · ${inBothClocks(input.now, input, reader)}`;
  const { text, stops } = compose(
    separate([
      handoffFrontMatter(input),
      [title],
      hoursLines(input, reader),
      invisibleQuote(input),
      ...boxes(input, reader),
      facts(input, reader),
    ]),
  );
  return { text: withFingerprints(text), stops };
}
