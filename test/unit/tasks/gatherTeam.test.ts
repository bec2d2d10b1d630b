import assert from 'node:assert/strict';
import { anyTickets } from '../../../src/core/activity/ticketRules';
import { gatherTeam } from '../../../src/core/tasks/gatherTeam';
import { parseTeam } from '../../../src/core/team/parseTeam';
import { commit, facts, kenji, PlainSource } from '../activity/support';
import { forgeWork } from '../drafts/forgeDays';
import { folder, now, workplace } from './support';

const { team } = parseTeam(
  JSON.stringify({
    members: [
      { name: 'Ann Lee', addresses: ['ann@example.com'], zone: 'Europe/London' },
      { name: 'Kenji Ito', addresses: ['kenji@example.com'], zone: 'Asia/Tokyo' },
      { name: 'Priya Nair', addresses: ['priya@example.com'], zone: 'Europe/London' },
    ],
  }),
);

/** Counts what is read, and what of it with the branches of remotes. */
class Counting extends PlainSource {
  readonly requests: { readonly start: number; readonly everyRemote?: boolean }[] = [];

  override read(request: { readonly folder: string; readonly start: number }) {
    this.requests.push(request);
    return super.read(request);
  }
}

describe('gathering what a team did', () => {
  const commits = [commit('b', 'a', kenji), commit('a', '')];
  const request = {
    format: 'standup' as const,
    team,
    since: null,
    until: now,
    zone: 'UTC',
    path: '',
    tickets: anyTickets,
  };

  it('tells each member their own commits of their own day, and asks no forge', async () => {
    const source = new Counting({ '/work/ledger': facts(commits) });
    const forge = async () => assert.fail(JSON.stringify(forgeWork().work));
    const place = workplace([folder('ledger')], { activity: source, forge });
    const [own] = place.folders;
    assert.ok(own);
    const members = (await gatherTeam(place, { ...request, folder: own })) ?? [];
    assert.deepEqual(
      members.map(({ from, zone, activity }) => [
        from.name,
        zone,
        activity.repositories.flatMap(({ items }) => items.flatMap((item) => item.commits.map(({ hash }) => hash))),
      ]),
      [
        ['Ann Lee', 'Europe/London', ['a']],
        ['Kenji Ito', 'Asia/Tokyo', ['b']],
        ['Priya Nair', 'Europe/London', []],
      ],
    );
    // The two in London have one day, which is read once.
    assert.deepEqual(
      source.requests.map(({ everyRemote }) => everyRemote),
      [true, true],
    );
  });

  it('stops where it is stopped', async () => {
    const place = workplace([folder('ledger')], { activity: new PlainSource({}), signal: AbortSignal.abort() });
    const [own] = place.folders;
    assert.ok(own);
    assert.equal(await gatherTeam(place, { ...request, folder: own }), undefined);
  });
});
