import assert from 'node:assert/strict';
import { projectOf } from '../../project/projectSupport';
import { memoryFiles } from '../../support/memoryFiles';

const proposal = (number: string, title: string, status = 'Final') =>
  `## Preamble

\`\`\`
WIP: ${number}
Title: ${title}
Working Group:
    Owner: Ann Ode
Status: ${status}
Created: 2025-03-04
\`\`\`

# Summary

Foo. See WIP-0021.
`.replaceAll('WIP', 'LIP');

async function load(files: Readonly<Record<string, string>>) {
  const project = projectOf(memoryFiles(files));
  await project.load();
  return project;
}

describe('a proposal with its head in a fence', () => {
  it('is one where the head has the number of its file', async () => {
    const project = await load({
      'core/lip-0021.md': proposal('0021', 'Lazy foo'),
      'core/lip-0022.md': proposal('22', 'Eager bar'),
      'core/lip-0046-03.md': proposal('0046-03 (once 51)', 'Baz, part 3', 'Draft'),
      'core/lip-0046-05.md': proposal('LIP-0046-05', 'Baz, part 5', 'Draft'),
      'core/lip-0023.md': proposal('0024', 'Of another'),
      'core/abc-0021.md': proposal('0021', 'Of another series'),
      'src/lip-0021.md': proposal('0021', 'In the code'),
    });
    assert.deepEqual(
      project.records().map(({ id, idPrefix, title, status, date }) => [idPrefix, id, title, status, date]),
      [
        ['LIP', '0021', 'Lazy foo', 'accepted', '2025-03-04'],
        [null, null, 'Baz, part 3', 'draft', '2025-03-04'],
        [null, null, 'Baz, part 5', 'draft', '2025-03-04'],
      ],
    );
    assert.equal(project.referencesIn('a.go', '// LIP-21')[0]?.target, 'core/lip-0021.md');
  });

  it('regression: is one where its lines are indented', async () => {
    const head =
      '  LIP: 21\n  Title: Lazy foo\n  Authors: Ann Ode <ann@example.org>\n           Bob Bar <bob@example.org>\n  Status: Final';
    const project = await load({ 'docs/rfcs/lip-0021.md': `\`\`\`\n${head}\n\`\`\`\n\n## Abstract\n\nFoo.\n` });
    assert.deepEqual(
      project.records().map(({ id, title, status, people }) => [id, title, status, people]),
      [['0021', 'Lazy foo', 'accepted', ['Ann Ode', 'Bob Bar']]],
    );
  });

  it('is one in any folder where its title has the number of its file, and its head the author and a date', async () => {
    const text = (title: string, author = 'Author: Ann Ode') =>
      `# ${title}\n\nStatus: Accepted\\\n${author}\\\nCreated: 2025-03-04\n\n## Summary\n\nFoo.\n`;
    const project = await load({
      'cep-0016.md': text('CEP 16 - Lazy foo'),
      'cep-0017.md': text('CEP 18 - Eager bar'),
      'cep-0019.md': text('CEP 19 - Of nobody', 'Layer: Core'),
      'task-0016.md': text('TASK 16 - Paint it'),
    });
    assert.deepEqual(
      project.records().map(({ path, idPrefix, id, title }) => [path, idPrefix, id, title]),
      [['cep-0016.md', 'CEP', '0016', 'Lazy foo']],
    );
  });

  it('states author and day by directives of reStructuredText', async () => {
    const text =
      'Lazy foo\n========\n\n.. author:: Ann Ode\n.. co-author:: Bob Bar (@bob)\n.. date-accepted:: 2025-03-04\n.. implemented::\n\nFoo.\n';
    const project = await load({ 'proposals/0021-lazy-foo.rst': text });
    assert.deepEqual(
      project.records().map(({ title, date, people }) => [title, date, people]),
      [['Lazy foo', '2025-03-04', ['Ann Ode', 'Bob Bar']]],
    );
  });

  it('takes the fence of another number, and one further down, for an example', async () => {
    const example = '```\nADR: 12\nTitle: Old\nStatus: Rejected\n```\n';
    const project = await load({
      'docs/adr/0007-foo.md': `# 7. Foo\n\n${example}`,
      'docs/adr/0012-bar.md': `# 12. Bar\n\nWe write:\n\n${example}`,
    });
    assert.deepEqual(
      project.records().map(({ title, status }) => [title, status]),
      [
        ['Foo', 'none'],
        ['Bar', 'none'],
      ],
    );
  });

  it('is not meant by the name of a part that is not there', async () => {
    const project = await load({ 'core/lip-0046.md': proposal('0046', 'Baz') });
    const [reference] = project.referencesIn('core/lip-0046.md', 'See [part 4](./lip-0046-04.md).');
    assert.deepEqual([reference?.target, reference?.resolution], [null, 'missing']);
  });
});
