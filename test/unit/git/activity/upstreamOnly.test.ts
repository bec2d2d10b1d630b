import assert from 'node:assert/strict';
import { TemporaryRepository } from '../../support/temporaryRepository';
import { factsOf } from './activityReader';

const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`;

describe('what an upstream has and no branch here', () => {
  let repository: TemporaryRepository;
  before(() => {
    repository = TemporaryRepository.create();
    repository.commit({ date: '2026-11-01T09:00:00Z' });
  });
  after(() => repository.dispose());

  it('is a colleague’s commit, or what was rewritten since it was pushed, of any age, and nothing of a branch that only went on', async () => {
    const clone = repository.clone();
    try {
      const git = (...words: string[]) => clone.git(...words);
      git('checkout', '--quiet', '-b', 'rebased');
      const old = clone.write('a.txt', '1\n').commit({ date: '2026-11-02T09:00:00Z' });
      git('push', '--quiet', '--set-upstream', 'origin', 'rebased');
      git('reset', '--quiet', '--hard', 'HEAD~1');
      clone.write('a.txt', '2\n').commit({ date: at(9) });
      git('checkout', '--quiet', '-b', 'ahead', 'origin/HEAD', '--no-track');
      clone.write('b.txt', '1\n').commit({ date: at(8) });
      git('push', '--quiet', '--set-upstream', 'origin', 'ahead');
      clone.write('b.txt', '2\n').commit({ date: at(10) });
      const facts = await factsOf(clone);
      assert.deepEqual(facts.upstreamOnly, [old]);
    } finally {
      clone.dispose();
    }
  });
});
