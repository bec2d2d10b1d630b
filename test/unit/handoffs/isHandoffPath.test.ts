import assert from 'node:assert/strict';
import { isHandoffPath } from '../../../src/core/handoffs/handoffPath';

describe('a handoff by its path alone', () => {
  const cases: readonly (readonly [path: string, isHandoff: boolean])[] = [
    ['x/2026-11-20-ann-lee-to-next.md', true],
    ['docs/handoffs/monday.md', true],
    ['team/Handovers/README.md', true],
    ['docs/adr/0001-from-a-to-b.md', false],
    ['docs/handoffs/notes.ts', false],
    ['handoffs/2026/a.txt', false],
    ['', false],
  ];
  for (const [path, isHandoff] of cases) {
    it(`"${path}" is ${isHandoff ? 'one' : 'none'}`, () => assert.equal(isHandoffPath(path), isHandoff));
  }
});
