import { strict as assert } from 'node:assert';
import type { WorkItem } from '../../../src/core/activity/toldWork';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { commit, fileStat, handoffInput, repository, workItem } from './support';

const local = { standing: 'local' } as const;

describe('the figures of a handoff', () => {
  const textOf = (items: readonly WorkItem[]) => {
    const input = handoffInput();
    const activity = { ...input.activity, repositories: [repository({ items })] };
    return draftHandoff({ ...input, activity }).text;
  };
  const factsOf = (items: readonly WorkItem[]) => /<summary>Facts: (.*)<\/summary>/.exec(textOf(items))?.[1];

  it('do not count a detached HEAD as a branch', () => {
    const loose = workItem({ ...local, key: 'HEAD', title: 'Sums', commits: [commit(1, 'Sums', local)] });
    const topic = workItem({ branch: 'topic', title: 'Rates', commits: [commit(2, 'Rates')] });
    assert.equal(factsOf([loose]), '1 commit on no branch, 1 file');
    assert.equal(factsOf([loose, topic]), '2 commits on 1 branch and on no branch, 1 file');
  });

  it('count among those that were written before no empty commit and no merge', () => {
    const before = { story: 'rewritten' } as const;
    const commits = [
      commit(1, 'Sums', before),
      commit(2, 'Start the build', { ...before, files: [], empty: true }),
      commit(3, 'Merge main', { ...before, files: [], merge: true }),
    ];
    const facts = factsOf([workItem({ branch: 'sums', title: 'Sums', commits })]);
    assert.equal(facts, '1 commit (1 written before), 1 empty commit and 1 merge on 1 branch, 1 file');
  });

  it('count a line of releases as a branch of its own', () => {
    const merged = { standing: 'merged' } as const;
    const items = [
      workItem({ ...merged, key: '2.x', into: '2.x', title: 'Sums', commits: [commit(1, 'Sums', merged)] }),
      workItem({ ...merged, title: 'Rates', commits: [commit(2, 'Rates', merged)] }),
    ];
    assert.equal(factsOf(items), '2 commits on 2 branches, 1 file');
  });

  it('tell a submodule by what happened to it, and not by lines', () => {
    const module = { ...fileStat('vendor/feed'), added: null, removed: null, submodule: true } as const;
    const both = commit(1, 'Bump feed', { files: [fileStat('a.ts', 1, 0), module] });
    const alone = commit(2, 'Add feed', { files: [{ ...module, status: 'added' }] });
    const text = textOf([workItem({ title: 'Bump feed', commits: [both, alone] })]);
    assert.match(text, /^- Bump feed `\S+` \(1 file, \+1 −0; submodule `vendor\/feed` at another commit\)$/m);
    assert.match(text, /^- Add feed `\S+` \(submodule `vendor\/feed` added\)$/m);
  });

  it('tell two works of one ticket apart by the branch of the one that is open', () => {
    const merged = { standing: 'merged' } as const;
    const text = textOf([
      workItem({ ticket: '#60', branch: 'backport/2.0', title: 'Round', commits: [commit(1, 'Round')] }),
      workItem({ ...merged, ticket: '#60', title: 'Round', commits: [commit(2, 'Round', merged)] }),
    ]);
    assert.match(text, /^- \[ \] \*\*`#60`: Round · `backport\/2\.0`\*\*: .* · 1 commit, pushed, not merged$/m);
    assert.match(text, /^- `#60`: Round · merged, 1 commit$/m);
  });
});
