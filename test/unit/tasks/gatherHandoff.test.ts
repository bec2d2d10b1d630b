import assert from 'node:assert/strict';
import type { ActivitySource } from '../../../src/core/activity/activitySource';
import { anyTickets } from '../../../src/core/activity/ticketRules';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import type { Addressee } from '../../../src/core/drafts/handoffInput';
import type { HandoffNote } from '../../../src/core/handoffs/note';
import { readHandoff } from '../../../src/core/handoffs/readHandoff';
import { gatherHandoff } from '../../../src/core/tasks/gatherHandoff';
import { planDraft } from '../../../src/core/tasks/handoffPlan';
import { branch, commit, facts, on, PlainSource, patch } from '../activity/support';
import { forgeWork, forgeWorkSaying } from '../drafts/forgeDays';
import { MemoryFiles } from '../support/memoryFiles';
import { folder, namesOf, now, secret, workplace, writer } from './support';

const to: Addressee = { kind: 'person', person: { name: 'Kenji Mori', schedule: null, contact: null } };
const interval = { start: now - 86_400_000, end: now, from: 'given' as const };
const ofLedger = { '/work/ledger': facts([commit('a', '')]) };

/** Asks for a draft in the first of the folders. */
function gather(place: ReturnType<typeof workplace>) {
  const [first] = place.folders;
  assert.ok(first);
  const plan = { interval, reported: [], previous: null };
  return gatherHandoff(place, { ...plan, writer: writer(), to, folder: first, path: 'note.md', tickets: anyTickets });
}

describe('gathering a handoff', () => {
  it('reports the history, the commits and the records that it reads', async () => {
    const place = workplace([folder('ledger')], { activity: new PlainSource(ofLedger) });
    const gathered = await gather(place);
    assert.deepEqual(
      place.steps.map(({ kind }) => kind),
      ['history', 'commits', 'records'],
    );
    assert.deepEqual([...(gathered?.roots ?? [])], [['ledger', '/work/ledger']]);
  });

  it('drafts the other folders where one is not on this machine', async () => {
    const remote = folder('remote', { directory: null });
    const gathered = await gather(workplace([folder('ledger'), remote], { activity: new PlainSource(ofLedger) }));
    assert.deepEqual(gathered && namesOf(gathered.input.activity), ['ledger']);
    assert.deepEqual(gathered?.input.activity.missing, [{ folder: 'remote', detail: 'no-repository missing' }]);
  });

  it('counts what a submodule changed for the risks, and its owners not', async () => {
    const owned = new MemoryFiles();
    owned.set('CODEOWNERS', '* @kenji');
    const repositories = {
      '/work/ledger': facts([commit('a', '')], { submodules: ['vendor/money'] }),
      '/work/ledger/vendor/money': facts([commit('b', '')], { id: 'money', root: '/work/ledger/vendor/money' }),
    };
    const patches = { a: patch('1', 'src/a.ts'), b: patch('2', 'db/migrations/0041_split.sql') };
    const activity = new PlainSource(repositories, patches);
    const gathered = await gather(workplace([folder('ledger')], { activity, filesAt: () => owned }));
    const filesOf = (code: string) => gathered?.input.risks.find((risk) => risk.code === code)?.files;
    assert.deepEqual(filesOf('migration'), ['db/migrations/0041_split.sql']);
    assert.deepEqual(filesOf('other-owners'), ['src/a.ts']);
  });

  it('does not list the saved note that is drafted again among what is not committed', async () => {
    const changed = (...paths: readonly string[]) => {
      const changes = paths.map((path) => ({ path, kind: 'untracked' as const }));
      const [worktree] = facts([]).worktrees;
      return worktree ? [{ ...worktree, changes }] : [];
    };
    const listed = async (...paths: readonly string[]) => {
      const ledger = facts([commit('a', '')], { worktrees: changed(...paths) });
      const part = folder('ledger', { directory: '/work/ledger/docs' });
      const activity = new PlainSource({ '/work/ledger/docs': ledger });
      const gathered = await gather(workplace([part], { activity }));
      return gathered?.input.activity.repositories[0]?.invisible.changes.map(({ files }) =>
        files.map(({ path }) => path),
      );
    };
    assert.deepEqual(await listed('docs/note.md', 'docs/other.md', 'note.md'), [['docs/other.md', 'note.md']]);
    assert.deepEqual(await listed('docs/note.md'), []);
  });

  it('does not list the new folder of the saved note either, unless another file is in it', async () => {
    const listed = async (...there: readonly string[]) => {
      const files = new MemoryFiles();
      for (const path of there) files.set(path, '# Handoff\n');
      const changes = [{ path: 'docs/handoffs/', kind: 'untracked' as const }];
      const [worktree] = facts([]).worktrees;
      const ledger = facts([commit('a', '')], { worktrees: worktree ? [{ ...worktree, changes }] : [] });
      const [first] = [folder('ledger', { files })];
      const plan = { interval, reported: [], previous: null };
      const request = { ...plan, writer: writer(), to, folder: first, path: 'docs/handoffs/a.md', tickets: anyTickets };
      const place = workplace([first], { activity: new PlainSource({ '/work/ledger': ledger }) });
      const gathered = await gatherHandoff(place, request);
      return gathered?.input.activity.repositories[0]?.invisible.changes.length;
    };
    assert.equal(await listed('docs/handoffs/a.md'), 0);
    assert.equal(await listed('docs/handoffs/a.md', 'docs/handoffs/b.md'), 1);
    assert.equal(await listed('docs/handoffs/b.md'), 1);
  });

  it('asks which records govern files of a submodule in the folder', async () => {
    const asked: string[] = [];
    const repositories = {
      '/work/ledger': facts([commit('a', '')], { submodules: ['vendor/money'] }),
      '/work/ledger/vendor/money': facts([commit('b', '')], { id: 'money', root: '/work/ledger/vendor/money' }),
    };
    const own = folder('ledger', { readCited: async (paths) => void asked.push(...paths) });
    await gather(workplace([own], { activity: new PlainSource(repositories) }));
    assert.deepEqual(asked.sort(), ['a.ts', 'vendor/money/b.ts']);
  });

  it('shows no secret of a commit, a pull request or the note before', async () => {
    const words = `rotate ${secret}`;
    const previous = readHandoff('docs/handoffs/a.md', `# Handoff\n\n## Next\n\n- [ ] ${words}\n`);
    const activity = new PlainSource({ '/work/ledger': facts([commit('a', '', { subject: words })]) });
    const forge = async () => ({ works: [forgeWorkSaying(words)], gaps: [] });
    const [first] = [folder('ledger')];
    const plan = { interval, reported: [], previous };
    const request = { ...plan, writer: writer(), to, folder: first, path: 'note.md', tickets: anyTickets };
    const gathered = await gatherHandoff(workplace([first], { activity, forge }), request);
    assert.ok(gathered);
    const { text } = draftHandoff(gathered.input);
    assert.ok(text.includes('rotate') && text.includes('#'));
    assert.doesNotMatch(text, new RegExp(secret.slice(4)));
  });

  it('calls the work on a branch as its open request does', async () => {
    const branches = [branch('split', 'a', 'a'), branch('other', 'b', 'b')];
    const commits = [
      commit('b', 'base', { subject: 'Other work' }),
      commit('a', 'base', { subject: 'LED-42: wip split' }),
    ];
    const ledger = facts(commits, { ...on('split', 'a'), branches, defaultBranch: { name: 'main', tip: 'base' } });
    const activity = new PlainSource({ '/work/ledger': ledger });
    const mine = forgeWork().work.mine.slice(0, 1);
    const forge = async () => ({ works: [forgeWork({ mine })], gaps: [] });
    const gathered = await gather(workplace([folder('ledger')], { activity, forge }));
    const titles = gathered?.input.activity.repositories[0]?.items.map(({ ticket, title }) => [ticket, title]);
    assert.deepEqual(titles?.toSorted(), [
      [null, 'Other work'],
      ['LED-42', 'Split the ledger by region'],
    ]);
  });

  it('stops at once while the forge or the records are waited for', async () => {
    const controller = new AbortController();
    const waiting = folder('ledger', {
      readCited: () => {
        controller.abort();
        return new Promise(() => undefined);
      },
    });
    const activity = new PlainSource(ofLedger);
    assert.equal(await gather(workplace([waiting], { activity, signal: controller.signal })), undefined);
    const forge = () => new Promise<never>(() => undefined);
    assert.equal(
      await gather(workplace([folder('ledger')], { activity, forge, signal: controller.signal })),
      undefined,
    );
  });

  it('takes git that was stopped half way for stopped, and any other failure for one', async () => {
    const failing: ActivitySource = {
      read: async () => Promise.reject(new Error('stopped')),
      patches: async () => new Map(),
      mergedByHand: async () => new Map(),
      landedAs: async () => null,
      rangePatch: async () => null,
    };
    const folders = [folder('ledger')];
    assert.equal(await gather(workplace(folders, { activity: failing, signal: AbortSignal.abort() })), undefined);
    await assert.rejects(gather(workplace(folders, { activity: failing })), /stopped/);
  });
});

describe('what the note before left open', () => {
  it('is carried over, but for what is ticked or names what is merged now', async () => {
    const text = [
      ...['# Handoff', '', '## Next', '', '- [ ] Rotate the signing key, Bo', '- [x] Delete the bucket'],
      ...[
        '- [ ] Finish LED-7',
        '- [ ] Review LED-7.',
        '- [ ] ‹what›, ‹who›',
        '',
        '## Blocked or waiting',
        '',
        '- legal, since Tue',
        '',
      ],
    ].join('\n');
    const previous = readHandoff('docs/handoffs/2026-11-19-ann-to-kenji.md', text);
    assert.ok(previous);
    const [first] = [folder('ledger')];
    const activity = new PlainSource({ '/work/ledger': facts([commit('a', '', { subject: 'LED-7: split' })]) });
    const plan = { interval, reported: [], previous };
    const request = { ...plan, writer: writer(), to, folder: first, path: 'note.md', tickets: anyTickets };
    const gathered = await gatherHandoff(workplace([first], { activity }), request);
    assert.ok(gathered);
    assert.deepEqual(gathered.input.carried, {
      next: ['Rotate the signing key, Bo'],
      waiting: ['legal, since Tue'],
      questions: [],
    });
    const { text: draft } = draftHandoff(gathered.input);
    assert.match(draft, /- \[ \] Rotate the signing key, Bo \(from the note of Thu 19 Nov\) ‹still open\?›/);
    assert.match(draft, /- waiting: legal, since Tue \(from the note of Thu 19 Nov\)/);
  });
});

describe('what a draft goes on from', () => {
  const note = (path: string, written: string, changes: Partial<HandoffNote> = {}): HandoffNote => ({
    ...{ path, title: 'Handoff', written: Date.parse(written), from: 'Ann Lee', to: ['Kenji Mori'], covers: null },
    ...{ tips: {}, next: [], waiting: [], questions: [], branches: [], records: [], replies: [] },
    ...changes,
  });
  const start = Date.parse('2026-11-18T09:00Z');
  const covers = { start, end: Date.parse('2026-11-20T12:00Z') };
  const todays = note('b.md', '2026-11-20T12:00Z', { covers });
  const plan = (notes: readonly HandoffNote[], changes: Partial<Parameters<typeof planDraft>[0]> = {}) =>
    planDraft({ format: 'handoff', writer: writer(), to, notes, again: null, since: null, until: now, ...changes });

  it('is where the first note of the same day began, when it is drafted once more', () => {
    const { interval: found, todays: same } = plan([todays]);
    assert.deepEqual([found, same?.path], [{ start, end: now, from: 'given' }, 'b.md']);
    assert.deepEqual(plan([todays], { again: todays, notes: [] }).interval.start, start);
  });

  it('is the note of a day before where there is one', () => {
    const before = note('a.md', '2026-11-19T18:00Z', { tips: { ledger: { main: 'a'.repeat(40) } } });
    const found = plan([before, todays]);
    assert.deepEqual([found.interval.from, found.interval.start], ['handoff', Date.parse('2026-11-19T18:00Z')]);
    assert.deepEqual([found.previous?.path, found.reported], ['a.md', ['a'.repeat(40)]]);
  });

  it('is not the note of today for a standup, a weekly update, or a note to another person', () => {
    const day = Date.parse('2026-11-20T00:00Z');
    const another: Addressee = { kind: 'person', person: { name: 'Ana Souza', schedule: null, contact: null } };
    assert.equal(plan([todays], { format: 'standup' }).interval.start, day);
    assert.equal(plan([todays], { to: another }).interval.start, day);
    assert.equal(plan([todays], { format: 'weekly' }).interval.start, Date.parse('2026-11-13T00:00Z'));
  });

  it('is what the writer asks for, above all', () => {
    const since = Date.parse('2026-11-20T08:00Z');
    assert.deepEqual(plan([todays], { since }).interval, { start: since, end: now, from: 'given' });
  });
});
