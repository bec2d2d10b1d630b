import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { splitFingerprints, withFingerprints } from '../../../../src/core/drafts/fingerprints';
import { mergeOpenText } from '../../../../src/editor/pullRequests/model/mergeOpenText';

const drafted = withFingerprints('## Why\n\nFor LED-42\n\n## Risk\n\n- ‹none, or: what can go wrong›\n');
const mine = drafted.replace('For LED-42', 'For LED-42\n\nRegions must not wait.');

describe('a draft merged with the text of its open pull request', () => {
  it('stays as it is where the text has nothing more', () => {
    equal(mergeOpenText(mine, '## Why\r\n\r\nFor LED-42\r\n', null), mine);
    equal(mergeOpenText(mine, '', null), mine);
  });

  it('takes what others wrote and keeps what was typed here', () => {
    const theirs = `${splitFingerprints(drafted).body}\n## Rollout\n\nAna watches the dashboards.\n`;
    const text = mergeOpenText(mine, theirs, null);
    for (const words of ['Regions must not wait.', '## Rollout', 'Ana watches the dashboards.'])
      ok(text.includes(words), text);
    equal(text.split('For LED-42').length, 2);
  });

  it('puts it where it stands there, however much more the draft has below', () => {
    const theirs = '## Why\n\nFor LED-42\n\nAna watches the dashboards.\n';
    const text = mergeOpenText(mine, theirs, null);
    ok(text.indexOf('Ana watches') < text.indexOf('## Risk'), text);
  });

  it('does not bring back what its author took out', () => {
    const text = mergeOpenText(mine, '## Why\n\nAn old reason.\n\nA new line.\n', '## Why\n\nAn old reason.\n');
    ok(text.includes('A new line.') && !text.includes('An old reason.'), text);
  });

  it('knows afterwards which lines were drafted, and takes none that was typed for one', () => {
    const text = mergeOpenText(mine, 'Ana was here.\n', null);
    equal(text.split('\n').at(-2), mine.split('\n').at(-2));
  });

  it('loses no line of either side (any lines, any order)', () => {
    const line = fc.constantFrom(
      '## Why',
      '## What',
      '## Risk',
      '- one',
      '- two',
      'words',
      '',
      '```',
      '| a | b |',
      '> quote',
    );
    const texts = fc.array(
      fc.oneof(
        line,
        fc.nat(9).map((n) => `typed «${n}»`),
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(texts, texts, fc.option(texts), fc.boolean(), (own, others, seen, isDrafted) => {
        const body = `${own.join('\n')}\n`;
        const text = mergeOpenText(
          isDrafted ? withFingerprints(body) : body,
          others.join('\n'),
          seen?.join('\n') ?? null,
        );
        const lines = new Set(text.split('\n'));
        // What others took over from the text that was seen is here, or was taken out here.
        const isOurs = (each: string) => each === '' || seen?.includes(each);
        for (const each of own) ok(each === '' || lines.has(each), `"${each}" of the draft is not in ${text}`);
        for (const each of others) ok(isOurs(each) || lines.has(each), `"${each}" of others is not in ${text}`);
      }),
      { numRuns: 300 },
    );
  });
});
