import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAsDrafted, splitFingerprints } from '../../../src/core/drafts/fingerprints';
import { draftPullRequest } from '../../../src/core/pullRequests/draftPullRequest';
import { splitTitleLine, withTitleLine } from '../../../src/core/pullRequests/titleLine';
import { ledgerSplit } from './branches';

const draft = draftPullRequest(ledgerSplit(), null);

describe('the line that says what a description is', () => {
  it('stands first, and is no part of the text', () => {
    const titled = withTitleLine(draft, 'LED-42: Split the ledger');
    assert.match(titled.text, /^# Pull request: LED-42: Split the ledger\n\n## Why\n/);
    const { title, text } = splitTitleLine(titled.text);
    assert.equal(title, 'LED-42: Split the ledger');
    assert.equal(splitFingerprints(text).body, splitFingerprints(draft.text).body);
  });

  it('moves the places to fill in', () => {
    const { text, stops } = withTitleLine(draft, 'Split');
    const texts = (of: typeof draft) => of.stops.map(({ offset, length }) => of.text.slice(offset, offset + length));
    assert.deepEqual(texts({ text, stops }), texts(draft));
  });

  it('counts as drafted until a person changes it', () => {
    const { text } = withTitleLine(draft, 'Split');
    assert.ok(isAsDrafted(text, 'form'));
    assert.ok(!isAsDrafted(text.replace('Split', 'Split it'), 'form'));
  });

  it('is recorded once, however often it is put before the text', () => {
    const once = withTitleLine(draft, 'Split').text;
    assert.equal(withTitleLine({ text: splitTitleLine(once).text, stops: [] }, 'Split').text, once);
  });

  it('is found with Windows line ends and without words, and no other heading is one', () => {
    assert.deepEqual(splitTitleLine('# Pull request: A\r\n\r\n## Why\r\n'), { title: 'A', text: '## Why\r\n' });
    assert.deepEqual(splitTitleLine('# Pull request:\n'), { title: '', text: '' });
    assert.deepEqual(splitTitleLine('# Pull requests\n'), { title: null, text: '# Pull requests\n' });
  });

  it('gives back what was written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, body) => {
        const { text } = withTitleLine({ text: `${body}\n`, stops: [] }, title);
        const split = splitTitleLine(text);
        assert.equal(withTitleLine({ text: split.text, stops: [] }, split.title ?? '').text, text);
      }),
    );
  });
});
