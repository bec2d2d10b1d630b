import { inlineText } from '../text/escape';
import type { Draft } from './draft';
import { compose, separate } from './draft';
import { withFingerprints } from './fingerprints';
import type { HandoffInput } from './handoffInput';
import { facts } from './parts/facts';
import { handoffFrontMatter } from './parts/frontMatter';
import { letter } from './parts/letter';
import { spokenTips } from './parts/spokenTips';
import { hoursLines, inBothClocks, readerOf } from './reader';

/**
 * A handoff as Markdown: a letter on one screen, and the facts in a fold below it (docs/adr/0024). It goes on from the
 * note before it (docs/adr/0009), and knows its own lines from those that people type (docs/adr/0010).
 */
export function draftHandoff(input: HandoffInput): Draft {
  const reader = readerOf(input);
  const title = `# Handoff to ${inlineText(reader.name, 60)} · ${inBothClocks(input.now, input, reader)}`;
  const above = separate([handoffFrontMatter(input), [title], hoursLines(input, reader)]);
  const { lines, more } = letter(input, reader, above.length);
  const { text, stops } = compose(separate([above, lines, facts(input, reader, more)]));
  return { text: withFingerprints(text, 'note', spokenTips(input)), stops };
}
