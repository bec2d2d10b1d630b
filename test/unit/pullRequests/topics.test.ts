import assert from 'node:assert/strict';
import { topicsOf } from '../../../src/core/pullRequests/topics';

const headings: readonly (readonly [heading: string, topics: string])[] = [
  ['Why', 'why'],
  ['## 🤔 Motivation and Context', 'why'],
  ['Reason for change', 'why'],
  ['What problem does this solve?', 'why'],
  ['Description', 'why what'],
  ['What does this PR do and why?', 'why what'],
  ['What this PR does / why we need it:', 'why what'],
  ['Summary', 'why what'],
  ['What changed', 'what'],
  ['Changes proposed in this pull request', 'what'],
  ['How Has This Been Tested?', 'test'],
  ['Test plan', 'test'],
  ['Steps to test', 'test'],
  ['How to set up and validate locally', 'test'],
  ['Related issues and pull requests', 'ticket'],
  ['Which issue(s) this PR fixes', 'ticket'],
  ['JIRA', 'ticket'],
  ['Risks', 'risk'],
  ['Rollback plan', 'nobody knows'],
  ['Changes to Security Controls', 'nobody knows'],
  ['Screenshots (if appropriate):', 'screenshots'],
  ['Before / After', 'screenshots'],
  ['Special notes for your reviewer', 'feedback reviewers'],
  ['Feedback wanted', 'feedback reviewers'],
  ['Architecture decisions', 'records'],
  ['Type of change', ''],
  ['Checklist', ''],
  ['Does this PR introduce a user-facing change?', ''],
  ['Release notes', ''],
  ['AI usage', ''],
  ['Wibble', 'nobody knows'],
];

describe('what a heading asks for', () => {
  for (const [heading, topics] of headings) {
    it(heading, () => assert.equal(topicsOf(heading)?.join(' ') ?? 'nobody knows', topics));
  }
});
