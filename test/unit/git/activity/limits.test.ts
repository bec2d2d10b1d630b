import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { join } from 'node:path';
import { neverCancelled } from '../../../../src/core/ports';
import { readPatches } from '../../../../src/git/activity/patches';
import { findRepository } from '../../../../src/git/repository';
import { GitUnanswered } from '../../../../src/git/result';
import { GitRunner } from '../../../../src/git/runner';
import { removeFolder, TemporaryRepository, temporaryFolder, writeScript } from '../../support/temporaryRepository';
import { gitHost } from '../gitHost';
import {
  activityWith,
  at,
  countingHost,
  day,
  earlier,
  factsOf,
  hashesIn,
  patchesOf,
  subjectsIn,
} from './activityReader';

/** docs/adr/0018: what is not there, not ours, or too much; and what it all costs. */
describe('the limits of what git can say', () => {
  let repository: TemporaryRepository;
  const extra: TemporaryRepository[] = [];
  beforeEach(() => {
    repository = TemporaryRepository.create();
    repository.write('base.txt', 'one\ntwo\n').commit({ date: earlier, message: 'base' });
  });
  afterEach(() => {
    for (const one of extra.splice(0)) one.dispose();
    repository.dispose();
  });

  const keep = (one: TemporaryRepository) => {
    extra.push(one);
    return one;
  };
  const onPosix = (test: () => Promise<void>) =>
    async function (this: Mocha.Context) {
      if (process.platform === 'win32') this.skip();
      await test();
    };

  it('F13: knows the border of a shallow clone, and tells nothing of what it changed', async () => {
    const border = repository.write('a.txt', 'a\n').commit({ date: at(8), message: 'border' });
    const tip = repository.write('b.txt', 'b\n').commit({ date: at(9), message: 'tip' });
    const clone = keep(repository.clone('--depth=2'));
    const facts = await factsOf(clone);
    assert.deepEqual(facts.shallowBorder, [border]);
    assert.deepEqual(facts.gaps, [{ what: 'statistics', reason: 'shallow' }]);
    assert.deepEqual([...(await patchesOf(facts, hashesIn(facts))).keys()], [tip]);
  });

  it('F13: gives names alone where a partial clone lacks the contents, and fetches nothing', async () => {
    repository
      .write('base.txt', 'one\ntwo\nthree\n')
      .write('moved.txt', 'same\n')
      .commit({ date: at(8) });
    repository.git('mv', 'moved.txt', 'away.txt');
    const move = repository.commit({ date: at(9) });
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = keep(repository.clone('--filter=blob:none', '--no-checkout'));
    clone.git('remote', 'set-url', 'origin', 'file:///nowhere');
    const facts = await factsOf(clone);
    assert.ok(facts.partial);
    const patches = await patchesOf(facts, hashesIn(facts));
    assert.deepEqual(patches.get(move), {
      patchId: null,
      files: [{ path: 'away.txt', from: 'moved.txt', added: null, removed: null, status: 'renamed' }],
    });
    assert.deepEqual(
      patches.get(hashesIn(facts)[1] ?? '')?.files.map(({ path, added, status }) => [path, added, status]),
      [
        ['base.txt', null, 'modified'],
        ['moved.txt', null, 'added'],
      ],
    );
  });

  it('F14: is not led astray by configuration, names and messages', async () => {
    for (const [key, value] of [
      ['color.ui', 'always'],
      ['color.diff', 'always'],
      ['log.showSignature', 'true'],
      ['log.date', 'relative'],
      ['format.pretty', 'oneline'],
      ['i18n.logOutputEncoding', 'ISO-8859-1'],
      ['diff.noprefix', 'true'],
      ['diff.mnemonicPrefix', 'true'],
      ['log.showRoot', 'false'],
      ['diff.context', '0'],
      ['diff.suppressBlankEmpty', 'true'],
      ['diff.external', 'false'],
      ['status.showUntrackedFiles', 'no'],
      ['status.renames', 'false'],
      ['status.branch', 'false'],
      ['core.quotepath', 'true'],
    ] as const) {
      repository.git('config', key, value);
    }
    const name = process.platform === 'win32' ? 'é.txt' : 'é "q"\n:100644 \\\tx.txt';
    const text = ['', '@@ -1 +1 @@', 'diff --git a/x b/x', ':100644 100644 a b M\tx', '-- a', '++ b', ''].join('\n');
    repository.write(name, text);
    const subject = '@everyone <b>*x* [l](command:x) \u202e \u0007';
    const hash = repository.commit({ date: at(9), message: subject });
    repository.write('untracked.txt', 'u\n');
    const facts = await factsOf(repository);
    assert.equal(facts.commits[0]?.subject, subject);
    assert.deepEqual(facts.worktrees[0]?.changes, [{ path: 'untracked.txt', kind: 'untracked' }]);
    assert.deepEqual((await patchesOf(facts, [hash])).get(hash)?.files, [
      { path: name, from: null, added: 6, removed: 0, status: 'added' },
    ]);
  });

  it(
    'F14: keeps the others apart from a message that is no UTF-8',
    onPosix(async () => {
      const environment = { GIT_COMMITTER_DATE: at(9), GIT_AUTHOR_DATE: at(9) };
      const message = writeScript(repository.root, 'm.sh', "printf 'caf\\351 \\200'");
      execFileSync('sh', ['-c', `'${message}' > '${join(repository.root, 'message')}'`]);
      repository.gitWith(environment, 'commit', '--quiet', '--allow-empty', '--file=message');
      const latin = repository.git('rev-parse', 'HEAD');
      repository.commit({ date: at(10), message: 'next' });
      const facts = await factsOf(repository);
      assert.equal(facts.commits[1]?.hash, latin);
      assert.match(facts.commits[1]?.subject ?? '', /^caf. .$/u);
    }),
  );

  it('F14: says whose folder it is not, and that the workspace is not trusted', async function () {
    const request = { folder: repository.root, ...day, told: [] };
    assert.deepEqual(await activityWith({ isTrusted: () => false }).read(request, neverCancelled), {
      reason: 'unanswered',
      detail: 'refused untrusted',
    });
    if (process.getuid?.() !== 0) this.skip();
    chownSync(repository.root, 12_345, 12_345);
    chownSync(join(repository.root, '.git'), 12_345, 12_345);
    assert.deepEqual(await activityWith().read(request, neverCancelled), {
      reason: 'unanswered',
      detail: 'failed dubious-ownership',
    });
  });

  it('F15: does with 8 processes, the version and the filters among them, one for stashes, one for open branches and one for what landed since these began', async () => {
    const clone = keep(repository.clone());
    clone.write('base.txt', 'stashed\n').git('stash', '--quiet');
    const hashes = [8, 9, 10].map((hour) => clone.write('a.txt', `${hour}\n`).commit({ date: at(hour) }));
    clone.git('branch', 'other', 'HEAD~1');
    const { host, verbs } = countingHost();
    const activity = activityWith(host);
    const facts = await factsOf(clone, {}, activity);
    const patches = await patchesOf(facts, hashes, activity);
    assert.deepEqual([facts.commits.length, facts.unpushed?.length, facts.stashes.length, patches.size], [3, 3, 1, 3]);
    assert.equal(verbs.length, 8 + 1 + 1, verbs.join(' '));
    const told = countingHost();
    await factsOf(clone, { told: ['4'.repeat(40), hashes[0] ?? ''] }, activityWith(told.host));
    assert.equal(told.verbs.length, 6 + 1 + 2, told.verbs.join(' '));
  });

  it('F15: gives names alone of a commit that is too much by itself, and everything of those before and after', async () => {
    const write = (path: string, lines: number, hour: number) =>
      repository.write(path, `${path}\n`.repeat(lines)).commit({ date: at(hour) });
    const hashes = [
      ...[write('a.txt', 10, 8), write('huge.txt', 200_000, 9), write('b.txt', 30_000, 10)],
      ...[write('c.txt', 30_000, 11), write('huge too.txt', 100_000, 12), write('d.txt', 10, 13)],
    ];
    const { host, verbs } = countingHost();
    const place = await findRepository(repository.root);
    assert.ok(place.ok);
    const patches = await readPatches(new GitRunner(gitHost(host)), place.repository, hashes, { maxBytes: 300_000 });
    assert.deepEqual(
      hashes.map((hash) => patches.get(hash)?.files.map(({ path, added }) => `${path} ${added}`)),
      [['a.txt 10'], ['huge.txt null'], ['b.txt 30000'], ['c.txt 30000'], ['huge too.txt null'], ['d.txt 10']],
    );
    assert.ok(verbs.length <= 9, verbs.join(' '));
  });

  it('F15: stops when it is cancelled', async () => {
    const request = { folder: repository.root, ...day, told: [] };
    await assert.rejects(activityWith().read(request, AbortSignal.abort()), GitUnanswered);
    const facts = await factsOf(repository);
    const cancelled = AbortSignal.abort();
    const hash = repository.git('rev-parse', 'HEAD');
    await assert.rejects(activityWith().patches(facts, [hash], cancelled), GitUnanswered);
    await assert.rejects(activityWith().rangePatch(facts, hash, hash, cancelled), GitUnanswered);
  });

  it('Extra: walks no notes, tags, prefetched references and replaced objects as commits of their own', async () => {
    const today = repository.write('a.txt', 'a\n').commit({ date: at(8), message: 'today' });
    const dates = { GIT_AUTHOR_DATE: at(9), GIT_COMMITTER_DATE: at(9) };
    repository.gitWith(dates, 'notes', 'add', '--message=note', today);
    repository.git('checkout', '--quiet', '--detach');
    const tagged = repository.commit({ date: at(9), message: 'only tagged' });
    repository.git('tag', 'v1');
    repository.git('update-ref', 'refs/prefetch/remotes/origin/main', tagged);
    repository.git('checkout', '--quiet', 'main');
    assert.deepEqual(hashesIn(await factsOf(repository)), [today]);
  });

  it('Extra: knows a file that moved, also where only the case of its name changed', async () => {
    repository.git('config', 'diff.renames', 'false');
    repository.write('Long.txt', Array.from({ length: 20 }, (_, line) => `${line}\n`).join(''));
    repository.commit({ date: at(7) });
    repository.git('mv', 'Long.txt', 'long.txt');
    repository.git('mv', 'base.txt', 'away.txt');
    repository.write('long.txt', Array.from({ length: 21 }, (_, line) => `${line}\n`).join(''));
    const moved = repository.commit({ date: at(8) });
    assert.deepEqual((await patchesOf(await factsOf(repository), [moved])).get(moved)?.files, [
      { path: 'away.txt', from: 'base.txt', added: 0, removed: 0, status: 'renamed' },
      { path: 'long.txt', from: 'Long.txt', added: 1, removed: 0, status: 'renamed' },
    ]);
  });

  it('Extra: gives a revert with the patch the other way round', async () => {
    const today = repository.write('a.txt', 'a\n').commit({ date: at(8), message: 'add' });
    repository.gitWith({ GIT_COMMITTER_DATE: at(9) }, 'revert', '--no-edit', today);
    const facts = await factsOf(repository);
    assert.equal(subjectsIn(facts)[0], 'Revert "add"');
    const [file] = (await patchesOf(facts, hashesIn(facts))).get(hashesIn(facts)[0] ?? '')?.files ?? [];
    assert.deepEqual(file, { path: 'a.txt', from: null, added: 0, removed: 1, status: 'deleted' });
  });

  describe('with another git', () => {
    let folder: string;
    before(function () {
      if (process.platform === 'win32') this.skip();
    });
    beforeEach(() => {
      folder = temporaryFolder();
    });
    afterEach(() => removeFolder(folder));

    /** A git that answers by a script of its own where a pattern is among its arguments. */
    const gitThat = (pattern: string, answer: string) => {
      const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
      const binary = writeScript(folder, 'git', `case " $* " in *${pattern}*) ${answer};; esac\nexec '${real}' "$@"`);
      return { suggestedBinary: () => binary };
    };

    it('F6: goes by the date in its own code where git is too old to filter by it', async () => {
      const recent = repository.write('a.txt', 'a\n').commit({ date: at(8) });
      repository.write('b.txt', 'b\n').commit({ date: '2001-01-01T12:00:00Z' });
      const old = gitThat('--since-as-filter', 'echo "fatal: unrecognized argument: --since-as-filter" >&2; exit 128');
      const facts = await factsOf(repository, {}, activityWith(old));
      assert.deepEqual(hashesIn(facts), [recent]);
      assert.deepEqual([facts.truncated, facts.gaps], [false, []]);
    });

    const failures = [
      ['changes', '" status "', 'exit 128', 'failed unknown'],
      ['commits', 'since-as-filter', 'exit 128', 'failed unknown'],
      ['commits', 'since-as-filter', 'kill -9 $$', 'killed signal'],
      ['branches', '" for-each-ref "', 'exit 128', 'failed unknown'],
      ['unpushed', '--remotes', 'exit 128', 'failed unknown'],
    ] as const;
    for (const [what, pattern, answer, reason] of failures) {
      it(`tells that it does not know the ${what} where git ${answer}s, and the rest all the same`, async () => {
        const clone = keep(repository.clone());
        const today = clone.write('a.txt', 'a\n').commit({ date: at(9) });
        const facts = await factsOf(clone, {}, activityWith(gitThat(pattern, answer)));
        assert.deepEqual(facts.gaps, [{ what, reason }]);
        assert.deepEqual(facts.worktrees[0]?.head, { kind: 'branch', branch: 'main', hash: today });
        assert.deepEqual(hashesIn(facts), what === 'commits' ? [] : [today]);
        assert.equal(facts.unpushed === null, what === 'unpushed');
      });
    }

    it('does without the configuration, and asks for no changes without it', async () => {
      const clone = keep(repository.clone());
      const facts = await factsOf(clone, {}, activityWith(gitThat('partialclone', 'exit 128')));
      assert.deepEqual(
        facts.gaps.map(({ what }) => what),
        ['settings', 'changes'],
      );
      const head = { kind: 'branch', branch: 'main', hash: clone.git('rev-parse', 'HEAD') };
      assert.deepEqual(facts.worktrees[0], { ...facts.worktrees[0], head, changes: null });
      assert.deepEqual([facts.hasRemote, facts.unpushed], [true, []]);
    });

    it('tells that nothing can be said where git answers nothing', async () => {
      const facts = await activityWith(gitThat('" -c "', 'echo broken >&2; exit 128')).read(
        { folder: repository.root, ...day, told: [] },
        neverCancelled,
      );
      assert.deepEqual(facts, { reason: 'unanswered', detail: 'failed unknown: broken' });
    });

    it('tells names alone where the patches were cut off', async () => {
      const today = repository.write('a.txt', 'a\n').commit({ date: at(9) });
      const activity = activityWith(gitThat('--patch', 'kill -9 $$'));
      const patches = await patchesOf(await factsOf(repository), [today], activity);
      assert.deepEqual(patches.get(today), {
        patchId: null,
        files: [{ path: 'a.txt', from: null, added: null, removed: null, status: 'added' }],
      });
    });
  });
});
