import assert from 'node:assert/strict';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { draftStandup } from '../../../src/core/drafts/standup';
import { handoffInput } from '../drafts/support';
import { interval, kenji, linesOf, tell, today } from './realDay';
import { RepositoryDay } from './repositoryDay';

describe('a commit that changes nothing', () => {
  let day: RepositoryDay;
  beforeEach(() => {
    day = RepositoryDay.begin();
  });
  afterEach(() => day.end());
  const trigger = (minute: number) =>
    day.redated(minute, 'commit', '--quiet', '--allow-empty', '--date', today(minute), '-m', 'trigger the build');
  const drafts = async () => {
    const activity = { interval, repositories: [await tell(day.repository)], missing: [] };
    const input = handoffInput({ activity });
    return `${draftHandoff(input).text}\n${draftStandup(input).text}`;
  };

  it('is not counted as a change of a branch that had some before', async () => {
    day.checkout('-b', 'slow');
    day.write('slow', 'slow\n', { message: 'Leave the slow path', date: '2026-11-17T10:00:00Z' });
    trigger(0);
    day.push('slow');
    const text = await drafts();
    assert.match(text, /`slow`, 1 commit, nothing new but 1 empty commit, pushed, not merged$/m);
    assert.match(text, /Facts: 1 empty commit on 1 branch/);
    assert.match(text, /^- trigger the build `\S+` \(changes nothing\)$/m);
    assert.match(text, /^- Leave the slow path \(1 empty commit, pushed, not merged\)$/m);
  });

  it('is told as one where it landed, and not counted beside a change', async () => {
    trigger(0);
    day.push('main');
    assert.match(await drafts(), /^- trigger the build · merged, 1 empty commit$/m);
    day.checkout('-b', 'fast');
    day.write('fast', 'fast\n', { message: 'Take the fast path', minute: 1 });
    trigger(2);
    day.push('fast');
    const text = await drafts();
    assert.match(text, /`fast`, 1 commit, pushed, not merged$/m);
    assert.match(text, /Facts: 1 commit and 2 empty commits on 2 branches/);
  });

  it('does not land by one of others, nor by another one of its own', async () => {
    day.checkout('-b', 'ci');
    trigger(0);
    day.push('ci');
    day.checkout('main');
    const release = ['commit', '--quiet', '--allow-empty', '-m', 'Release again', '--date'];
    day.redated(1, ...release, today(1), '--author', kenji);
    day.redated(2, ...release, today(2));
    day.push('main');
    day.checkout('ci');
    assert.deepEqual(linesOf(await tell(day.repository)), [
      'ci: trigger the build new pushed',
      ': Release again new merged',
    ]);
  });

  it('is none that moves a submodule which the repository says to ignore', async () => {
    const { repository } = day;
    repository.write('.gitmodules', '[submodule "feed"]\n\tpath = feed\n\turl = ../feed\n\tignore = all\n');
    repository.git('add', '.gitmodules');
    repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},feed`);
    day.redated(0, 'commit', '--quiet', '--date', today(0), '-m', 'Add feed');
    repository.git('update-index', '--cacheinfo', `160000,${'2'.repeat(40)},feed`);
    day.redated(1, 'commit', '--quiet', '--date', today(1), '-m', 'Bump feed');
    assert.match(await drafts(), /^- Bump feed `\S+` \(submodule `feed` at another commit\)$/m);
  });
});
