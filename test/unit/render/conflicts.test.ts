import { equal, match, ok } from 'node:assert/strict';
import { conflictsAsCode } from '../../../src/core/render/conflicts';

const sides = '<<<<<<< HEAD\nWe keep a queue.\n=======\nWe keep a log.\n>>>>>>> topic';

describe('an unfinished merge in the text of a record', () => {
  it('regression: is shown as it stands, and not as headings and quotes', () => {
    equal(conflictsAsCode('a.md', `# A\n${sides}\nNone.`), `# A\n\n\`\`\`\n${sides}\n\`\`\`\n\nNone.`);
    match(conflictsAsCode('a.rst', sides), /^\n::\n\n {4}<<<<<<< HEAD\n/);
    match(conflictsAsCode('a.adoc', sides), /^\n\.\.\.\.\n<<<<<<< HEAD\n[\s\S]*\n\.\.\.\.\n$/);
  });

  it('is closed by more marks than are in it, and is none in an example', () => {
    ok(conflictsAsCode('a.md', '<<<<<<< a\n```\n=======\n>>>>>>> b').startsWith('\n````\n'));
    const example = `\`\`\`\n${sides}\n\`\`\``;
    equal(conflictsAsCode('a.md', example), example);
  });

  it('leaves what is below a mark without an end', () => {
    equal(conflictsAsCode('a.md', '<<<<<<< a\nText.'), '\n```\n<<<<<<< a\n```\n\nText.');
  });
});
