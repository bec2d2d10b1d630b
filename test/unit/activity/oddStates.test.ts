import assert from 'node:assert/strict';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { watchOut } from '../../../src/core/drafts/parts/watchOut';
import { standingOf } from '../../../src/core/drafts/workItem';
import { handoffInput } from '../drafts/support';
import { TemporaryRepository } from '../support/temporaryRepository';
import { gather, interval, linesOf, tell, today, yesterday } from './realDay';

/** States that repositories get into, each made by git itself. */
describe('a repository in an odd state', () => {
  const extra: TemporaryRepository[] = [];
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = keep(TemporaryRepository.create());
    repository.write('base.txt', 'base\n').commit({ date: yesterday, message: 'base' });
  });
  afterEach(() => {
    for (const one of extra.splice(0)) one.dispose();
  });

  const keep = (one: TemporaryRepository) => {
    extra.push(one);
    return one;
  };
  /** `topic` and `main` change one line differently; `main` is checked out. */
  const clash = () => {
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.write('base.txt', 'topic\n').commit({ date: today(0), message: 'topic' });
    repository.git('checkout', '--quiet', 'main');
    repository.write('base.txt', 'main\n').commit({ date: today(1), message: 'main' });
  };
  const failing = (...args: readonly string[]) => assert.throws(() => repository.git(...args));
  const stands = async () => {
    const activity = await tell(repository);
    return watchOut(handoffInput({ activity: { interval, repositories: [activity], missing: [] } })).join('\n');
  };

  it('keeps the tip of another worktree that is on no branch, apart from its own, and says where it is', async () => {
    const linked = keep(repository.worktree('--detach'));
    const there = linked.write('b.txt', 'b\n').commit({ date: today(0), message: 'there' });
    repository.git('checkout', '--quiet', '--detach');
    const here = repository.write('c.txt', 'c\n').commit({ date: today(1), message: 'here' });
    const name = basename(linked.root);
    const activity = await tell(repository);
    assert.deepEqual(linesOf(activity), ['HEAD: here new local', `HEAD of ${name}: there new local`]);
    assert.deepEqual(
      [activity.tips.HEAD, activity.tips[`HEAD of ${name}`], activity.items.map(({ title }) => title)],
      [here, there, ['here', 'there']],
    );
    const told = Object.values(activity.tips);
    assert.deepEqual(linesOf(await tell(repository, { told })), []);
    assert.ok((await stands()).includes(`no branch is checked out in the worktree \`${name}\`; HEAD is at`));
  });

  it('says onto which branch a pick or a merge waits', async () => {
    clash();
    failing('cherry-pick', 'topic');
    assert.ok((await stands()).includes('a cherry-pick onto `main` is in progress'));
    repository.git('cherry-pick', '--abort');
    failing('merge', 'topic');
    assert.ok((await stands()).includes('a merge into `main` is in progress'));
  });

  it('does not say that a commit of a tag on no branch is on this machine only', async () => {
    repository = keep(repository.clone());
    repository.git('config', 'user.name', 'Ann');
    repository.git('config', 'user.email', 'ann@example.com');
    repository.git('checkout', '--quiet', '--detach');
    repository.write('a.txt', 'a\n').commit({ date: today(0), message: 'hotfix' });
    const words = async () => `${(await tell(repository)).items.map(standingOf)}\n${await stands()}`;
    assert.match(await words(), /this machine only\n.*\n1 commit on no branch \(`HEAD`\) is not pushed/);
    repository.gitWith({ GIT_COMMITTER_DATE: today(1) }, 'tag', '-a', '-m', 'One', 'v1.0.1');
    repository.git('push', '--quiet', 'origin', 'v1.0.1');
    assert.doesNotMatch(await words(), /not pushed|this machine only/);
    assert.match(await words(), /1 commit on no branch \(`HEAD`\) is in a tag; git does not note whether that is at/);
  });

  it('does not say of a tag of long ago that is checked out that it is not pushed', async () => {
    const released = '2026-10-01T10:00:00Z';
    repository.git('checkout', '--quiet', '--detach');
    repository.write('a.txt', 'a\n').commit({ date: released, message: 'release' });
    repository.git('tag', 'v1.0.1');
    repository.git('checkout', '--quiet', 'main');
    repository = keep(repository.clone());
    repository.git('checkout', '--quiet', 'v1.0.1');
    assert.match(await stands(), /1 commit on no branch \(`HEAD`\) is in a tag;/);
    repository.write('b.txt', 'b\n').commit({ date: released, message: 'more' });
    assert.match(await stands(), /2 commits on no branch \(`HEAD`\) are not pushed/);
  });

  it('has what a rebase under way has rewritten so far on its branch, and what was made in it', async () => {
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.write('a.txt', 'a\n').commit({ date: today(0), message: 'first' });
    repository.write('base.txt', 'topic\n').commit({ date: today(1), message: 'second' });
    repository.git('checkout', '--quiet', 'main');
    repository.write('base.txt', 'main\n').commit({ date: today(2), message: 'main' });
    repository.git('checkout', '--quiet', 'topic');
    failing('rebase', 'main');
    const [item, ...others] = (await tell(repository)).items.filter(({ branch }) => branch !== null);
    assert.deepEqual(
      [item?.branch, item?.commits.map(({ subject }) => subject), others],
      ['topic', ['second', 'first'], []],
    );
    repository
      .write('base.txt', 'both\n')
      .write('new.txt', 'new\n')
      .commit({ date: today(3), message: 'third' });
    const { items } = await tell(repository);
    assert.deepEqual(
      items.find(({ branch }) => branch === 'topic')?.commits.map(({ subject }) => subject),
      ['third', 'second', 'first'],
    );
    assert.doesNotMatch(await stands(), /on no branch \(|no branch is checked out/);
  });

  it('tells what is under way in another worktree', async () => {
    clash();
    const linked = keep(repository.worktree('-b', 'second'));
    assert.throws(() => linked.git('rebase', 'topic'));
    assert.ok(
      (await stands()).includes(`a rebase of \`second\` is in progress in the worktree \`${basename(linked.root)}\``),
    );
  });

  it('tells that patches are being taken over', async () => {
    clash();
    repository.git('format-patch', '--quiet', '-1', 'topic', '--output-directory=.git/patches');
    const [patch = ''] = readdirSync(join(repository.root, '.git/patches'));
    failing('am', '--quiet', join('.git/patches', patch));
    assert.deepEqual((await tell(repository)).operations, ['am']);
    assert.ok((await stands()).includes('taking over patches (`git am`) onto `main` is in progress'));
  });

  it('is read whatever encoding its log is configured for', async () => {
    repository.commit({ date: today(0), message: 'Grüße' });
    for (const encoding of ['UTF-16', 'ISO-8859-1']) {
      repository.git('config', 'i18n.logOutputEncoding', encoding);
      const activity = await tell(repository);
      assert.deepEqual([linesOf(activity), activity.gaps], [[': Grüße new merged'], []], encoding);
    }
  });

  it('tells commits of one second in the order in which they follow each other', async () => {
    for (const name of ['one', 'two', 'three', 'four', 'five']) repository.commit({ date: today(0), message: name });
    const [item] = (await tell(repository)).items;
    assert.deepEqual(
      item?.commits.map(({ subject }) => subject),
      ['five', 'four', 'three', 'two', 'one'],
    );
  });

  it('is said to lack a commit where one is missing, and never to have none', async () => {
    const lost = repository.commit({ date: today(0), message: 'lost' });
    repository.commit({ date: today(1), message: 'after it' });
    rmSync(join(repository.root, '.git/objects', lost.slice(0, 2), lost.slice(2)));
    assert.deepEqual((await tell(repository)).gaps, [{ what: 'commits', reason: 'failed missing-object' }]);
  });

  const unreadable: readonly [what: string, damage: () => void, detail: string][] = [
    [
      'is kept in a form that git does not know',
      () => {
        repository.git('config', 'extensions.fromTomorrow', 'true');
        repository.git('config', 'core.repositoryFormatVersion', '1');
      },
      'failed unknown-format',
    ],
    [
      'has a broken HEAD',
      () => writeFileSync(join(repository.root, '.git/HEAD'), 'nothing\n'),
      'failed not-a-repository',
    ],
  ];
  for (const [what, damage, detail] of unreadable) {
    it(`says why nothing is told where it ${what}`, async () => {
      damage();
      assert.deepEqual((await gather(repository.root)).missing, [
        { folder: basename(repository.root), detail: `unanswered ${detail}` },
      ]);
    });
  }

  it('is told from a worktree of a bare repository, and the bare one is called that', async () => {
    const bare = keep(repository.clone('--bare'));
    assert.deepEqual((await gather(bare.root)).missing[0]?.detail, 'no-repository bare');
    const linked = keep(bare.worktree('-b', 'topic'));
    linked.commit({ date: today(0), message: 'work' });
    assert.deepEqual(linesOf(await tell(linked)), ['topic: work new local']);
  });
});
