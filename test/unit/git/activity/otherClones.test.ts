import assert from 'node:assert/strict';
import type { Identity, Interval } from '../../../../src/core/activity/activity';
import { gatherActivity } from '../../../../src/core/activity/gatherActivity';
import { SharedSource } from '../../../../src/core/activity/sharedSource';
import { neverCancelled } from '../../../../src/core/ports';
import { TemporaryRepository } from '../../support/temporaryRepository';
import { activityWith, at, day, earlier, factsOf } from './activityReader';

/** docs/adr/0018: what a remote has of a person's work, and what a clone cannot know of it. */
describe('work that this clone has no branch for', () => {
  const ann: Identity = { names: ['ann'], addresses: ['ann@example.com'], logins: [] };
  const interval: Interval = { ...day, from: 'given' };
  const made: TemporaryRepository[] = [];
  const keep = (one: TemporaryRepository) => {
    made.push(one);
    return one;
  };
  let origin: TemporaryRepository;
  beforeEach(() => {
    origin = keep(TemporaryRepository.create());
    origin.write('base.txt', 'base\n').commit({ date: earlier, message: 'base' });
  });
  afterEach(() => {
    for (const one of made.splice(0)) one.dispose();
  });

  const onBranch = (name: string, message: string, changes: { author?: string; date?: string } = {}) => {
    origin.git('checkout', '--quiet', '-b', name, 'main');
    origin.write(`${name.replaceAll('/', '-')}.txt`, 'x\n').commit({ date: at(9), message, ...changes });
    origin.git('checkout', '--quiet', 'main');
  };
  const activityOf = async ({ root }: TemporaryRepository) => {
    const source = activityWith();
    const { repositories } = await gatherActivity(source, [root], ann, interval, [], neverCancelled);
    return repositories[0] ?? assert.fail();
  };

  it('is read where it is her own of the interval, by the name that the remote has', async () => {
    onBranch('laptop', 'on the laptop');
    onBranch('kenji', 'of Kenji', { author: 'Kenji <kenji@example.com>' });
    onBranch('old', 'of last week', { date: '2026-03-02T09:00:00Z' });
    const clone = keep(origin.clone());
    const remote = (await factsOf(clone, { own: ann })).branches.filter((branch) => branch.remote);
    assert.deepEqual(
      remote.map(({ name, upstream }) => [name, upstream]),
      [['laptop', 'origin/laptop']],
    );
    const { items, invisible, branches } = await activityOf(clone);
    assert.deepEqual(
      items.map(({ branch, title, standing }) => [branch, title, standing]),
      [['laptop', 'on the laptop', 'pushed']],
    );
    assert.deepEqual(invisible.unpushed, []);
    assert.equal(branches.find(({ branch }) => branch === 'laptop')?.state, 'pushed');
  });

  it('is not what a merge queue or a host made of it', async () => {
    onBranch('laptop', 'on the laptop');
    for (const name of ['gh-readonly-queue/main/pr-51-abc', 'mergify/merge-queue/1', 'pr/51/merge']) {
      origin.git('checkout', '--quiet', '-b', name, 'main');
      const dates = { GIT_AUTHOR_DATE: at(10), GIT_COMMITTER_DATE: at(10) };
      origin.gitWith(dates, 'merge', '--quiet', '--no-ff', '-m', 'Merge pull request #51 from ann/laptop', 'laptop');
    }
    origin.git('checkout', '--quiet', 'main');
    const { items } = await activityOf(keep(origin.clone()));
    assert.deepEqual(
      items.map(({ branch, standing, within }) => [branch, standing, within]),
      [['laptop', 'pushed', undefined]],
    );
  });

  it('is told once where a branch here has it by another name, or it is merged', async () => {
    onBranch('laptop', 'on the laptop');
    onBranch('done', 'done');
    origin.git('merge', '--quiet', '--ff-only', 'done');
    const clone = keep(origin.clone());
    clone.git('checkout', '--quiet', '-b', 'here', 'origin/laptop');
    const { items } = await activityOf(clone);
    assert.deepEqual(
      items.map(({ branch, standing }) => [branch, standing]),
      [
        ['here', 'pushed'],
        [null, 'merged'],
      ],
    );
  });

  it('is read for all members at once where the work of a team is asked for', async () => {
    onBranch('laptop', 'on the laptop');
    const clone = keep(origin.clone());
    const shared = new SharedSource(activityWith());
    const asked = (own: Identity) => shared.read({ folder: clone.root, ...day, told: [], own }, neverCancelled);
    assert.equal(await asked(ann), await asked({ ...ann, names: ['kenji'] }));
  });

  it('says as what a branch was pushed that was renamed since', async () => {
    onBranch('old-name', 'renamed work');
    const clone = keep(origin.clone());
    clone.git('checkout', '--quiet', '-b', 'new-name', '--track', 'origin/old-name');
    const { items } = await activityOf(clone);
    assert.deepEqual(
      items.map(({ branch, pushedAs }) => [branch, pushedAs]),
      [['new-name', 'old-name']],
    );
  });

  it('is not known to be pushed or not in a clone of a single branch', async () => {
    const clone = keep(origin.clone('--single-branch'));
    clone.git('checkout', '--quiet', '-b', 'topic');
    clone.write('t.txt', 't\n').commit({ date: at(9), message: 'thin' });
    clone.git('push', '--quiet', '--set-upstream', 'origin', 'topic');
    const facts = await factsOf(clone);
    assert.deepEqual(
      facts.branches.map(({ name, unseen = false }) => [name, unseen]),
      [
        ['topic', true],
        ['main', false],
      ],
    );
    const { items, invisible } = await activityOf(clone);
    assert.deepEqual(
      invisible.unpushed.map(({ branch, neverPushed, unseen }) => [branch, neverPushed, unseen]),
      [['topic', false, 'clone']],
    );
    assert.equal(items[0]?.unseen, 'clone');
  });

  it('is not known to be up for review or not where its commits are marked for Gerrit', async () => {
    const clone = keep(origin.clone());
    clone.git('checkout', '--quiet', '-b', 'review');
    const mark = `Change-Id: I${'0123456789'.repeat(4)}`;
    clone.write('t.txt', 't\n').commit({ date: at(9), message: `one\n\n${mark}` });
    const unseenOf = async () =>
      (await activityOf(clone)).invisible.unpushed.map(({ neverPushed, unseen }) => [neverPushed, unseen]);
    assert.deepEqual(await unseenOf(), [[false, 'review']]);
    clone.write('u.txt', 'u\n').commit({ date: at(10), message: 'two' });
    assert.deepEqual(await unseenOf(), [[true, undefined]]);
  });

  it('is on the branch that was pushed where the default branch took it here and is not pushed', async () => {
    const clone = keep(origin.clone());
    clone.git('checkout', '--quiet', '-b', 'topic');
    clone.write('t.txt', 't\n').commit({ date: at(9), message: 'on topic' });
    clone.git('push', '--quiet', '--set-upstream', 'origin', 'topic');
    clone.git('checkout', '--quiet', 'main');
    clone.git('merge', '--quiet', '--ff-only', 'topic');
    const { items } = await activityOf(clone);
    assert.deepEqual(
      items.map(({ branch, standing }) => [branch, standing]),
      [['topic', 'pushed']],
    );
  });

  it('is known where the branch that a clone of a single branch fetches is the one worked on', async () => {
    const clone = keep(origin.clone('--single-branch'));
    clone.write('t.txt', 't\n').commit({ date: at(9), message: 'on main' });
    const { invisible } = await activityOf(clone);
    assert.deepEqual(
      invisible.unpushed.map(({ branch, unseen }) => [branch, unseen]),
      [['main', undefined]],
    );
  });
});
