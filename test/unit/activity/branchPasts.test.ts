import assert from 'node:assert/strict';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { draftStandup } from '../../../src/core/drafts/standup';
import { handoffInput } from '../drafts/support';
import { interval, kenji, tell, yesterday } from './realDay';
import { RepositoryDay } from './repositoryDay';

describe('a branch of which the logs tell', () => {
  let day: RepositoryDay;
  beforeEach(() => {
    day = RepositoryDay.begin();
  });
  afterEach(() => day.end());

  const text = async () => {
    const activity = { interval, repositories: [await tell(day.repository)], missing: [] };
    const input = handoffInput({ activity });
    return `${draftHandoff(input).text}\n${draftStandup(input).text}`;
  };
  const fetch = () => day.repository.git('fetch', '--quiet', '--force', '--prune');
  const begin = () => {
    day.checkout('-b', 'rates');
    day.write('rates', 'table\n', { message: 'Keep a table of rates', date: yesterday });
    day.push('rates');
  };
  const amendThere = () => {
    day.origin.git('checkout', '--quiet', 'rates');
    day.origin.write('rates.txt', 'list\n').commit({ date: yesterday, committer: kenji, amend: true });
    day.origin.git('checkout', '--quiet', 'main');
    fetch();
  };

  it('is said to be rewritten at the remote, and how many of its commits were never pushed', async () => {
    begin();
    amendThere();
    const there = 'and the remote has 1 commit that is not here: they have diverged';
    assert.match(
      await text(),
      new RegExp(`^- \`rates\` was rewritten at the remote: 1 commit of it is only here now, ${there}$`, 'm'),
    );
    day.write('view', 'view\n', { message: 'Show the rates', minute: 1 });
    const words = '2 commits of it are only here now \\(1 of them never pushed\\)';
    assert.match(await text(), new RegExp(`^- \`rates\` was rewritten at the remote: ${words}, ${there}$`, 'm'));
  });

  it('is said to be rewritten here where the remote still has what was pushed from here', async () => {
    begin();
    day.redated(1, 'commit', '--quiet', '--amend', '-m', 'Keep rates in a table');
    const words = '1 commit is not pushed, and the remote has 1 commit of before: they have diverged';
    assert.match(await text(), new RegExp(`^- \`rates\` was rewritten here since it was pushed: ${words}$`, 'm'));
  });

  it('is not said to be rewritten where both sides went on', async () => {
    begin();
    day.write('view', 'view\n', { message: 'Show the rates', minute: 1 });
    day.origin.git('checkout', '--quiet', 'rates');
    day.origin.write('other.txt', 'other\n').commit({ date: yesterday, author: kenji });
    day.origin.git('checkout', '--quiet', 'main');
    fetch();
    const own = await text();
    assert.match(own, /^- 1 commit on `rates` is not pushed, and the remote has 1 commit/m);
    assert.doesNotMatch(own, /rewritten/);
  });

  it('is told with whose commits it began, where the writer only went on with it', async () => {
    day.origin.git('checkout', '--quiet', '-b', 'export');
    day.origin.write('export.txt', 'rows\n').commit({ date: yesterday, author: kenji });
    day.origin.git('checkout', '--quiet', 'main');
    fetch();
    day.checkout('export');
    day.write('empty', 'none\n', { message: 'Export empty rows', minute: 1 });
    day.push('export');
    const own = await text();
    assert.match(own, /`export`, 1 commit, pushed, not merged, on a branch that began with commits of Kenji Ito$/m);
    assert.match(
      own,
      /^- Export empty rows \(1 commit, on a branch that began with commits of Kenji Ito, pushed, not merged\)$/m,
    );
  });

  it('is not said to be begun by all whose commits it began with, as where it stands on the branch of another', async () => {
    day.origin.git('checkout', '--quiet', '-b', 'parser');
    day.origin.write('parser.txt', 'rows\n').commit({ date: yesterday, author: 'Bo Berg <bo@example.com>' });
    day.origin.git('checkout', '--quiet', '-b', 'export');
    day.origin.write('export.txt', 'rows\n').commit({ date: yesterday, author: kenji });
    day.origin.git('checkout', '--quiet', 'main');
    fetch();
    day.checkout('export');
    day.write('empty', 'none\n', { message: 'Export empty rows', minute: 1 });
    assert.match(
      await text(),
      /on a branch that began with commits of (?:Kenji Ito and Bo Berg|Bo Berg and Kenji Ito)[,)]/,
    );
  });

  it('is not told as begun by another who only wrote what the writer picked for it, or added to it', async () => {
    day.checkout('-b', 'mine');
    day.write('util', 'util\n', { message: 'Add a utility', author: kenji });
    day.write('use', 'use\n', { message: 'Use the utility', minute: 1 });
    day.push('mine');
    day.checkout('main');
    day.repository.git('branch', '--quiet', '-D', 'mine');
    day.checkout('mine');
    day.write('more', 'more\n', { message: 'Use it more', minute: 2 });
    assert.doesNotMatch(await text(), /began/);
  });
});
