import { deepEqual, ok } from 'node:assert/strict';
import { checkSummary, isSummary } from '../../../src/core/drafts/checkSummary';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { draftStandup } from '../../../src/core/drafts/standup';
import { draftTeamStandup, draftTeamWeekly } from '../../../src/core/drafts/teamSummary';
import { draftWeekly } from '../../../src/core/drafts/weekly';
import { ordinaryDay } from './days';

const day = ordinaryDay();
const team = { now: day.now, zone: day.zone, members: [day] };

describe('a standup or weekly update', () => {
  const drafts = {
    standup: draftStandup(day),
    weekly: draftWeekly(day),
    'team standup': draftTeamStandup(team),
    'team update': draftTeamWeekly(team),
  };
  for (const [name, { text, stops }] of Object.entries(drafts)) {
    it(`is known and asks for what was drafted so: ${name}`, () => {
      ok(isSummary(text) && isSummary(`\r\n${text}`));
      const lines = text.split('\n');
      deepEqual(
        checkSummary(text).map(({ line, start, end }) => lines[line - 1]?.slice(start, end)),
        [...stops].sort((a, b) => a.offset - b.offset).map(({ offset, length }) => text.slice(offset, offset + length)),
      );
    });
  }

  it('is no other text', () => {
    const others = [draftHandoff(day).text, '# Standup\n', 'As in\n# Standup · Ann\n', '## Standup · Ann\n', ''];
    deepEqual(others.filter(isSummary), []);
  });
});
