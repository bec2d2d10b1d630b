import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ticketInWords } from '../../../src/core/activity/ticketInWords';
import { anyTickets, type TicketRules } from '../../../src/core/activity/ticketRules';
import { ticketOf, ticketsNamed } from '../../../src/core/activity/tickets';
import { closingsIn } from '../../../src/core/pullRequests/closings';
import { countFloors } from '../support/floors';

const ticket = (branch: string | null, subject = '', body = '', rules?: TicketRules) =>
  ticketOf({ branch, subject, body }, rules);

describe('ticketOf', () => {
  it('is the issue that tracks it', () => {
    assert.equal(ticket(null, 'Rework the claim', 'Tracking issue #4145.'), '#4145');
  });

  it('is no request that a changelog entry is for', () => {
    for (const subject of ['Add changelog entry for #5954', 'news fragment for #12', 'Changelog for #12']) {
      assert.equal(ticket(null, subject), null, subject);
    }
    assert.equal(ticket(null, 'Write the changelog, fixes #12'), '#12');
  });

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
    ['fix-5954', null],
    ['bug-5954-stream', null],
    ['upgrade/vue-3', null],
    ['cherry-33', null],
    ['pick-80', null],
    ['hot-80-pool', null],
    ['react-19', null],
    ['bump-ubuntu-22', null],
    ['utf-8-names', null],
    ['release/v-1.2', null],
    ['ledger-split', null],
    ['ADR-12-postgres', null],
    ['revert-88-LED-42-split', null],
    ['unblock-LED-42', null],
    ['dependabot/npm_and_yarn/ACME-42', null],
    ['oauth-2-login', null],
    ['java-17-upgrade', null],
    ['deploy-us-east-1', null],
    ['eng-1234-split', 'ENG-1234'],
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
    ['Revert "LED-42: split"', null],
    ['revert: LED-42 split', null],
    ['fix(split): LED-42 keep the sum', 'LED-42'],
    ['fix(LED-42): keep the sum', 'LED-42'],
    ['fixup! LED-42: keep the sum', 'LED-42'],
    ['✨ LED-42 keep the sum', 'LED-42'],
    ['Keep the sum, LED-42', 'LED-42'],
    ['Keep the sum for LED-42', 'LED-42'],
    ['Implement LED-42', 'LED-42'],
    ['Keep the sum AB#19', 'AB#19'],
    ['Keep the sum #12', '#12'],
    ['Undo LED-42', null],
    ['Work around LED-42', null],
    ['Mend what came in with LED-42', null],
    ['Follow-up to #12', null],
    ['Accept UTC-5, use EC2-2, bump POSTCSS-8, encrypt with AES-256 (ISO-8601)', null],
    ['Bump SOMELIB-8', null],
    ['POSTCSS-812: split', 'POSTCSS-812'],
    ['Deploy to US-EAST-1 in Q3-2026', null],
    ['Encrypt with AES-256-GCM', null],
  ];
  for (const [text, expected] of subjects) {
    it(`${expected ?? 'nothing'} in the subject “${text}”`, () => assert.equal(ticket(null, text), expected));
  }

  const bodies: readonly [text: string, expected: string | null][] = [
    ['Fixes #12', '#12'],
    ['The parser took this:\n\n    Fixes #14', null],
    ['    Why.\n\n    Fixes #14', '#14'],
    ['Why.\n\nRefs: LED-42', 'LED-42'],
    ['LED-42', 'LED-42'],
    ['As we saw with the sensor X of type ABC-42 here', null],
    ['compare #12', null],
    ['Fixes: AB#19', 'AB#19'],
    ['- LED-42, LED-43', 'LED-42'],
    ['**Ticket:** LED-42', 'LED-42'],
    ['Ticket LED-42', 'LED-42'],
    ['JIRA-Id: LED-42', 'LED-42'],
    ['Bug: 2038168', 'Bug 2038168'],
    ['https://acme.example/browse/LED-42', 'LED-42'],
    ['Issue: https://acme.example/acme/issue/LED-42/split-it', 'LED-42'],
    ['[the ticket LED-42](https://acme.example/x)', null],
    ['[LED-42](https://acme.example/browse/LED-42)', 'LED-42'],
    ['https://dev.azure.example/acme/_workitems/edit/19', 'AB#19'],
    ['It was off by a cent. This fixes LED-42.', 'LED-42'],
    ['Part of LED-42.', 'LED-42'],
    ['Behebt LED-42', 'LED-42'],
    ['Corrige #12', '#12'],
    ['Cierra #12.', '#12'],
    ['Vorgang: LED-42', 'LED-42'],
    ['修复 #12', '#12'],
    ['Unblocks LED-61.\n\nFixes LED-42', 'LED-42'],
    ['See https://acme.example/browse/LED-42', null],
    ['The dialog was removed as part of LED-42.', null],
    ['The workaround for LED-42 is gone.', null],
    ['The commit that fixed LED-42 broke it.', null],
    ['PR #88 fixes #12 in another way.', null],
    ['This does not fix LED-42.', null],
    ['This does not completely fix LED-42.', null],
    ['Reverts LED-42.', null],
    ['Depends-on: LED-42', null],
    ['Ticket LED-42 brought it in.', null],
    ['LED-42 brought it in.', null],
    ['Siehe LED-42.', null],
    ['Introduit par LED-42.', null],
    ['> Fixes #12', null],
    ['Release notes:\n\nFixes #12', null],
    ['"Fixes #12" is what it said', null],
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

  it('is not the request in a title that a revert of a revert quotes twice, nor a colour', () => {
    assert.equal(ticket(null, 'Revert "Revert "LED-5: Add pool (#7)""'), null);
    assert.equal(ticket(null, 'Reapply "Add pool (#7)" (#9)'), null);
    assert.equal(ticket(null, 'Fix issue with color #123456'), null);
  });

  it('is none that a subject denies to close', () => {
    for (const subject of ['fix: do not close #7 | table', "Doesn't fix #12 yet"])
      assert.equal(ticket(null, subject), null, subject);
    assert.equal(ticket(null, 'Do not round twice, fixes #12'), '#12');
  });

  it('is that of a trailer of two words', () => {
    assert.equal(ticket(null, 'Round', 'It was off.\n\nJIRA-Ticket: LED-42'), 'LED-42');
  });

  it('asks the branch, then the subject, then the body', () => {
    assert.equal(ticket('LED-1', 'LED-2', 'LED-3'), 'LED-1');
    assert.equal(ticket('x', 'LED-2', 'LED-3'), 'LED-2');
    assert.equal(ticket('x', 'Split (#9)', 'Fixes #3'), '#3');
  });

  it('knows only the keys that a team lists, in any case on a branch', () => {
    const rules = { ...anyTickets, keys: ['led', 'RFC'] };
    assert.equal(ticket('wip-led-7', '', '', rules), 'LED-7');
    assert.equal(ticket('OPS-7', 'Text of ABC-1', 'Part of LED-9', rules), 'LED-9');
    assert.equal(ticket('OPS-7', 'Text of ABC-1', 'with LED-9 in it', rules), null);
    assert.equal(ticket(null, 'Show LED-9 in it', '', rules), 'LED-9');
    assert.equal(ticket(null, 'RFC-9', '', rules), 'RFC-9');
    assert.equal(ticket('ann.led-42.totals', '', '', rules), 'LED-42');
    assert.equal(ticket('task/LED_42-totals', '', '', rules), 'LED-42');
  });

  it('takes no record of the repository for a ticket', () => {
    const rules = { ...anyTickets, records: new Set(['PROP-12']) };
    assert.equal(ticket('PROP-12-x', 'PROP-12', '', rules), null);
    assert.equal(ticket('PROP-13-x', '', '', rules), 'PROP-13');
    const fixes = { subject: 'Implements PROP-12', body: 'Fixes PROP-14', trailers: '' };
    assert.deepEqual(closingsIn([fixes], rules), [{ word: 'Fixes', target: 'PROP-14' }]);
  });

  it('is the number behind a hash in the name of a branch, unless that is a request', () => {
    for (const name of ['fix#7505', 'hotfix/#682', 'issue-#12']) {
      assert.equal(ticket(name, '', ''), name.slice(name.indexOf('#')), name);
    }
    for (const name of ['pr#12', 'revert/#12', 'to-c#12']) assert.equal(ticket(name, '', ''), null, name);
  });

  it('is never one that is only spoken of, listed or not, whatever stands around it', () => {
    const words = [
      'see',
      'unlike',
      'since',
      'caused by',
      'unblocks',
      'a workaround for',
      'superseded by',
      'as it was in',
    ];
    const mentions = fc.record({
      before: fc.constantFrom('', 'The sum was wrong, ', 'We keep it: ', 'It stays '),
      word: fc.constantFrom(...words),
      after: fc.constantFrom('', '.', ', which is old.', ' (closed)'),
      keys: fc.constantFrom([], ['LED']),
    });
    fc.assert(
      fc.property(mentions, ({ before, word, after, keys }) => {
        const text = `${before}${word} LED-42${after}`;
        assert.equal(ticket('x', `Round ${word} LED-42`, text, { ...anyTickets, keys }), null, text);
      }),
    );
  });

  it('is looked for in linear time', () => {
    const pieces = ['LED-4 ', 'fixes ', 'https://a/', '[a](', '#1', '"', ': ', 'a:', 'refs-', '**', '> ', 'LED-42,'];
    for (const piece of pieces) {
      const text = piece.repeat(8192 / piece.length);
      const floors = countFloors();
      ticket(text, text, `${text}\n${text}`);
      assert.ok(floors() < 200, piece);
    }
  });

  it('is short and harmless whatever is written', () => {
    const text = fc.string({
      unit: fc.constantFrom('A', 'B', '-', '1', '0', '#', '(', ' ', '/', '_', '.', '\n'),
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, text, text, (branch, subject, body) => {
        assert.match(
          ticket(branch, subject, body) ?? '#1',
          /^(?:(?:AB)?#\d{1,7}|Bug \d{5,8}|[A-Z][A-Z0-9_]{1,9}-\d{1,7})$/,
        );
      }),
    );
  });
});

describe('ticketsNamed', () => {
  const named: readonly [subject: string, body: string, ...expected: string[]][] = [
    ['LED-1, LED-2: sums read and written', '', 'LED-1', 'LED-2'],
    ['[LED-1 & LED-2] sums', '', 'LED-1', 'LED-2'],
    ['Split (LED-42 and LED-43)', 'Refs: LED-42, LED-44', 'LED-42', 'LED-43', 'LED-44'],
    ['Round sums', 'Fixes #41\nCloses #42, see #43', '#41', '#42'],
    ['Round sums (#9)', 'Does not fix #41.\n\n> Fixes #42', ''],
    ['Round sums', 'It took this for one:\n\n```\nFixes #43\n```\nFixes #44', '#44'],
    ['LED-1: undo LED-2', '', 'LED-1'],
    ['LED-1, und LED-2: Summen', '', 'LED-1', 'LED-2'],
  ];
  for (const [subject, body, ...expected] of named) {
    it(`${subject} | ${body.replaceAll('\n', ' ')}`, () =>
      assert.deepEqual(ticketsNamed({ subject, body }, anyTickets), expected.filter(Boolean)));
  }
});

describe('ticketInWords', () => {
  for (const [branch, ticket, named, expected] of [
    ['ann/19-sums', '#19', 'AB#19', 'AB#19'],
    ['ab-1125', 'AB-1125', '#1125', '#1125'],
    ['ab-1125', 'AB-1125', '#1126', 'AB-1125'],
    ['led-42-sums', 'LED-42', 'LED-42', 'LED-42'],
    ['LED-42-sums', 'LED-42', '#42', 'LED-42'],
  ] as const) {
    it(`of ${branch} where messages name ${named}: ${expected}`, () =>
      assert.equal(ticketInWords(ticket, new Set([named]), branch, anyTickets), expected));
  }

  it('is that of a listed key, whatever messages name', () =>
    assert.equal(ticketInWords('LED-42', new Set(['#42']), 'led-42', { keys: ['LED'] }), 'LED-42'));
});
