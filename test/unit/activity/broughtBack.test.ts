import assert from 'node:assert/strict';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { handoffInput } from '../drafts/support';
import { interval, tell, today } from './realDay';
import { RepositoryDay } from './repositoryDay';

const before = (day: number) => `2026-11-${day}T12:00:00Z`;
const theirs = { GIT_AUTHOR_NAME: 'Kenji Ito', GIT_AUTHOR_EMAIL: 'kenji@example.com' };

describe('what lands again after it was reverted', () => {
  let day: RepositoryDay;
  beforeEach(() => {
    day = RepositoryDay.begin();
    day.checkout('-b', 'desk');
    day.write('limits', 'l\n', { message: 'Limits', date: before(10) });
    day.write('alerts', 'a\n', { message: 'Alerts', date: before(10) });
    day.squash('desk', 'main', 'Limits and alerts (#70)', before(11));
    day.repository.git('branch', '-D', 'desk');
  });
  afterEach(() => day.end());
  const revert = (date: string, author: Readonly<Record<string, string>>) =>
    day.repository.gitWith(
      { ...author, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      ...['revert', '--no-edit', 'HEAD'],
    );
  const land = (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) day.repository.write(`${name}.txt`, text);
    day.repository.commit({ date: today(5), message: 'Limits without alerts (#73)' });
    day.push('main');
  };
  const draft = async () => {
    const activity = { interval, repositories: [await tell(day.repository)], missing: [] };
    return draftHandoff(handoffInput({ activity })).text;
  };

  it('is named by the request that the revert took back', async () => {
    revert(before(12), theirs);
    revert(today(0), {});
    day.push('main');
    assert.match(await draft(), /^- Reapply .*· merged, brings back `#70`$|^- Revert .*· merged, brings back `#70`$/m);
  });

  it('is not named where what brought it back is reverted', async () => {
    revert(before(12), theirs);
    revert(before(13), theirs);
    revert(today(0), {});
    day.push('main');
    assert.doesNotMatch(await draft(), /brings back/);
  });

  it('is named where it is a part of it, which stays reverted', async () => {
    revert(today(0), theirs);
    land({ limits: 'l\n' });
    const text = await draft();
    assert.match(text, /^- `#73`: Limits without alerts · merged, brings back part of `#70`, 1 commit$/m);
    assert.match(text, /^- `#70`: Limits and alerts, merged before, was reverted by Kenji Ito$/m);
  });

  it('is not named where a file of it is another now', async () => {
    revert(today(0), theirs);
    land({ limits: 'l\nmore\n' });
    assert.doesNotMatch(await draft(), /brings back/);
  });
});
