import assert from 'node:assert/strict';
import { isIssueLine } from '../../../src/core/pullRequests/issueLine';

const lines: Readonly<Record<string, readonly string[]>> = {
  'names an issue, or waits for one': [
    'Fixes #12',
    'Closes: octo/repo#12',
    'Issue: https://example.com/issues/1',
    'Fixes # (issue)',
    '- Fix #',
    'Resolves #<your issue id here>',
    'Resolves #{TICKET NUMBER OR URL}',
    'Fixes LED-##',
    'Closes LED-XXX',
    'Linear: LIN-<number>',
    'Trello card: <!-- link -->',
    '- Issue link:',
    '**Related issue**: #ISSUE_NUMBER',
  ],
  'says something': [
    'Fixes the ledger',
    'References the ADR-12 decision',
    'Issue with the ledger',
    'Linear time: 3 ms',
    '',
  ],
};

describe('a line about an issue', () => {
  for (const [name, texts] of Object.entries(lines)) {
    for (const text of texts) it(`${name}: ${text}`, () => assert.equal(isIssueLine(text), name.startsWith('names')));
  }
});
