import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isDocumentPath, mayHaveDocumentPath } from '../../../src/core/links/documentPaths';

describe('the glance for paths of documents', () => {
  const folders = [
    'docs',
    'adr',
    'ADRs',
    'decision',
    'decision-records',
    'architecture-decisions',
    'rfcs',
    'proposals',
    'x',
  ];
  const names = ['0012', '12-x', 'adr-12', 'ADR_12-x', 'rfc-3', 'notes', 'README'];
  const extensions = [
    ...[
      '',
      '.md',
      '.MDX',
      '.markdown',
      '.mdown',
      '.rst',
      '.adoc',
      '.asciidoc',
      '.asc',
      '.drawio',
      '.excalidraw',
      '.puml',
    ],
    ...['.plantuml', '.mmd', '.mermaid', '.dsl', '.d2', '.html', '.htm', '.txt', '.org', '.ts', '.json'],
  ];

  it('leaves out no line that has one', () => {
    let documents = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...folders), { maxLength: 3 }),
        fc.constantFrom(...names),
        fc.constantFrom(...extensions),
        (parts, name, extension) => {
          const path = [...parts, `${name}${extension}`].join('/');
          if (!isDocumentPath(path)) return;
          documents++;
          assert.ok(mayHaveDocumentPath(`see ${path}`), path);
        },
      ),
      { numRuns: 2_000 },
    );
    assert.ok(documents > 500, String(documents));
  });
});

describe('a path beside a record', () => {
  const cases: readonly [path: string, isDocument: boolean][] = [
    ['docs/adr/0042-no-soap.png', false],
    ['docs/adr/0042-figures.csv', false],
    ['docs/adr/0042-flow.svg', false],
    ['docs/adr/0042-flow.drawio.svg', true],
    ['docs/adr/0005-use-node.js', true],
    ['docs/adr/0042-no-soap', true],
    ['docs/adr/0042-no-soap.md', true],
  ];
  for (const [path, isDocument] of cases) {
    it(`${isDocument ? 'may be' : 'is no'} record: ${path}`, () => assert.equal(isDocumentPath(path), isDocument));
  }
});
