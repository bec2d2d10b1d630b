import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tellingOf } from '../../../scripts/sample/days.mjs';
import { makeSampleWorkspace } from '../../../scripts/sample/workspace.mjs';
import { answerCheck } from '../../../src/cli/checkAnswer';
import { answerHandoff } from '../../../src/cli/handoffAnswer';
import { readHandoff } from '../../../src/core/handoffs/readHandoff';
import { removeFolder, temporaryFolder } from '../support/temporaryRepository';

describe('the days of the sample workspace', () => {
  const cases: readonly (readonly [day: string, text: string, expected: string])[] = [
    ['2026-11-21', 'handoff: 2026-11-20T08:50:00Z', 'handoff: 2026-11-20T08:50:00Z'],
    ['2026-11-27', 'Thu 19 Nov', 'Thu 19 Nov'],
    ['2026-11-28', 'handoff: 2026-11-20T08:50:00Z', 'handoff: 2026-11-27T08:50:00Z'],
    ['2026-11-28', '2026-11-19T09:14:00+09:00', '2026-11-26T09:14:00+09:00'],
    ['2026-11-28', '<!-- at: 2026-11-19T00:12:00.000Z -->', '<!-- at: 2026-11-26T00:12:00.000Z -->'],
    ['2026-11-28', 'docs/handoffs/2026-11-18-ann-lee.md', 'docs/handoffs/2026-11-25-ann-lee.md'],
    ['2026-11-28', '"away": ["2026-11-16/2026-11-27"]', '"away": ["2026-11-23/2026-12-04"]'],
    ['2026-12-09', 'since Thu 19 Nov', 'since Thu 3 Dec'],
    // Both clocks are told anew: in summer London is an hour closer to Tokyo.
    [
      '2027-07-07',
      'Mon 23 Nov 15:00 Europe/London (00:00 Tue Asia/Tokyo)',
      'Mon 5 Jul 16:00 Europe/London (00:00 Tue Asia/Tokyo)',
    ],
    [
      '2026-12-02',
      'Fri 20 Nov 17:50 Asia/Tokyo (08:50 Europe/London)',
      'Fri 27 Nov 17:50 Asia/Tokyo (08:50 Europe/London)',
    ],
    ['2026-11-14', 'Thu 19 Nov', 'Thu 12 Nov'],
    ['2027-07-07', 'Date: 2025-03-03, ADR-2026-1', 'Date: 2025-03-03, ADR-2026-1'],
  ];
  for (const [day, text, expected] of cases) {
    it(`tell "${text}" on ${day} as "${expected}"`, () => assert.equal(tellingOf(day)(text), expected));
  }
});

describe('the sample workspace', function () {
  // Some two hundred processes of git.
  this.timeout(300_000);
  const folders: string[] = [];
  after(() => {
    for (const folder of folders) removeFolder(folder);
  });

  async function made(day: string): Promise<string> {
    const folder = temporaryFolder();
    folders.push(folder);
    return makeSampleWorkspace(join(folder, 'ledger'), day);
  }
  const known = new Map<string, Promise<string>>();
  const on = (day: string): Promise<string> => {
    const root = known.get(day) ?? made(day);
    known.set(day, root);
    return root;
  };
  const git = (root: string, ...args: readonly string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  const references = (root: string) => git(root, 'for-each-ref', '--format=%(refname) %(objectname)');

  it('is the same each time on a day, commit ids included', async () => {
    const [one, other] = [await on('2026-11-21'), await made('2026-11-21')];
    assert.equal(references(one), references(other));
  });

  it('has no scope that matches nothing', async () => {
    const { text } = await answerCheck([await on('2026-11-21')], Date.now());
    assert.doesNotMatch(text, /empty-scope/);
    assert.match(text, /retired-record/);
  });

  for (const day of ['2026-11-21', '2027-07-07']) {
    it(`has on ${day} everything that Draft Handoff can tell of`, async () => {
      const root = await on(day);
      const now = Date.parse(`${day}T08:00:00Z`);
      const times = git(root, 'log', '--all', '--format=%ct').trim().split('\n').map(Number);
      assert.ok(Math.max(...times) * 1000 < Date.parse(`${day}T00:00:00Z`), 'a commit of the future');
      const clock = { now, zone: 'UTC' };
      const text = await answerHandoff([root, '--to', 'Priya', '--zone', 'Europe/London'], clock);
      assert.match(text, /^\*\*LED-60: .*\*\* \(merged\)$/m);
      assert.match(text, /^\*\*LED-61: .*\*\* \(pushed, not merged\)$/m);
      assert.match(text, /1 commit on `LED-58-region-codes` is not pushed/);
      assert.match(text, /`LED-62-limits-per-customer` was never pushed \(1 commit\)/);
      assert.match(text, /a stash of Fri \d+ \w+ on `main`: "LED-63: Yen has no minor unit"/);
      const apart = 'LED-58-region-codes...origin/LED-58-region-codes';
      assert.equal(git(root, 'rev-list', '--left-right', '--count', apart).trim(), '1\t1');
      const last = readdirSync(join(root, 'docs/handoffs')).find((name) => name.includes('-ann-lee-to-')) ?? '';
      assert.match(readFileSync(join(root, 'docs/handoffs', last), 'utf8'), /^- \[ \] Find out why/m);
    });

    it(`has notes on ${day} whose words, names and tips agree`, async () => {
      const root = await on(day);
      const directory = join(root, 'docs/handoffs');
      const names = readdirSync(directory).sort();
      assert.equal(names.length, 2);
      for (const name of names) {
        const note = readHandoff(`docs/handoffs/${name}`, readFileSync(join(directory, name), 'utf8'));
        assert.ok(note?.written);
        assert.equal(name.slice(0, 10), new Date(note.written).toISOString().slice(0, 10));
        const [, weekday = '', date = '', time = '', zone = ''] =
          /· (\w+) (\d+ \w+) (\d\d:\d\d) (\w+\/\w+)/.exec(note.title) ?? [];
        const parts = new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          hour: '2-digit',
          minute: '2-digit',
        }).format(note.written);
        assert.deepEqual(
          [parts.includes(weekday), parts.includes(date), parts.endsWith(time)],
          [true, true, true],
          parts,
        );
        for (const tip of Object.values(note.tips.ledger ?? {})) git(root, 'merge-base', '--is-ancestor', tip, tip);
      }
      assert.equal(
        names.some((name) => name.endsWith('-kenji-mori-to-ann-lee.md')),
        true,
      );
    });
  }
});
