import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyTickets } from '../../../src/core/activity/ticketRules';
import { closingsIn } from '../../../src/core/pullRequests/closings';
import { messageLine, messageParagraphs } from '../../../src/core/pullRequests/messageText';
import { branchCommit } from './support';

const text = (body: string) =>
  messageParagraphs(body)
    .map((block) => block.join('\n'))
    .join('\n\n');

describe("a commit's message as Markdown", () => {
  for (const [name, body, wanted] of [
    ['joins lines that were wrapped by hand', 'One table\nfor all\n\nregions.', 'One table for all\n\nregions.'],
    [
      'joins a word behind its hyphen',
      'The long-\nlived pre-\nand post-\nchecks.',
      'The long-lived pre- and post-checks.',
    ],
    ['keeps lists', 'So:\n\n* one\n* two\n  goes on\n\n1. three', 'So:\n\n- one\n- two goes on\n- three'],
    ['keeps code', 'See\n\n    a < b\n\n```sh\nx @y\n```\nend', 'See\n\n```\na < b\n```\n\n```\nx @y\n```\n\nend'],
    ['keeps code in a line', 'Use `a_b` and `@c`', 'Use `a_b` and `@c`'],
    ['mentions nobody', 'cc @kenji, see #3', 'cc `@kenji`, see `#3`'],
    [
      'leaves trailers and lines of tools out',
      'It locks.\nReviewed-by: Bea <b@x>\nChange-Id: I0123456789',
      'It locks.',
    ],
    ['leaves out what only closes', 'It locks.\n\nFixes #12\nCloses: org/repo#3\nFixes AB#4', 'It locks.'],
    [
      'leaves out a ticket alone on its line',
      'It locks.\n\nAB#881\n\n[LED-4]\n\nLED-4 waits.',
      'It locks.\n\nLED-4 waits.',
    ],
    [
      'keeps the lines of a stack as they are, with the error above it',
      'Fails with\njava.lang.Error: user\n\tat a.A.run(A.java:12)\n\tat a.B.main(B.java:3)\n\nGuard.',
      'Fails with\n\n```\njava.lang.Error: user\n    at a.A.run(A.java:12)\n    at a.B.main(B.java:3)\n```\n\nGuard.',
    ],
    [
      'keeps what Python says, with its own indentation',
      'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    run()\nValueError: empty',
      '```\nTraceback (most recent call last):\n  File "a.py", line 3, in <module>\n    run()\nValueError: empty\n```',
    ],
    [
      'keeps the lines of a log and of a compiler',
      '2026-03-06 10:00:01 start\n2026-03-06 10:00:02 lost\n\nsrc/a.c:12:3: error: no x\n  12 | x();',
      '```\n2026-03-06 10:00:01 start\n2026-03-06 10:00:02 lost\n```\n\n```\nsrc/a.c:12:3: error: no x\n  12 | x();\n```',
    ],
    [
      'joins a sentence that names an error',
      'It threw a\nTypeError: at times\nat night.',
      'It threw a TypeError: at times at night.',
    ],
    ['says where code was cut', `    ${'x\n    '.repeat(20)}y`, `\`\`\`\n${'x\n'.repeat(15)}…\n\`\`\``],
    ['makes no headings', '# Context\n\nIt locks.\n\n## Approach\n\nSplit.', 'It locks.\n\n**Approach**\n\nSplit.'],
    ['takes an underlined line for one', 'Root cause\n------\nIt locks.', '**Root cause**\n\nIt locks.'],
    ['takes a rule for none', 'It locks\nfor long.\n---\nSo.', 'It locks for long. So.'],
    ['leaves the boxes of a form out', 'It locks.\n\n## Checklist\n- [x] Done\n\n- [ ] a', 'It locks.'],
    [
      'gives no command to bots',
      '/label ~bug\n\n- /hold\n\n```\n/lgtm\n```',
      '\\/label \\~bug\n\n- \\/hold\n\n```\n /lgtm\n```',
    ],
  ] as const) {
    it(name, () => assert.equal(text(body), wanted));
  }

  it('never begins a line with a command, a comment or a heading, nor leaves a mention live', () => {
    const hostile = fc.array(
      fc.constantFrom(
        '@a',
        '#1',
        '`',
        '``',
        '<!--',
        '-->',
        '/x',
        '\n',
        '\n\n',
        '    ',
        '- ',
        '# ',
        '~~~',
        '‹a b›',
        'x',
        ' ',
        '\\',
        '<b>',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        const lines = messageParagraphs(parts.join('')).flat();
        let fence: string | null = null;
        for (const line of lines) {
          const mark = /^(`{3,})$/.exec(line)?.[1] ?? null;
          if (fence === null && mark !== null) fence = mark;
          else if (fence !== null && line === fence) fence = null;
          else assert.doesNotMatch(line, /^\/|‹|›/, line);
          if (fence === null) assert.doesNotMatch(line, /^\s*(?:#|<)|(?:^|\s)@a(?![`\w])(?![^`]*`)/, line);
        }
        assert.equal(fence, null);
      }),
    );
  });

  it('has code between two backticks, too', () => {
    assert.equal(
      messageLine('Thread it into ``_compare`` and past ``most`` keys'),
      'Thread it into `_compare` and past `most` keys',
    );
    assert.equal(messageLine('one `a` and ```b'), 'one `a` and \\`\\`\\`b');
  });

  it('is cut at its limit', () => assert.equal(messageLine('abcdef', 4), 'abc…'));
});

describe('what commits close', () => {
  for (const [message, wanted] of [
    ['The commit that fixed #12 broke it', ''],
    ['This does not fix #12', ''],
    ['Fixes #12', 'Fixes #12'],
    ['closes: LED-42 and fixed acme/web#3', 'Closes LED-42, Fixed acme/web#3'],
    ['fixes AB#19', 'Fixes AB#19'],
    ['fix the #12 thing', ''],
    ['`fixes #12` is a word', ''],
    ['prefixes #12', ''],
    ['Fixes #0', ''],
    ['Closes #12, fixes #13 and resolves acme/other#14.', 'Closes #12, Fixes #13, Resolves acme/other#14'],
    ['PR #88 closes #12, fixes #13', ''],
    ['This does not close #12, fixes #13', ''],
    ['This does not fully fix #12', ''],
    ["It doesn't really close #12", ''],
    ['Fixes #12, fixes #12', 'Fixes #12'],
    ['Fixes https://github.com/acme/ledger/issues/77', 'Fixes https://github.com/acme/ledger/issues/77'],
    ['It took this for one:\n\n    Fixes #14\n\n```\nFixes #15\n```\n> Fixes #16', ''],
    ['Bumps acme/sums.\n\n<details>\n<summary>Changes</summary>\n\nFixes #17\n</details>', ''],
    ['\tFixes #18\n\twith the sums', 'Fixes #18'],
    ['Fixes UTF-8 names and closes RFC-1918 ranges', ''],
    ['Implements ADR-12, resolves JDK-21 warnings', ''],
  ] as const) {
    it(`"${message}": ${wanted || 'nothing'}`, () => {
      const found = closingsIn([branchCommit(1, 'x', { trailers: message })], anyTickets);
      assert.equal(found.map(({ word, target }) => `${word} ${target}`).join(', '), wanted);
    });
  }

  it('has a key that looks like a term where the team lists it', () => {
    const found = closingsIn([branchCommit(1, 'x', { trailers: 'Fixes TLS-12' })], { ...anyTickets, keys: ['TLS'] });
    assert.deepEqual(found, [{ word: 'Fixes', target: 'TLS-12' }]);
  });
});
