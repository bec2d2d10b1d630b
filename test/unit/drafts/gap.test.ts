import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { finding, gapsAt } from '../../../src/core/drafts/gap';
import { checkHandoff } from '../../../src/core/drafts/readiness';

/** What is marked for each gap, by code. */
function marked(text: string): Record<string, string> {
  const lines = text.split('\n');
  return Object.fromEntries(
    checkHandoff(text).map(({ code, line, start, end }) => [code, lines[line - 1]?.slice(start, end) ?? '']),
  );
}

describe('the place of a gap', () => {
  it('is the prompt of the part that is missing, not the first of the line', () => {
    const marks = marked(
      '---\nhandoff: 2026-11-20T17:42:00Z\nto: Kenji\n---\n# H\n\n## Next\n\n- [ ] Run it, ‹who›, due ‹when›\n',
    );
    assert.equal(marks['no-next'] ?? null, null);
    const whole = marked('## Next\n\n- [ ] Deploy ‹what›, ‹who›, due ‹when›\n');
    assert.equal(whole['no-owner'], '‹who›');
    assert.equal(whole['no-due'], '‹when›');
  });

  it('is all that a row of the state asks for after the state', () => {
    const row = '| LED-42 | blocked | if ‹this› then ‹that› |';
    const marks = marked(
      `## State\n\n| item | state | if … then … |\n|---|---|---|\n${row.replace('blocked', 'blocked ‹why›')}\n`,
    );
    assert.equal(marks['no-contingency'], '‹this› then ‹that›');
  });

  const cases: readonly [why: string, line: string, expected: string][] = [
    ['the prompt of the line', '- [ ] ‹what›, due ‹when›', '‹what›'],
    ['the text behind the mark of a list', '  - [ ] Run it  ', '[ ] Run it'],
    ['the text of a quote', '> **Not visible**', 'Not visible**'],
    ['the whole of a line that is only marks', '---', '---'],
    ['nothing of an empty line', '', ''],
  ];
  for (const [why, line, expected] of cases) {
    it(`is ${why}`, () => {
      const [gap] = gapsAt(line, [finding('prompt-left', 1, '')]);
      assert.equal(line.slice(gap?.start, gap?.end), expected);
    });
  }

  it('is in the text, whatever line is given and whatever the text is', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, line) => {
        const [gap] = gapsAt(text, [finding('no-next', line, '')]);
        const lines = text.split(/\r\n?|\n/);
        assert.ok(gap && gap.line <= lines.length);
        assert.ok(0 <= gap.start && gap.start <= gap.end && gap.end <= (lines[gap.line - 1]?.length ?? 0));
      }),
    );
  });
});
