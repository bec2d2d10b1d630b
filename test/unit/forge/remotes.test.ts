import { equal, notEqual } from 'node:assert/strict';
import { withoutBranches } from '../../../src/core/forge/remotes';

const remote = '[remote "origin"]\n\turl = https://git.example/acme/ledger\n';
const branch = '[branch "topic"]\n\tremote = origin\n\tvscode-merge-base = origin/main\n';

describe('the text of a configuration without its branches', () => {
  const config = `[core]\n\tbare = false\n${remote}`;

  for (const [what, text] of [
    ['a branch at its end', `${config}${branch}`],
    ['a branch in between', `[core]\n\tbare = false\n${branch}${remote}`],
    ['branches that follow each other', `${config}${branch}${branch.replace('topic', 'a [b] "c')}`],
  ] as const) {
    it(`is the same with ${what}`, () => equal(withoutBranches(text), config));
  }

  for (const [what, text] of [
    ['another address', `${config.replace('ledger', 'books')}${branch}`],
    ['another remote after a branch', `${config}${branch}${remote.replace('origin', 'fork')}`],
    ['a remote on the line of a branch', `${config}[branch "topic"] [remote "fork"] url = https://git.example/a/b\n`],
    ['an address that is to be rewritten', `${config}${branch}[url "https://github.com/"]\n\tinsteadOf = gh:\n`],
  ] as const) {
    it(`is another with ${what}`, () => notEqual(withoutBranches(text), config));
  }
});
