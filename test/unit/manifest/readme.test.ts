import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const readme = readFileSync('README.md', 'utf8');

describe('README', () => {
  it('leads in the first five minutes to what the sample has there', () => {
    const [, file, name, line] = /Open `(.+?)` and point at `(.+?)` in line (\d+)/.exec(readme) ?? [];
    const lines = readFileSync(`test/fixtures/sample/${file}`, 'utf8').split('\n');
    assert.ok(name && lines[Number(line) - 1]?.includes(name), lines[Number(line) - 1]);
  });
});
