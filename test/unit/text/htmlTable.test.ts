import { strict as assert } from 'node:assert';
import { readSample } from '../records/read/readSample';

describe('a table written in HTML', () => {
  const cells: readonly (readonly [string, string])[] = [
    ['on one line', '<table><tr><td>Status</td><td>Superseded by <a href="0002-b.md">ADR-0002</a></td></tr></table>'],
    [
      'on many lines',
      '<table class="x">\n<tbody>\n  <tr>\n    <td>Status</td>\n    <td>\n      Superseded by <a href=\'0002-b.md\'>ADR-0002</a>\n    </td>\n  </tr>\n</tbody>\n</table>',
    ],
    ['with headings in front', '<table>\n<tr><th>Status</th><td>Superseded by [ADR-0002](0002-b.md)</td>\n</table>'],
    [
      'with headings above',
      '<table>\n<tr><th>Status</th><th>Date</th></tr>\n<tr><td>Superseded by [ADR-0002](0002-b.md)</td><td>2024-01-02</td></tr>\n</table>',
    ],
  ];
  for (const [what, table] of cells) {
    it(`gives fields ${what}`, () => {
      const { status, supersededBy } = readSample(`# 7. Use foo\n\n${table}\n\n## Context\n\nWords.\n`);
      assert.deepEqual(
        [status, supersededBy],
        ['superseded', [{ text: 'ADR-0002', href: '0002-b.md', partial: false }]],
      );
    });
  }

  it('that is never closed ends at the next heading', () => {
    const record = readSample('# 7. Use foo\n\n<table>\n<tr><td>Words\n\n## Status\n\nAccepted\n');
    assert.equal(record.status, 'accepted');
  });

  it('is none in code', () => {
    const code = '```html\n<table><tr><td>Status</td><td>Rejected</td></tr></table>\n```';
    assert.equal(readSample(`# 7. Use foo\n\n${code}\n\nStatus: accepted\n`).status, 'accepted');
    assert.equal(readSample(`# 7. Use foo\n\n${code}\n\n## Context\n\nWords.\n`).status, 'none');
  });
});

describe('a badge', () => {
  const badges: readonly (readonly [string, string])[] = [
    ['![status](https://img.shields.io/badge/status-accepted-green.svg)', 'accepted'],
    ['![](https://img.shields.io/badge/Status-Superseded-red)', 'superseded'],
    ['[![s](https://img.shields.io/badge/status-in__review-blue?style=flat)](https://example.org)', 'proposed'],
    ['![Status: Accepted](images/accepted.png)', 'accepted'],
    ['![build](https://img.shields.io/badge/build-accepted-green.svg)', 'none'],
    ['![status](https://ci.example.org/status.svg)', 'none'],
  ];
  for (const [markup, status] of badges) {
    it(`states ${status}: ${markup}`, () => {
      assert.equal(readSample(`# 7. Use foo\n\n${markup}\n\n## Context\n\nWords.\n`).status, status);
    });
  }
});
