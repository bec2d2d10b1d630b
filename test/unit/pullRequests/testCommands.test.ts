import assert from 'node:assert/strict';
import { findTestCommands } from '../../../src/core/pullRequests/testCommands';
import { memoryFiles } from '../support/memoryFiles';

const commands = async (files: Readonly<Record<string, string>>) =>
  (await findTestCommands(memoryFiles(files))).map(({ command, source }) => `${command} (${source})`);

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

  for (const command of ['make test [ARGS]', 'go test <package>', 'make lint-docs', 'npm run test-watch', 'rm -rf /']) {
    it(`are not ${command}`, async () => assert.deepEqual(await commands({ 'README.md': `\`${command}\`` }), []));
  }
});
