import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addPart, type HandoffPart, handoffParts, missingParts } from '../../../src/core/drafts/addPart';
import { splitFingerprints } from '../../../src/core/drafts/fingerprints';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { mergeDraft } from '../../../src/core/drafts/merge/mergeDraft';
import { readHandoff } from '../../../src/core/handoffs/readHandoff';
import { hostileDay, ordinaryDay } from './days';
import { handoffInput } from './support';

/** The text with a part as the editor inserts it. */
function withPart(text: string, part: HandoffPart, words?: string): string {
  const { line, draft } = addPart(text, part);
  const lines = text.split('\n');
  const inserted = words === undefined ? draft.text : draft.text.replace(/‹[^›]+›/, words);
  return [...lines.slice(0, line), ...inserted.split('\n').slice(0, -1), ...lines.slice(line)].join('\n');
}

const headings = (text: string) => text.split('\n').filter((line) => /^(?:#{2,3} |<\/?details)/.test(line));

describe('a part that a draft left out', () => {
  const { text } = draftHandoff(ordinaryDay());

  it('is known to be missing until it is there', () => {
    assert.deepEqual(missingParts(text), ['blocked', 'time-critical', 'tried', 'checked']);
    for (const part of missingParts(text)) assert.ok(!missingParts(withPart(text, part)).includes(part), part);
    assert.deepEqual(missingParts('# Handoff\n\n## Waiting for\n\n- x\n'), [
      ...['time-critical', 'tried', 'checked', 'questions'],
    ]);
  });

  it('goes where its readers look for it', () => {
    const all = handoffParts.reduceRight((current, part) => {
      return missingParts(current).includes(part) ? withPart(current, part) : current;
    }, text);
    assert.deepEqual(
      headings(all).map((line) => line.replace(/^<details>.*/, '<details>')),
      [
        ...['## Next', '## Watch out', '## Blocked or waiting', '## Time-critical', '## Done', '## Questions for you'],
        ...['<details>', '### How it was checked', '### Tried and ruled out', '### Commits', '### Decisions'],
        ...['### Runbooks', '### Risky changes', '</details>'],
      ],
    );
    assert.doesNotMatch(all, /[^\n]\n#{2,3} |^#{2,3} .*\n[^\n]/m);
  });

  it('stays where the note is drafted again, with what was typed in it, and is read', () => {
    const typed = withPart(withPart(text, 'blocked', 'legal, since Tue'), 'tried', 'a view: too slow');
    const again = mergeDraft(typed, draftHandoff(ordinaryDay())).text;
    assert.equal(splitFingerprints(again).body, splitFingerprints(typed).body);
    assert.deepEqual(readHandoff('a.md', again)?.waiting, ['legal, since Tue']);
  });

  it('can be put into any note, and takes nothing away', () => {
    const texts = [text, draftHandoff(hostileDay()).text, draftHandoff(handoffInput()).text, '', '# A', '# A\r\n\r\nb'];
    const any = fc.oneof(
      fc.constantFrom(...texts),
      fc.string({ unit: fc.constantFrom('#', ' ', '\n', '-', '<', 'a') }),
    );
    fc.assert(
      fc.property(any, fc.constantFrom(...handoffParts), (written, part) => {
        const { line, draft } = addPart(written, part);
        assert.ok(line >= 0 && line < Math.max(1, written.split(/\r\n?|\n/).length));
        assert.equal(draft.stops.length, 1);
      }),
    );
  });
});
