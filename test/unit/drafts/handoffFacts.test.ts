import { strict as assert } from 'node:assert';
import type { RepositoryActivity, WorkItem } from '../../../src/core/activity/activity';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { commit, handoffInput, repository, workItem } from './support';

const local = { standing: 'local' } as const;

describe('the figures of a handoff', () => {
  const factsOf = (items: readonly WorkItem[], given: Partial<RepositoryActivity> = {}) => {
    const input = handoffInput();
    const activity = { ...input.activity, repositories: [repository({ items, ...given })] };
    return /<summary>Facts: (.*)<\/summary>/.exec(draftHandoff({ ...input, activity }).text)?.[1];
  };

  it('do not count a detached HEAD as a branch', () => {
    const loose = workItem({ ...local, key: 'HEAD', title: 'Sums', commits: [commit(1, 'Sums', local)] });
    const topic = workItem({ branch: 'topic', title: 'Rates', commits: [commit(2, 'Rates')] });
    assert.equal(factsOf([loose]), '1 commit on no branch, 1 file');
    assert.equal(factsOf([loose, topic]), '2 commits on 1 branch and on no branch, 1 file');
  });

  it('count a line of releases as a branch of its own', () => {
    const merged = { standing: 'merged' } as const;
    const items = [
      workItem({ ...merged, key: '2.x', into: '2.x', title: 'Sums', commits: [commit(1, 'Sums', merged)] }),
      workItem({ ...merged, title: 'Rates', commits: [commit(2, 'Rates', merged)] }),
    ];
    assert.equal(factsOf(items), '2 commits on 2 branches, 1 file');
  });
});
