import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Activity, Interval, RepositoryActivity } from '../../../src/core/activity/activity';
import type { FileStat } from '../../../src/core/activity/facts';
import type { ToldCommit, WorkItem } from '../../../src/core/activity/toldWork';
import type { HandoffInput, Party, TouchedRecord } from '../../../src/core/drafts/handoffInput';
import type { Schedule } from '../../../src/core/team/team';
import { usual } from '../time/support';

export const at = (text: string): number => Date.parse(text);

/** A hash that tells which commit it is: `hashOf(0x3f2)` begins with `3f2`. */
export const hashOf = (seed: number): string => seed.toString(16).padEnd(40, '0');

export function party(name: string, zone: string | null, given: Partial<Schedule> & { contact?: string } = {}): Party {
  const { contact = null, ...schedule } = given;
  return { name, schedule: zone === null ? null : { ...usual(zone), ...schedule }, contact };
}

export function fileStat(path: string, added = 10, removed = 2): FileStat {
  return { path, from: null, added, removed, status: 'modified' };
}

export function commit(seed: number, subject: string, given: Partial<ToldCommit> = {}): ToldCommit {
  const instant = at('2026-11-20T14:05:00Z');
  return {
    hash: hashOf(seed),
    subject,
    body: '',
    authored: instant,
    committed: instant,
    standing: 'pushed',
    story: 'new',
    alsoOn: [],
    with: [],
    coAuthored: false,
    merge: false,
    byHand: false,
    files: [fileStat('src/a.ts')],
    ...given,
  };
}

export function workItem(given: Partial<WorkItem> & Pick<WorkItem, 'title' | 'commits'>): WorkItem {
  const { ticket = null, branch = null } = given;
  return {
    key: ticket ?? branch ?? '',
    ticket,
    branch,
    standing: 'pushed',
    request: null,
    into: null,
    before: 0,
    ...given,
  };
}

export function repository(given: Partial<RepositoryActivity> = {}): RepositoryActivity {
  const { items = [] } = given;
  const files = [
    ...new Set(items.flatMap(({ commits }) => commits.flatMap((each) => each.files.map(({ path }) => path)))),
  ];
  return {
    id: given.name ?? 'ledger',
    name: 'ledger',
    head: { kind: 'branch', branch: 'main', hash: hashOf(0xabc) },
    operations: [],
    invisible: { changes: [], unpushed: [], stashes: [], hasRemote: true },
    branches: [],
    omissions: [],
    files,
    worktrees: [],
    tips: { main: hashOf(0xabc) },
    limits: [],
    gaps: [],
    ...given,
    items,
  };
}

export function activity(interval: Interval, ...repositories: readonly RepositoryActivity[]): Activity {
  return { interval, repositories, missing: [] };
}

export function touched(path: string, given: Partial<TouchedRecord> = {}): TouchedRecord {
  return {
    path,
    href: `../${path.replace(/^docs\//, '')}`,
    kind: 'decision',
    label: null,
    title: path,
    status: 'accepted',
    statusText: 'accepted',
    how: 'cites',
    files: ['src/ledger/balance.ts'],
    ties: [],
    ...given,
  };
}

/** A handoff from Ann in London to Kenji in Tokyo, with nothing in it but what the test names. */
export function handoffInput(given: Partial<HandoffInput> = {}): HandoffInput {
  const now = given.now ?? at('2026-11-20T17:42:00Z');
  return {
    now,
    zone: 'Europe/London',
    from: party('Ann', 'Europe/London'),
    to: { kind: 'person', person: party('Kenji', 'Asia/Tokyo') },
    activity: activity({ start: at('2026-11-19T18:05:00Z'), end: now, from: 'handoff' }, repository()),
    records: [],
    risks: [],
    previous: null,
    ...given,
  };
}

const golden = join(import.meta.dirname, '../../golden');

/** Compares a text with `test/golden/<name>`; with `MERIDIAN_GOLDEN=write` the file is written instead. */
export function assertGolden(name: string, text: string): void {
  const file = join(golden, name);
  if (process.env.MERIDIAN_GOLDEN === 'write') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  // Equal texts give no diff to print; different ones give mocha both sides.
  assert.equal(text, readFileSync(file, 'utf8'), `${name}: MERIDIAN_GOLDEN=write takes it over`);
}
