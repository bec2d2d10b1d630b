import assert from 'node:assert/strict';
import { movedApi } from '../../../src/core/pullRequests/movedApi';
import { memoryFiles } from '../support/memoryFiles';
import { file } from './support';

const library: Readonly<Record<string, string>> = {
  'ledger.gemspec': '',
  'pyproject.toml': '[build-system]\nrequires = []\n',
  'package.json': '{ "main": "index.js" }',
  'packages/app/package.json': '{ "private": true, "main": "index.js" }',
  'packages/map/package.json': '{ "main": "index.js", "exports": {} }',
  'composer.json': '{ "type": "library" }',
  'go.mod': 'module acme.example/ledger',
  'kept/one.go': 'package kept',
};
const told = async (path: string, files = library) =>
  (await movedApi([file(path, 0, 9, 'deleted')], memoryFiles(files)))?.files ?? [];

describe('what others load by its path', () => {
  const loaded = [
    'lib/ledger/split.rb',
    'src/ledger/split.py',
    'ledger/__init__.py',
    'lib/split.js',
    'src/Ledger/Split.php',
    'gone/split.go',
    'include/ledger/split.hpp',
  ];
  for (const path of loaded) it(`is told: ${path}`, async () => assert.deepEqual(await told(path), [path]));

  const own = [
    'lib/tasks/split.rb',
    'app/models/split.rb',
    'src/ledger/_split.py',
    'ledger/_internal/split.py',
    'scripts/split.py',
    'packages/app/split.js',
    'packages/map/split.js',
    'scripts/split.js',
    'kept/split.go',
    'internal/split/split.go',
    'cmd/ledger/main.go',
    'test/ledger/split_test.rb',
    'src/split.ts',
    'README.md',
  ];
  for (const path of own) it(`is none: ${path}`, async () => assert.deepEqual(await told(path), []));

  it('is none where the repository is no library', async () => {
    for (const path of loaded.slice(0, -1)) assert.deepEqual(await told(path, {}), [], path);
  });

  it('is told by its old name where it was moved', async () => {
    const moved = { ...file('lib/ledger/parts.rb', 1, 1, 'renamed'), from: 'lib/ledger/split.rb' };
    const risk = await movedApi([moved], memoryFiles(library));
    assert.deepEqual(risk, { code: 'moved-api', files: ['lib/ledger/split.rb'], count: 1, detail: '' });
  });
});
