import { strict as assert } from 'node:assert';
import { draftTeamStandup, draftTeamWeekly } from '../../../src/core/drafts/teamSummary';
import { hostileDay, ordinaryDay } from './days';
import { activity, assertGolden, at, commit, handoffInput, party, repository, touched, workItem } from './support';

const now = at('2026-11-20T17:42:00Z');
const kenji = handoffInput({
  from: party('Kenji Mori', 'Asia/Tokyo'),
  zone: 'Asia/Tokyo',
  activity: activity(
    { start: at('2026-11-19T15:00:00Z'), end: now, from: 'working-day' },
    repository({
      items: [
        workItem({ branch: 'replicas', title: 'Name the replicas', commits: [commit(1, 'Name the replicas')] }),
        workItem({
          ticket: '#17',
          title: 'Round half up',
          standing: 'merged',
          commits: [commit(2, 'Round half up', { standing: 'merged' })],
        }),
      ],
    }),
  ),
  records: [touched('docs/adr/0012-cents.md', { how: 'changed', label: 'ADR-0012', title: 'Keep amounts in cents' })],
});
const idle = (name: string) => handoffInput({ from: party(name, 'Europe/London') });
const team = { now, zone: 'Europe/London', members: [ordinaryDay(), kenji, idle('Priya Nair'), idle('Tom Reyes')] };

describe('a report of a team', () => {
  it('has a part for each who did something, and names the others', () => {
    assertGolden('team/standup.md', draftTeamStandup(team).text);
    assertGolden('team/weekly.md', draftTeamWeekly(team).text);
  });

  it('asks nothing, and keeps hostile words harmless', () => {
    const { text, stops } = draftTeamWeekly({ ...team, members: [hostileDay(), ...team.members] });
    assert.deepEqual(
      [stops, text.includes('‹'), /(?<!\\)<img/.test(text.replace(/`[^`\n]+`/g, ''))],
      [[], false, false],
    );
  });

  it('says so where nothing was done at all', () => {
    const { text } = draftTeamStandup({ ...team, members: [idle('Priya Nair')] });
    assert.match(text, /^No commits found of Priya Nair\.$/m);
  });
});
