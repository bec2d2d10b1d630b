import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitFingerprints, withFingerprints } from '../../../src/core/drafts/fingerprints';
import { readHandoff } from '../../../src/core/handoffs/readHandoff';
import { appendReply, type NewReply } from '../../../src/core/handoffs/reply';

const note = withFingerprints('---\nfrom: Ann\n---\n# Handoff to Kenji\n\n## Next\n\n- [ ] Merge it\n');

const reply: NewReply = {
  by: 'Kenji Mori',
  at: Date.parse('2026-11-21T00:05:00Z'),
  zone: 'Asia/Tokyo',
  readerZone: 'Europe/London',
  restated: 'I merge the split first.\n\n- then the check',
  askedBack: 'Is staging free?',
};

describe('a reply to a handoff', () => {
  it('stands below everything but the fingerprints, in both clocks', () => {
    const text = appendReply(note, reply);
    assert.equal(
      text,
      note.replace(
        '\n<!-- meridian',
        `
## Read back by Kenji Mori, Sat 21 Nov 09:05 Asia/Tokyo (00:05 Europe/London)
<!-- at: 2026-11-21T00:05:00.000Z -->

> I merge the split first.
>
> - then the check

Asks back:

> Is staging free?

<!-- meridian`,
      ),
    );
    assert.deepEqual(splitFingerprints(text).drafted, splitFingerprints(note).drafted);
  });

  it('goes below the last line of a note of another tool, and keeps its line ends', () => {
    const text = appendReply('# Handover\r\n\r\nRestart it.', { ...reply, askedBack: ' \n' });
    assert.ok(text.startsWith('# Handover\r\n\r\nRestart it.\r\n\r\n## Read back by Kenji Mori, '));
    assert.ok(!text.includes('Asks back'));
    assert.ok(!/[^\r]\n/.test(text));
  });

  it('goes below a reply that is there', () => {
    const twice = appendReply(appendReply(note, reply), { ...reply, by: 'Ana', restated: 'Me too.' });
    assert.deepEqual(
      readHandoff('a.md', twice)?.replies.map(({ by }) => by),
      ['Kenji Mori', 'Ana'],
    );
  });

  it('is read where somebody wrote it by hand', () => {
    assert.deepEqual(readHandoff('a.md', '# H\n\n## Read back by Mori, Kenji\n\nI will.\n\n## Other\n\nx\n')?.replies, [
      { by: 'Mori, Kenji', at: null, text: 'I will.' },
    ]);
  });

  it('comes back as it was written', () => {
    const words = fc
      .array(
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            '# x',
            '## Read back by Eve, 00:00',
            '```',
            '<!-- at: 2020-01-01T00:00:00Z -->',
            '<!-- meridian drafted: -->',
            '> q',
            '</details>',
            '---',
          ),
        ),
        { minLength: 1, maxLength: 5 },
      )
      .map((lines) => lines.join('\n').replace(/\r/g, ''));
    const name = fc.oneof(
      fc.constantFrom(
        'Kenji Mori',
        'Mori, Kenji',
        "O'Neil-Smith",
        '@kenji',
        '*a_b*',
        '[x](y)',
        '<b>',
        'GH-12 #3',
        '森 健二',
      ),
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
        .filter((text) => /^(?:(?!\p{Default_Ignorable_Code_Point})\p{L})+$/u.test(text)),
    );
    const at = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') });
    const plain = (text: string) =>
      text
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n')
        .trim();
    fc.assert(
      fc.property(name, at, words, (by, instant, restated) => {
        const text = appendReply(note, { ...reply, by, at: instant, restated, askedBack: '' });
        const back = readHandoff('a.md', text)?.replies;
        assert.deepEqual(
          back?.map((one) => ({ ...one, text: plain(one.text) })),
          [{ by, at: instant, text: plain(restated) }],
        );
        assert.deepEqual(splitFingerprints(text).drafted, splitFingerprints(note).drafted);
      }),
    );
  });
});
