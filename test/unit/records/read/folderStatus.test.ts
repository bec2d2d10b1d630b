import assert from 'node:assert/strict';
import { readSample } from './readSample';

const text = (status = '') => `# Use foo\n\n${status}\n\n## Decision\n\nWe use foo.\n`;

describe('the status of a record in a folder that is named after one', () => {
  const cases: readonly [path: string, status: string, words: string | null, stated?: string][] = [
    ['rfcs/accepted/0007-use-foo.md', 'accepted', null],
    ['docs/adr/Superseded/0007-use-foo.rst', 'superseded', null],
    ['docs/adr/drafts/0007-use-foo.md', 'draft', null],
    ['docs/adr/rejected/0007-use-foo/README.md', 'rejected', null],
    ['accepted/2024/0007-use-foo.md', 'accepted', null],
    ['docs/adr/accepted/0007-use-foo.md', 'deprecated', 'Deprecated', 'Status: Deprecated'],
    ['docs/adr/accepted/0007-use-foo.md', 'other', 'On hold', 'Status: On hold'],
    ['deprecated/docs/adr/0007-use-foo.md', 'none', null],
    ['docs/adr/current/0007-use-foo.md', 'none', null],
    ['docs/adr/accepted-risks/0007-use-foo.md', 'none', null],
  ];
  for (const [path, status, words, stated] of cases) {
    it(`${path} ${stated ?? ''}: ${status}`, () => {
      const record = readSample(text(stated), path);
      assert.deepEqual([record.status, record.statusText], [status, words]);
    });
  }

  it('is none of a guide', () => {
    assert.equal(readSample(text(), 'docs/guides/deprecated/use-foo.md', 'guide').status, 'none');
  });
});
