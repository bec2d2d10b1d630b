import assert from 'node:assert/strict';
import { draftStandup } from '../../../src/core/drafts/standup';
import { handoffInput } from '../drafts/support';
import { interval, tell, today } from './realDay';
import { RepositoryDay } from './repositoryDay';

const lastWeek = (hour: number) => `2026-11-12T${hour}:00:00Z`;
const by = { GIT_AUTHOR_NAME: 'Kenji Ito', GIT_AUTHOR_EMAIL: 'kenji@example.com' };

describe('work of last week that another squashed today under another title', () => {
  let day: RepositoryDay;
  beforeEach(() => {
    day = RepositoryDay.begin();
    day.checkout('-b', 'wip-cache');
    day.write('quotes', 'quotes\n', { message: 'Keep quotes', date: lastWeek(10) });
    day.write('evict', 'evict\n', { message: 'Evict old ones', date: lastWeek(11) });
    day.push('wip-cache');
    day.checkout('main');
    day.write('other', 'other\n', {
      message: 'Something else',
      date: today(0),
      author: 'Kenji Ito <kenji@example.com>',
    });
  });
  afterEach(() => day.end());
  const squash = (text: string | null) => {
    day.repository.git('merge', '--quiet', '--squash', 'wip-cache');
    if (text !== null) day.repository.write('evict.txt', text).git('add', '--all');
    const dates = { GIT_AUTHOR_DATE: today(1), GIT_COMMITTER_DATE: today(1) };
    day.repository.gitWith({ ...by, ...dates }, 'commit', '--quiet', '-m', 'Quote cache for the desk (#41)');
    day.push('main');
  };
  const done = async () => {
    const activity = { interval, repositories: [await tell(day.repository)], missing: [] };
    const text = draftStandup(handoffInput({ activity })).text;
    return text.slice(text.indexOf('## Done'), text.indexOf('## Doing'));
  };

  for (const deleted of [true, false]) {
    it(`is done, with the request, where the branch was ${deleted ? 'deleted' : 'kept'} at the remote`, async () => {
      squash(null);
      if (deleted) day.repository.git('push', '--quiet', 'origin', '--delete', 'wip-cache');
      assert.match(await done(), /^- `#41`: Quote cache for the desk \(2 commits, merged\)$/m);
    });
  }

  it('is not said to be where the contents are others', async () => {
    squash('other\n');
    day.repository.git('push', '--quiet', 'origin', '--delete', 'wip-cache');
    assert.doesNotMatch(await done(), /#41|merged/);
  });
});
