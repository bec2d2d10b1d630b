import assert from 'node:assert/strict';
import { comparableOwners } from '../../../src/core/pullRequests/reviewers';

const owners = (owner: string, own: readonly string[], teams: readonly string[]) =>
  comparableOwners({ ownersOf: () => [owner], own, ownTeams: new Set(teams) }).ownersOf('a.ts');

describe("owners who are somebody else's", () => {
  for (const [owner, own, teams, known] of [
    ['@kenji', ['@ann'], [], true],
    ['@kenji', ['ann@example.com'], [], false],
    ['@acme/ledger', ['@ann'], [], false],
    ['@acme/ledger', ['@ann'], ['web'], true],
    ['kenji@example.com', ['ann@example.com'], [], true],
    ['kenji@example.com', ['@ann'], [], false],
  ] as const) {
    it(`${known ? 'are' : 'may not be'} ${owner} for ${[...own, ...teams].join(', ')}`, () =>
      assert.deepEqual(owners(owner, own, teams), known ? [owner] : []));
  }
});
