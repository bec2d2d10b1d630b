import assert from 'node:assert/strict';
import { versionFilesFor } from '../../../src/core/questions/versionFiles';

const cases: readonly (readonly [path: string, file: string, text: string, shown: string])[] = [
  [
    'a/b.tsx',
    'package.json',
    '{"name":"ledger","version":"1.2.0","engines":{"node":">=20"}}',
    'ledger 1.2.0, node as required: >=20',
  ],
  ['a/b.py', 'pyproject.toml', '[project]\nrequires-python = ">=3.11"\n', 'python as required: >=3.11'],
  ['a/b.py', '.python-version', '3.12.1\n', 'python 3.12.1'],
  ['a/b.go', 'go.mod', 'module acme.example/ledger\n\ngo 1.22.3\n', 'go 1.22.3'],
  ['a/b.rs', 'Cargo.toml', '[package]\nrust-version = "1.76"\n', 'rust as required: 1.76'],
  ['a/b.rb', '.ruby-version', 'ruby-3.3.0\n', 'ruby 3.3.0'],
  ['a/B.java', 'pom.xml', '<java.version>21</java.version>', 'java 21'],
  ['a/B.cs', 'global.json', '{ "sdk": { "version": "8.0.100" } }', 'dotnet 8.0.100'],
  ['a/b.php', 'composer.json', '{ "require": { "php": "^8.2" } }', 'php as required: ^8.2'],
];

describe('versionFilesFor', () => {
  for (const [path, name, text, shown] of cases) {
    it(`reads ${name} for ${path}`, () => {
      const file = versionFilesFor(path).find((one) => one.name === name);
      const written = file?.read(text).map((one) => `${one.name} ${one.version}`);
      assert.equal(written?.join(', '), shown);
      assert.deepEqual(file?.read('no such text'), []);
    });
  }

  it('has nothing of another language to say', () => {
    assert.deepEqual(versionFilesFor('docs/a.md'), []);
    assert.ok(versionFilesFor('a.py').every(({ name }) => name !== 'package.json'));
  });
});
