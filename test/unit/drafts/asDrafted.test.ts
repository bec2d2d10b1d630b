import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { isAsDrafted } from '../../../src/core/drafts/fingerprints';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { handoffInput } from './support';

const { text } = draftHandoff(handoffInput());
const last = text.lastIndexOf('<!-- meridian drafted:');

describe('a draft that is as it was drafted', () => {
  it('is one that its person has not begun', () => assert.ok(isAsDrafted(text)));

  it('is one that a formatter has changed', () => {
    assert.ok(isAsDrafted(text.replaceAll('\n', '\r\n')));
    assert.ok(isAsDrafted(text.replace(/$/gm, '  ')));
  });

  it('is none once a word was typed anywhere', () => {
    fc.assert(
      fc.property(fc.nat(last - 1), (at) => {
        assert.ok(!isAsDrafted(`${text.slice(0, at)}x${text.slice(at)}`));
      }),
    );
  });

  it('is none once a line was taken out or written twice', () => {
    const lines = text.slice(0, last).split('\n');
    for (const [at, line] of lines.entries()) {
      if (line.trim() === '') continue;
      const without = lines.filter((_, other) => other !== at).join('\n');
      assert.ok(!isAsDrafted(without + text.slice(last)), `without "${line}"`);
      const twice = lines.flatMap((one, other) => (other === at ? [one, one] : [one])).join('\n');
      assert.ok(!isAsDrafted(twice + text.slice(last)), `twice "${line}"`);
    }
  });

  it('is no text without fingerprints', () => {
    for (const other of ['', '# Handoff\n', text.slice(0, last)]) assert.ok(!isAsDrafted(other));
  });
});
