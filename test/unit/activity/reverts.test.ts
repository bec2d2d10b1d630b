import assert from 'node:assert/strict';
import type { CommitFact, RepositoryFacts } from '../../../src/core/activity/facts';
import { after, branch, commit, facts, file, kenji, on, patch, toldOf } from './support';

const hash = (letter: string) => letter.repeat(40);

/** What GitHub's button writes of a request, and git of a commit. */
const ofRequest = 'Reverts acme/ledger#12';
const ofCommit = `This reverts commit ${hash('5')}.`;

describe('what was merged before and another took back', () => {
  const revert = commit('r', 'base', { ...after(4), ...kenji, subject: 'Revert "Cache"', body: ofCommit });
  const original = commit(hash('5'), 'base', { committed: 0, subject: 'Cache (#12)' });
  const day = (changes: Partial<RepositoryFacts> = {}) =>
    facts([revert], { takenBack: [{ revert, original, brought: [] }], ...changes });
  const lost = async (given: RepositoryFacts, patches = {}) => (await toldOf(given, patches)).activity.lost;

  it('is told with its request and who did it', async () => {
    const patches = { r: patch('1', 'a.ts'), [hash('5')]: patch('2', 'a.ts') };
    assert.deepEqual(await lost(day(), patches), [
      { request: '#12', title: 'Cache (#12)', by: 'Kenji Ito', whole: true },
    ]);
  });

  it('is not told where its patch was merged again after that', async () => {
    const again = commit('s', 'r', { ...after(5), subject: 'Cache' });
    const both = { r: patch('1', 'a.ts'), [hash('5')]: patch('2', 'a.ts'), s: patch('2', 'a.ts') };
    const given = facts([again, revert], { takenBack: [{ revert, original, brought: [] }] });
    assert.equal(await lost(given, both), undefined);
    assert.equal((await lost(given, { ...both, s: patch('3', 'a.ts') }))?.length, 1);
  });

  it('is told as a part where the revert is shorter', async () => {
    const patches = { r: patch('1', 'a.ts'), [hash('5')]: patch('2', 'a.ts', 'b.ts') };
    assert.equal((await lost(day(), patches))?.[0]?.whole, false);
  });

  it('is told by what a merge brought', async () => {
    const merge = commit(hash('5'), 'base x', {
      ...kenji,
      subject: 'Merge pull request #12 from ann/cache',
      body: 'Cache of rates',
    });
    const brought = [commit('x', 'base')];
    const [work] = (await lost(day({ takenBack: [{ revert, original: merge, brought }] }))) ?? [];
    assert.deepEqual([work?.request, work?.title], ['#12', 'Cache of rates']);
  });

  it('is not told of a merge of which only who merged it is known', async () => {
    const original = commit(hash('5'), `base ${hash('b')}`, { committed: 0, subject: "Merge branch 'cache'" });
    assert.equal(await lost(day({ takenBack: [{ revert, original, brought: [] }] })), undefined);
  });

  it('is not told where it was the work of another, or waits in a branch', async () => {
    const others = { takenBack: [{ revert, original: commit(hash('5'), 'base', kenji), brought: [] }] };
    assert.equal(await lost(day(others)), undefined);
    const waiting = {
      ...on('undo', 'r'),
      defaultBranch: { name: 'main', tip: 'base' },
      branches: [branch('undo', 'r', 'r')],
    };
    assert.equal(await lost(day(waiting)), undefined);
  });
});

describe('what was landed and taken back on one day', () => {
  const work = [commit(hash('b'), hash('a'), after(2)), commit(hash('a'), 'base', after(1))];
  const patches = {
    [hash('a')]: patch('1', 'a.ts'),
    [hash('b')]: patch('2', 'b.ts'),
    [hash('5')]: patch('3', 'a.ts', 'b.ts'),
    [hash('6')]: patch('4', 'a.ts', 'b.ts'),
  };
  const landed = commit(hash('5'), 'base', { ...after(3), subject: 'Cache (#12)', tree: `tree of ${hash('b')}` });
  const revert = (body: string, subject = 'Revert "Cache" (#13)') =>
    commit(hash('6'), hash('5'), { ...after(4), subject, body });
  const day: Partial<RepositoryFacts> = {
    ...on('main', hash('6')),
    branches: [branch('main', hash('6'), hash('6')), branch('cache', hash('b'), hash('b'))],
    defaultBranch: { name: 'main', tip: hash('6') },
  };

  for (const [what, body] of [
    ['its request', ofRequest],
    ['the commit by which it landed', ofCommit],
  ] as const) {
    it(`is not told where the revert names ${what}`, async () => {
      const { lines, omitted } = await toldOf(facts([revert(body), landed, ...work], day), patches);
      assert.deepEqual([lines, omitted.reverted], [[], 3]);
    });
  }

  it('is told, with its revert, where the revert is of another request', async () => {
    const body = 'Reverts acme/ledger#11';
    const { lines } = await toldOf(facts([revert(body), landed, ...work], day), patches);
    assert.deepEqual(lines.map((line) => line.split(':')[0]).sort(), ['#12', '#13']);
  });

  it('is not told where a merge was taken back', async () => {
    const body = `This reverts commit ${hash('5')}, reversing\nchanges made to base.`;
    const merge = commit(hash('5'), `base ${hash('b')}`, {
      ...after(3),
      subject: 'Merge pull request #12 from ann/cache',
    });
    const { lines } = await toldOf(facts([revert(body), merge, ...work], day), patches);
    assert.deepEqual(lines, []);
  });

  it('is told, with the revert, while that waits on a branch of its own', async () => {
    const revertHash = hash('6');
    const waiting: Partial<RepositoryFacts> = {
      ...on('undo', revertHash),
      branches: [branch('main', hash('5'), hash('5')), branch('undo', revertHash, revertHash)],
      defaultBranch: { name: 'main', tip: hash('5') },
    };
    const { lines, omitted } = await toldOf(facts([revert(ofCommit, 'Revert "Cache"'), landed], waiting), patches);
    assert.deepEqual(
      [lines, omitted.reverted],
      [[`undo: ${revertHash} new pushed`, `#12: ${hash('5')} new merged`], undefined],
    );
  });

  it('is told as taken back where a colleague reverted it, in whole or in part, and not where that was undone', async () => {
    const byKenji = { ...revert(ofCommit, 'Revert "Cache (#12)"'), ...kenji, writtenAddress: kenji.author.address };
    const revertedBy = async (commits: readonly CommitFact[], lines: number) => {
      const tip = commits[0]?.hash ?? '';
      const at = { branches: [branch('main', tip, tip)], defaultBranch: { name: 'main', tip } };
      const ofRevert = { patchId: '9', files: [file('a.ts', { added: 0, removed: lines })] };
      const known = { [hash('5')]: { patchId: '3', files: [file('a.ts', { added: 4 })] }, [hash('6')]: ofRevert };
      const { activity, source } = await toldOf(facts([...commits, landed], { ...on('main', tip), ...at }), known);
      assert.deepEqual(source.asked, [...new Set(source.asked)], 'each patch is read once');
      return activity.items.flatMap(({ commits: told }) => told.map((one) => one.revertedBy));
    };
    assert.deepEqual(await revertedBy([byKenji], 4), [{ name: 'Kenji Ito', whole: true }]);
    assert.deepEqual(await revertedBy([byKenji], 2), [{ name: 'Kenji Ito', whole: false }]);
    const again = commit(hash('7'), hash('6'), {
      ...after(5),
      ...kenji,
      subject: 'Reapply "Cache (#12)"',
      body: `This reverts commit ${hash('6')}.`,
    });
    assert.deepEqual(await revertedBy([again, byKenji], 4), [undefined]);
    const byAnn = commit(hash('7'), hash('6'), { ...after(5), subject: again.subject, body: again.body });
    assert.deepEqual(await revertedBy([byAnn, byKenji], 4), [undefined, undefined]);
    const third = { ...again, hash: hash('8'), parents: [hash('7')], body: `This reverts commit ${hash('7')}.` };
    const { name } = kenji.author;
    assert.deepEqual(await revertedBy([{ ...third, ...after(6) }, again, byKenji], 4), [{ name, whole: true }]);
  });

  it('is told once and as it is where the same patch was merged again after a colleague reverted it', async () => {
    const byKenji = { ...revert(ofCommit, 'Revert "Cache (#12)"'), ...kenji, writtenAddress: kenji.author.address };
    const again = (patchId: string) => {
      const made = commit(hash('7'), hash('6'), { ...after(5), subject: 'Cache, with a lock' });
      const at = { branches: [branch('main', made.hash, made.hash)], defaultBranch: { name: 'main', tip: made.hash } };
      const known = { [hash('5')]: patch('3', 'a.ts'), [made.hash]: patch(patchId, 'a.ts') };
      return toldOf(facts([made, byKenji, landed], { ...on('main', made.hash), ...at }), known);
    };
    const same = await again('3');
    assert.deepEqual([same.lines, same.omitted.copy], [[`: ${hash('7')} new merged`], 1]);
    assert.equal((await again('4')).lines.length, 2, 'another patch may be a part of it');
  });

  it('is not told as taken back where a host took back the merge of the revert, or its request', async () => {
    const told = async (commits: readonly CommitFact[]) => {
      const tip = commits[0]?.hash ?? '';
      const at = { branches: [branch('main', tip, tip)], defaultBranch: { name: 'main', tip } };
      const { activity } = await toldOf(facts([...commits, landed], { ...on('main', tip), ...at }));
      return activity.items.flatMap(({ commits: own }) => own.map(({ revertedBy }) => revertedBy?.name));
    };
    const by = (letter: string, parents: string, minute: number, changes: Partial<CommitFact>) =>
      commit(hash(letter), parents, { ...after(minute), ...kenji, ...changes });
    const undo = by('6', hash('5'), 4, { subject: 'Revert "Cache"', body: ofCommit });
    const merge = by('8', `${hash('5')} ${hash('6')}`, 5, { subject: 'Merge pull request #13 from acme/undo' });
    const redo = by('9', hash('8'), 6, { subject: 'Again', body: `This reverts commit ${hash('8')}, reversing` });
    assert.deepEqual(await told([merge, undo]), [kenji.author.name]);
    assert.deepEqual(await told([redo, merge, undo]), [undefined]);
    const asked = by('6', hash('5'), 4, { subject: 'Revert "Cache" (#13)', body: ofRequest });
    const back = by('7', hash('6'), 5, { subject: 'Again (#14)', body: 'Reverts acme/ledger#13' });
    assert.deepEqual(await told([asked]), [kenji.author.name]);
    assert.deepEqual(await told([back, asked]), [undefined]);
    const gitLab = { subject: "Merge branch 'undo' into 'main'", body: 'Undo\n\nSee merge request acme/ledger!13' };
    const redone = by('9', hash('8'), 6, { subject: 'Again', body: 'This reverts merge request !13' });
    assert.deepEqual(await told([redone, { ...merge, ...gitLab }, undo]), [undefined]);
  });

  it('is told, with the revert, where that kept a part of it', async () => {
    const made = commit(hash('a'), 'base', { ...after(1), subject: 'Two things' });
    const part = commit(hash('c'), hash('a'), {
      ...after(2),
      subject: 'Undo one',
      body: `This reverts commit ${hash('a')}.`,
    });
    const both = { [hash('a')]: patch('1', 'a.ts', 'b.ts'), [hash('c')]: patch('2', 'a.ts') };
    assert.deepEqual((await toldOf(facts([part, made]), both)).omitted, {});
  });
});
