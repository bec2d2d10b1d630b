import { equal } from 'node:assert/strict';
import { addToScope } from '../../../../src/core/records/write/addToScope';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { docRecord } from '../../support/records';
import { readSample } from '../read/readSample';

function governing(text: string, path: string): string {
  const { scope } = readSample(text);
  const written = addToScope(docRecord('docs/adr/0007-use-foo.md', { scope }), text, path);
  return written.ok ? applyEdits(text, written.edits) : written.why;
}

describe('a path added to the scope of a record', () => {
  const body = '---\n# Use foo\n\nWe use foo.\n';
  const forms: readonly (readonly [before: string, after: string])[] = [
    ['---\nstatus: accepted\n', '---\nstatus: accepted\nscope:\n  - src/a.ts\n'],
    ['---\naffects: [src/b.ts]\nstatus: accepted\n', '---\naffects: [src/b.ts, src/a.ts]\nstatus: accepted\n'],
    ['---\nscope:\n- "src/**"\n', '---\nscope:\n- "src/**"\n- src/a.ts\n'],
    ['---\nscope: "src/**"\n', '---\nscope: ["src/**", src/a.ts]\n'],
    ['---\npaths: []\n', '---\npaths: src/a.ts\n'],
  ];
  for (const [before, after] of forms) {
    it(`is written into ${JSON.stringify(before)}`, () => equal(governing(before + body, 'src/a.ts'), after + body));
  }

  it('is refused where it stands, and where there is no front matter', () => {
    equal(governing(`---\nscope: src/a.ts\n${body}`, 'src/a.ts'), 'already');
    equal(governing('# Use foo\n\n## Status\n\nAccepted\n', 'src/a.ts'), 'not-found');
  });
});
