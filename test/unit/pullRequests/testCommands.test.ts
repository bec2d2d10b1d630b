import assert from 'node:assert/strict';
import { findTestCommands } from '../../../src/core/pullRequests/testCommands';
import { memoryFiles } from '../support/memoryFiles';

const commands = async (files: Readonly<Record<string, string>>, changed = ['a.ts', 'b.go']) =>
  (await findTestCommands(memoryFiles(files), changed)).map(({ command, source }) => `${command} (${source})`);

describe('commands that test', () => {
  it('are the scripts of the package, with its manager', async () => {
    const files = { 'package.json': '{"scripts":{"test":"vitest","lint":"biome"}}', 'pnpm-lock.yaml': '' };
    assert.deepEqual(await commands(files), ['pnpm test (package.json)']);
  });

  it('are what the documents show in code', async () => {
    const files = {
      'README.md': 'Run `make test`:\n\n```\n$ go test ./... # all\n```\n',
      'CONTRIBUTING.md': '`make test`',
    };
    assert.deepEqual(await commands(files), ['make test (README.md)', 'go test ./... (README.md)']);
  });

  it('are those that name tests, where there are any', async () => {
    assert.deepEqual(await commands({ 'README.md': '`make verify`, `make test`' }), ['make test (README.md)']);
    assert.deepEqual(await commands({ 'README.md': '`make verify`' }), ['make verify (README.md)']);
  });

  const rows: readonly (readonly [command: string, changed: string, isMeant: boolean])[] = [
    ['npm test', 'src/a.ts', true],
    ['npm test', 'src/a.rs', false],
    ['cargo test', 'src/a.rs', true],
    ['cargo nextest run', 'src/a.ts', false],
    ['go test ./...', 'pkg/a.go', true],
    ['pytest', 'app/a.py', true],
    ['make verify-images', 'app/a.go', false],
    ['make verify-*', 'app/a.go', false],
    ['make test-ledger', 'ledger/a.go', true],
    ['make test-unit', 'app/a.go', true],
    ['tox -e celery', 'sentry/celery/beat.py', true],
    ['tox -e celery', 'sentry/django/asgi.py', false],
    ['pytest tests/ledger', 'ledger/split.py', true],
    ['pytest tests/ledger', 'web/page.py', false],
    ['./gradlew check', 'src/A.kt', true],
    ['mvn -q verify', 'src/a.py', false],
    ['dotnet test', 'src/A.cs', true],
    ['bundle exec rspec', 'app/a.rb', true],
    ['mix test', 'lib/a.ex', true],
    ['composer test', 'src/a.php', true],
    ['swift test', 'Sources/A.swift', true],
    ['sbt test', 'src/A.scala', true],
    ['zig build test', 'src/a.zig', true],
    ['lein test', 'src/a.clj', true],
    ['deno test', 'a.ts', true],
    ['make test', 'src/anything.c', true],
    ['bazel test //...', 'a/b.cc', true],
    ['ctest', 'a/b.cc', true],
    ['make markdownlint', 'docs/a.md', false],
  ];
  for (const [command, changed, isMeant] of rows) {
    it(`${isMeant ? 'are' : 'are not'} ${command} for ${changed}`, async () => {
      const found = await commands({ 'README.md': `\`${command}\`` }, [changed]);
      assert.deepEqual(found, isMeant ? [`${command} (README.md)`] : []);
    });
  }

  it('are two at most', async () => {
    const files = { 'README.md': '`make test`, `npm test`, `go test ./...`' };
    assert.deepEqual(await commands(files), ['make test (README.md)', 'npm test (README.md)']);
  });

  for (const command of ['make test [ARGS]', 'go test <package>', 'make lint-docs', 'npm run test-watch', 'rm -rf /']) {
    it(`are not ${command}`, async () => assert.deepEqual(await commands({ 'README.md': `\`${command}\`` }), []));
  }
});
