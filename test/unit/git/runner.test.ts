import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GitCall } from '../../../src/git/commandLine';
import type { GitHost } from '../../../src/git/installation';
import type { Repository } from '../../../src/git/repository';
import { GitRunner } from '../../../src/git/runner';
import { removeFolder, temporaryFolder, writeScript } from '../support/temporaryRepository';
import { gitHost } from './gitHost';

/** A git that is a script, to see what the runner makes of any behaviour. Nothing waits: what hangs reads a FIFO. */
describe('GitRunner', () => {
  let folder: string;
  let repository: Repository;
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(() => {
    folder = temporaryFolder();
    repository = { root: folder, parent: '/', gitDirectory: '', commonDirectory: '' };
  });
  afterEach(() => removeFolder(folder));

  function runnerWith(body: string, changes: Partial<GitHost> = {}): GitRunner {
    const version = `case "$*" in version) echo 'git version 2.45.0'; echo asked >> ${folder}/versions; exit;; esac`;
    const git = writeScript(folder, 'git', `${version}\necho run >> ${folder}/runs\n${body}`);
    return new GitRunner(gitHost({ suggestedBinary: () => git, ...changes }));
  }
  const log = (): GitCall => ({ repository, verb: 'log', revisions: ['HEAD'] });
  const lines = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trimEnd().split('\n') : [];
  const fifo = () => {
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    return join(folder, 'fifo');
  };
  const hasReader = (path: string) => {
    try {
      closeSync(openSync(path, constants.O_WRONLY | constants.O_NONBLOCK));
      return true;
    } catch {
      return false;
    }
  };

  it('starts nothing where the workspace is not trusted (R11)', async () => {
    const runner = runnerWith('exit 0', { isTrusted: () => false });
    assert.deepEqual(await runner.run(log()), { kind: 'refused', reason: 'untrusted', detail: '' });
    assert.ok(!existsSync(join(folder, 'versions')) && !existsSync(join(folder, 'runs')));
  });

  it('starts nothing for an argument that is not allowed', async () => {
    const result = await runnerWith('exit 0').run({ ...log(), args: ['--output=x'] });
    assert.equal(result.kind === 'refused' && result.reason, 'argument');
    assert.ok(!existsSync(join(folder, 'runs')));
  });

  it('gives output, errors and code', async () => {
    const result = await runnerWith('printf "a\\0b"; echo warning >&2; exit 1').run(log());
    assert.deepEqual(result, { kind: 'exited', code: 1, stdout: Buffer.from('a\0b'), stderr: 'warning' });
  });

  it('gives no input and stands at the root', async () => {
    const result = await runnerWith('cat; pwd').run(log());
    assert.equal(result.kind === 'exited' && Buffer.from(result.stdout).toString(), `${folder}\n`);
  });

  const failures: readonly (readonly [string, string])[] = [
    ["fatal: detected dubious ownership in repository at '/r'", 'dubious-ownership'],
    ["fatal: unsafe repository ('/r' is owned by someone else)", 'dubious-ownership'],
    ['fatal: not a git repository (or any of the parent directories): .git', 'not-a-repository'],
    ["fatal: your current branch 'main' does not have any commits yet", 'no-commits'],
    ["fatal: bad revision 'HEAD'", 'no-commits'],
    ["fatal: transport 'ssh' not allowed", 'missing-object'],
    ['error: object file .git/objects/ab/cd is empty\nfatal: loose object abcd is corrupt', 'missing-object'],
    ["fatal: Unable to create '/r/.git/index.lock': File exists.", 'locked'],
    ['fatal: unrecognized argument: --nope', 'usage'],
    ['Segmentation fault', 'unknown'],
  ];
  for (const [stderr, reason] of failures) {
    it(`calls ${JSON.stringify(stderr.slice(0, 50))} ${reason}`, async () => {
      const result = await runnerWith(`cat >&2 <<'END'\n${stderr}\nEND\nexit 128`).run(log());
      assert.deepEqual(result, { kind: 'failed', reason, detail: stderr });
    });
  }

  it('tells that there is no git', async () => {
    const runner = new GitRunner(gitHost({ environment: { PATH: folder } }));
    assert.deepEqual(await runner.run(log()), { kind: 'failed', reason: 'git-missing', detail: '' });
  });

  it('asks for the version once, and refuses an old one', async () => {
    const runner = runnerWith('exit 0');
    await Promise.all([runner.run(log()), runner.run({ ...log(), args: ['-z'] })]);
    await runner.run(log());
    assert.deepEqual(lines('versions'), ['asked']);
    const old = writeScript(folder, 'old', "echo 'git version 2.25.1'");
    assert.deepEqual(await new GitRunner(gitHost({ suggestedBinary: () => old })).run(log()), {
      kind: 'failed',
      reason: 'git-too-old',
      detail: '2.25',
    });
  });

  it('ends a git that hangs, with its children (R18)', async () => {
    const pipe = fifo();
    const result = await runnerWith(`cat ${pipe} & cat ${pipe}`).run(log(), { timeoutMs: 100 });
    assert.deepEqual(result, { kind: 'killed', by: 'timeout' });
    assert.ok(!hasReader(pipe), 'a child is still there');
  });

  it('does not ask again what took too long, of that repository, and tells what git said meanwhile', async () => {
    const pipe = fifo();
    const runner = runnerWith(`echo "warning: slow disk" >&2; case "$*" in *rev-parse*) exit 0;; esac; cat ${pipe}`);
    const ended = { kind: 'killed', by: 'timeout', detail: 'warning: slow disk' };
    assert.deepEqual(await runner.run(log(), { timeoutMs: 100 }), ended);
    assert.deepEqual(await runner.run({ ...log(), args: ['-z'] }, { timeoutMs: 100 }), {
      kind: 'killed',
      by: 'timeout',
    });
    assert.deepEqual(lines('runs'), ['run']);
    const other = await runner.run({ repository, verb: 'rev-parse', args: ['--verify'], revisions: ['HEAD'] });
    assert.equal(other.kind, 'exited');
  });

  it('has one deadline for all calls, the one for the version too', async () => {
    const pipe = fifo();
    const hanging = writeScript(folder, 'hanging', `echo run >> ${folder}/runs; cat ${pipe}`);
    const runner = new GitRunner(gitHost({ suggestedBinary: () => hanging, mostMs: 100 }));
    const timeout = { kind: 'killed', by: 'timeout' };
    assert.deepEqual(await runner.run(log()), timeout);
    assert.deepEqual(
      await runner.run({ repository, verb: 'rev-parse', args: ['--verify'], revisions: ['HEAD'] }),
      timeout,
    );
    assert.deepEqual(lines('runs'), ['run']);
  });

  it('leaves out what a wrapper prints above every answer, and nothing else', async () => {
    const chatter = 'echo "notice: it is $(date +%s%N)"; echo "  see the wiki"';
    const git = writeScript(
      folder,
      'git',
      `case "$*" in version) ${chatter}; echo 'git version 2.45.0'; exit;; *--all*) printf 'no chatter\nhere\nat all'; exit;; esac\n${chatter}; printf 'a\\0b\nsee'`,
    );
    const runner = new GitRunner(gitHost({ suggestedBinary: () => git }));
    const streamed: Uint8Array[] = [];
    const text = (result: Awaited<ReturnType<GitRunner['run']>>) =>
      result.kind === 'exited' ? Buffer.from(result.stdout).toString() : result.kind;
    assert.equal(text(await runner.run(log())), 'a\0b\nsee');
    assert.equal(text(await runner.run({ ...log(), args: ['--all'] })), 'no chatter\nhere\nat all');
    await runner.run(log(), { onStdout: (chunk) => streamed.push(chunk) });
    assert.equal(Buffer.concat(streamed).toString(), 'a\0b\nsee');
  });

  it('ends a git that does not want to', async () => {
    const pipe = fifo();
    const body = `trap '' TERM\nwhile :; do read line < ${pipe}; done`;
    assert.deepEqual(await runnerWith(body).run(log(), { timeoutMs: 50 }), { kind: 'killed', by: 'timeout' });
    assert.ok(!hasReader(pipe));
  });

  it('ends a git that prints without end, and keeps nothing of it (G17)', async () => {
    const result = await runnerWith('exec yes').run(log(), { maxBytes: 1_000_000 });
    assert.deepEqual(result, { kind: 'killed', by: 'limit' });
  });

  it('counts the limit for streamed output, too', async () => {
    let size = 0;
    const onStdout = (chunk: Uint8Array) => {
      size += chunk.length;
    };
    const result = await runnerWith('exec yes').run(log(), { maxBytes: 1_000_000, onStdout });
    assert.deepEqual(result, { kind: 'killed', by: 'limit' });
    assert.ok(size <= 1_000_000 && size > 0);
  });

  it('does not wait for errors without end', async () => {
    const result = await runnerWith('yes error | head -c 5000000 >&2; exit 128').run(log());
    assert.ok(result.kind === 'failed' && result.detail.length < 200_000);
  });

  it('tells a git that somebody else killed from one that answered', async () => {
    assert.deepEqual(await runnerWith('kill -9 $$').run(log()), { kind: 'killed', by: 'signal' });
  });

  it('ends what is cancelled, at once', async () => {
    const pipe = fifo();
    const controller = new AbortController();
    const onStdout = () => controller.abort();
    const runner = runnerWith(`echo started; cat ${pipe}`);
    assert.deepEqual(await runner.run(log(), { signal: controller.signal, onStdout }), {
      kind: 'killed',
      by: 'cancelled',
    });
    assert.deepEqual(await runner.run(log(), { signal: controller.signal }), { kind: 'killed', by: 'cancelled' });
    assert.equal(lines('runs').length, 1);
  });

  it('ends everything when it is disposed of', async () => {
    const pipe = fifo();
    const runner = runnerWith(`echo started; cat ${pipe}`);
    assert.deepEqual(await runner.run(log(), { onStdout: () => runner.dispose() }), {
      kind: 'killed',
      by: 'cancelled',
    });
  });

  it('runs identical calls once', async () => {
    const runner = runnerWith('echo same');
    const results = await Promise.all([runner.run(log()), runner.run(log()), runner.run(log())]);
    assert.equal(new Set(results).size, 1);
    assert.deepEqual(lines('runs'), ['run']);
  });

  it('survives an argument list that is too long', async () => {
    const result = await runnerWith('exit 0').run({ ...log(), paths: ['x'.repeat(3_000_000)] });
    assert.equal(result.kind === 'failed' && result.reason, 'not-started');
  });
});
