import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { isAsDrafted, withFingerprints } from '../../../src/core/drafts/fingerprints';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { handoffInput } from './support';

const { text } = draftHandoff(handoffInput());
const isUntouched = (note: string): boolean => isAsDrafted(note, 'note');
const last = text.lastIndexOf('<!-- meridian drafted:');

describe('a draft that is as it was drafted', () => {
  it('is one that its person has not begun', () => assert.ok(isUntouched(text)));

  it('is one that a formatter has changed', () => {
    assert.ok(isUntouched(text.replaceAll('\n', '\r\n')));
    assert.ok(isUntouched(text.replace(/$/gm, '  ')));
  });

  it('is none once a word was typed anywhere', () => {
    fc.assert(
      fc.property(fc.nat(last - 1), (at) => {
        assert.ok(!isUntouched(`${text.slice(0, at)}x${text.slice(at)}`));
      }),
    );
  });

  it('is none once a line was taken out or written twice', () => {
    const lines = text.slice(0, last).split('\n');
    for (const [at, line] of lines.entries()) {
      if (line.trim() === '') continue;
      const without = lines.filter((_, other) => other !== at).join('\n');
      assert.ok(!isUntouched(without + text.slice(last)), `without "${line}"`);
      const twice = lines.flatMap((one, other) => (other === at ? [one, one] : [one])).join('\n');
      assert.ok(!isUntouched(twice + text.slice(last)), `twice "${line}"`);
    }
  });

  it('is one of a form too, whose bold labels are parts of it', () => {
    const form = withFingerprints('**Why**\n\nIt locks.\n\n**Tests**\n\n‹what you ran›\n', 'form');
    assert.ok(isAsDrafted(form, 'form'));
    assert.ok(!isAsDrafted(form.replace('‹what you ran›', 'npm test'), 'form'));
  });

  it('is no text without fingerprints', () => {
    for (const other of ['', '# Handoff\n', text.slice(0, last)]) assert.ok(!isUntouched(other));
  });
});
