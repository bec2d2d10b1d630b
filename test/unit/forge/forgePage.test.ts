import { equal } from 'node:assert/strict';
import { isForgePage } from '../../../src/core/forge/remoteUrl';

const cases: readonly (readonly [url: string, host: string, isPage: boolean])[] = [
  ['https://github.com/acme/ledger/pull/7', 'github.com', true],
  ['https://git.acme.example:8443/acme/ledger/pull/7', 'git.acme.example:8443', true],
  ['http://github.com/acme/ledger/pull/7', 'github.com', false],
  ['https://github.com.evil.example/acme/ledger', 'github.com', false],
  ['https://github.com@evil.example/acme/ledger', 'github.com', false],
  ['https://ann:secret@github.com/acme/ledger', 'github.com', false],
  ['https://git.acme.example/acme/ledger/pull/7', 'git.acme.example:8443', false],
  ['command:workbench.action.terminal.new', 'github.com', false],
  ['javascript:alert(1)', 'github.com', false],
  ['//github.com/acme', 'github.com', false],
  ['', 'github.com', false],
];

describe('a page of a forge (A6)', () => {
  for (const [url, host, isPage] of cases) {
    it(`${url || 'nothing'} is ${isPage ? 'one' : 'none'} of ${host}`, () => equal(isForgePage(url, host), isPage));
  }
});
