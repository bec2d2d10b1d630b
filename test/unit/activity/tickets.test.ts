import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyTickets, type TicketRules, ticketOf } from '../../../src/core/activity/tickets';

const ticket = (branch: string | null, subject = '', body = '', rules?: TicketRules) =>
  ticketOf({ branch, subject, body }, rules);

describe('ticketOf', () => {
  const branches: readonly [name: string, expected: string | null][] = [
    ['feature/LED-42-split', 'LED-42'],
    ['led-42-split', 'LED-42'],
    ['ann/led-42_split', 'LED-42'],
    ['ann-LED-42', 'LED-42'],
    ['LED-1-then-LED-2', 'LED-1'],
    ['issue-123-crash', '#123'],
    ['fix/issues/123', '#123'],
    ['gh-123', '#123'],
    ['10509-update-provider', '#10509'],
    ['feature/10509-update-provider', '#10509'],
    ['bug/4762_class-diagram', '#4762'],
    ['feature/2026-roadmap', null],
    ['fix/404-page', null],
    ['12-factor-app', null],
    ['docs-17072025', null],
    ['release/100-1', null],
    ['abcd-123lfr1m', null],
    ['fix-2', null],
    ['upgrade/vue-3', null],
    ['cherry-33', null],
    ['react-19', null],
    ['bump-ubuntu-22', null],
    ['utf-8-names', null],
    ['release/v-1.2', null],
    ['ledger-split', null],
    ['ADR-12-postgres', null],
    ['main', null],
  ];
  for (const [name, expected] of branches) {
    it(`${expected ?? 'nothing'} on the branch ${name}`, () => assert.equal(ticket(name), expected));
  }

  const subjects: readonly [text: string, expected: string | null][] = [
    ['LED-42: split the ledger', 'LED-42'],
    ['[LED-42] split', 'LED-42'],
    ['Split (LED-42, LED-43)', 'LED-42'],
    ['led-42 in small letters may be a word', null],
    ['Fix #12 and LED-4', '#12'],
    ['GH-12: fix', '#12'],
    ['Split the ledger (#45)', null],
    ['Bug 2038168 - fix the override (#45)', 'Bug 2038168'],
    ['Bug 7 is no number of a tracker', null],
    ['LED-4: split the ledger (#45)', 'LED-4'],
    ['Read UTF-8, SHA-256, ISO-8601 and RFC-7231', null],
    ['Follow ADR-0012 and ADR-12', null],
    ['Mend CVE-2021-44228', null],
    ['Build with GPT-4.1 or LLM-4.1', null],
    ['abcLED-42x', null],
    ['color &#123; and a#12', null],
    ['Revert "LED-42: split"', 'LED-42'],
  ];
  for (const [text, expected] of subjects) {
    it(`${expected ?? 'nothing'} in the subject “${text}”`, () => assert.equal(ticket(null, text), expected));
  }

  const bodies: readonly [text: string, expected: string | null][] = [
    ['Fixes #12', '#12'],
    ['Why.\n\nRefs: LED-42', 'LED-42'],
    ['LED-42', 'LED-42'],
    ['As we saw with the sensor X of type ABC-42 here', null],
    ['compare #12', null],
  ];
  for (const [text, expected] of bodies) {
    it(`${expected ?? 'nothing'} in the body “${text.replaceAll('\n', ' ')}”`, () => {
      assert.equal(ticket(null, 'Work', text), expected);
    });
  }

  it('is not the number of a pull request', () => {
    assert.equal(ticket(null, 'Point the changelog at PR #8907'), null);
    assert.equal(ticket(null, 'Follow pull request #12, for #13'), '#13');
  });

  it('asks the branch, then the subject, then the body', () => {
    assert.equal(ticket('LED-1', 'LED-2', 'LED-3'), 'LED-1');
    assert.equal(ticket('x', 'LED-2', 'LED-3'), 'LED-2');
    assert.equal(ticket('x', 'Split (#9)', 'Fixes #3'), '#3');
  });

  it('knows only the keys that a team lists, in any case on a branch', () => {
    const rules = { keys: ['led', 'RFC'], series: [] };
    assert.equal(ticket('wip-led-7', '', '', rules), 'LED-7');
    assert.equal(ticket('OPS-7', 'Text of ABC-1', 'with LED-9 in it', rules), 'LED-9');
    assert.equal(ticket(null, 'RFC-9', '', rules), 'RFC-9');
  });

  it('takes no record of the repository for a ticket', () => {
    assert.equal(ticket('PROP-12-x', 'PROP-12', '', { ...anyTickets, series: ['prop'] }), null);
  });

  it('is short and harmless whatever is written', () => {
    const text = fc.string({
      unit: fc.constantFrom('A', 'B', '-', '1', '0', '#', '(', ' ', '/', '_', '.', '\n'),
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, text, text, (branch, subject, body) => {
        assert.match(ticket(branch, subject, body) ?? '#1', /^(?:#\d{1,7}|Bug \d{5,8}|[A-Z][A-Z0-9_]{1,9}-\d{1,7})$/);
      }),
    );
  });
});
