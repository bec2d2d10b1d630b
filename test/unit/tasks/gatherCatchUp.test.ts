import assert from 'node:assert/strict';
import { draftCatchUp } from '../../../src/core/drafts/catchUp';
import type { HandoffNote } from '../../../src/core/handoffs/note';
import type { ReceivedNote } from '../../../src/core/handoffs/receiver';
import { gatherCatchUp } from '../../../src/core/tasks/gatherCatchUp';
import type { FolderHistory } from '../../../src/core/tasks/workplace';
import { forgeWorkSaying } from '../drafts/forgeDays';
import { MemoryFiles } from '../support/memoryFiles';
import { folder, noForge, now, secret, workplace, writer } from './support';

const hour = 3_600_000;
const history = (changes: Partial<FolderHistory> = {}): FolderHistory => ({
  ownWork: async () => ({ committed: [now - 30 * hour], files: [] }),
  changedSince: async () => [],
  changedElsewhere: async () => null,
  committed: async () => null,
  parentsOf: async () => new Map(),
  branchesMovedByOthers: async () => [
    { branch: 'ledger', state: 'moved', merged: false, commits: 2, people: ['Kenji Mori'], latest: now },
  ],
  ...changes,
});
const in_ = (name: string, changes: Partial<FolderHistory> = {}) => ({
  folder: folder(name, { history: async () => history(changes) }),
  reader: writer(),
  rows: [],
});
const gather = (folders: readonly ReturnType<typeof in_>[], changes: Parameters<typeof workplace>[1] = {}) => {
  const place = workplace(
    folders.map((each) => each.folder),
    changes,
  );
  return { place, found: gatherCatchUp(place, { folders, changesOf: async () => [], gaps: [] }) };
};

describe('gathering a catch-up', () => {
  it('shows the other repositories where git cannot read one, and names it', async () => {
    const failing = in_('broken', { branchesMovedByOthers: () => Promise.reject(new Error('git is ill')) });
    const { place, found } = gather([failing, in_('ledger')]);
    const input = await found;
    assert.deepEqual(
      input?.branches.map(({ repository }) => repository),
      ['ledger'],
    );
    assert.deepEqual(input?.gaps, ['Git could not answer for the folder broken.']);
    assert.match(place.logged.join('\n'), /git is ill/);
  });

  it('says that a folder is in no git repository, and calls a reader who is not known nothing', async () => {
    const bare = { folder: folder('notes', { history: async () => null }), reader: null, rows: [] };
    const input = await gatherCatchUp(workplace([bare.folder]), {
      folders: [bare],
      changesOf: async () => [],
      gaps: [],
    });
    assert.equal(input?.name, null);
    assert.deepEqual(input?.gaps, [
      'The folder notes is in no git repository that can be read here: changed records and branches are missing.',
    ]);
  });

  it('begins at the last commit of a day before, in whichever folder', async () => {
    const { found } = gather([in_('ledger', { ownWork: async () => ({ committed: [], files: [] }) }), in_('web')]);
    assert.deepEqual((await found)?.since, { instant: now - 30 * hour, from: 'commit' });
  });

  it('leaves out what the reader did: own commits to records, and branches that only they moved', async () => {
    const withouts: unknown[] = [];
    const own = { state: 'moved', merged: false, commits: 1, latest: now } as const;
    const { found } = gather([
      in_('ledger', {
        changedSince: async (_files, _since, reader) => {
          withouts.push(reader);
          return [];
        },
        branchesMovedByOthers: async () => [
          { ...own, branch: 'mine', people: ['Ann Lee'] },
          { ...own, branch: 'ours', people: ['ann lee', 'Kenji Mori'] },
          { ...own, branch: 'unknown', people: [] },
        ],
      }),
    ]);
    const input = await found;
    assert.deepEqual(withouts, [writer().identity]);
    assert.deepEqual(
      input?.branches.map(({ move }) => move.branch),
      ['ours', 'unknown'],
    );
  });

  it('has what the forge did not answer among its gaps, and nothing of a forge that was not asked', async () => {
    const { found } = gather([in_('ledger')], { forge: async () => ({ works: null, gaps: ['GitHub gave nothing.'] }) });
    const input = await found;
    assert.deepEqual([input?.gaps, input && 'forge' in input], [['GitHub gave nothing.'], false]);
  });

  it('shows no secret of a note, an answer, a deadline or a pull request', async () => {
    const words = `rotate ${secret} by Wed 25 Nov 17:00 Europe/London`;
    const item = { text: words, line: 1 };
    const note: HandoffNote = {
      ...{ path: 'a.md', title: words, written: now, from: 'Kenji Mori', to: ['Ann Lee'], covers: null },
      ...{ tips: {}, next: [{ ...item, done: false }], waiting: [], questions: [], branches: [], records: [] },
      replies: [{ by: 'Kenji Mori', at: now, text: words }],
    };
    const mine: HandoffNote = { ...note, path: 'b.md', from: 'Ann Lee', to: ['Kenji Mori'] };
    const rows: ReceivedNote<HandoffNote>[] = [
      { note, direction: 'to-me', unread: true },
      { note: mine, direction: 'from-me', unread: true },
    ];
    const files = new MemoryFiles();
    files.set('a.md', `- ${words}\n`);
    const place = workplace([folder('ledger')], {
      forge: async () => ({ works: [forgeWorkSaying(words)], gaps: [] }),
    });
    const input = await gatherCatchUp(place, {
      folders: [{ ...in_('ledger'), folder: folder('ledger', { files }), rows }],
      changesOf: async () => [{ kind: 'item', what: 'done', ...item }],
      gaps: [],
    });
    assert.ok(input);
    const { text } = draftCatchUp(input);
    for (const heading of [
      'Handoffs to you',
      'Answers to you',
      'Deadlines',
      'Reviews that wait',
      'Threads that wait',
    ]) {
      assert.ok(text.includes(heading), heading);
    }
    assert.doesNotMatch(text, new RegExp(secret.slice(4)));
  });

  it('is nothing without a folder, and nothing where it was stopped', async () => {
    assert.equal(await gather([]).found, null);
    const signal = AbortSignal.abort();
    assert.equal(await gather([in_('ledger')], { signal, forge: async () => noForge }).found, undefined);
  });
});
