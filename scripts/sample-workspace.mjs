// Makes the sample workspace: a small service whose decisions, runbooks and code refer to each other, with a git
// history. It ends in the week before the day on which it is made: the same files and commit ids each time on a day.
// `node scripts/sample-workspace.mjs [FOLDER] [DAY]` prints where.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { tellingOf } from './sample-days.mjs';
import { goneBranches, history, ownBranches, stash } from './sample-history.mjs';

const run = promisify(execFile);
const main = 'main';
const fixtures = fileURLToPath(new URL('../test/fixtures/sample', import.meta.url));

/** Git as on a fresh machine: no configuration, hooks, signing or templates of the user change what is made. */
function quietGit(folder, extra = {}) {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1', ...extra };
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) delete env[name];
  return (...args) =>
    run('git', ['-c', 'core.autocrlf=false', '-c', 'commit.gpgsign=false', ...args], { cwd: folder, env });
}

/** Text as it was at a commit: each pair puts the older words where the fixture has the newer ones. */
function atCommit(text, pairs, file) {
  return pairs.reduce((old, [now, then]) => {
    if (!old.includes(now))
      throw new Error(`${file} does not contain "${now}"; scripts/sample-history.mjs is out of date`);
    return old.replace(now, then);
  }, text);
}

/** Checks a branch out; the first time it begins at `from`. */
async function switchTo(folder, branch, from = main) {
  const git = quietGit(folder);
  const { stdout: current } = await git('branch', '--show-current');
  if (current.trim() === branch) return;
  const { stdout: known } = await git('branch', '--list', branch);
  await git('checkout', '--quiet', ...(known === '' ? ['-b', branch, from] : [branch]));
}

/** A note names the tips that it tells of (docs/adr/0009); those of this history are known only now. */
async function withTips(folder, text) {
  const git = quietGit(folder);
  const lines = text.split('\n').map(async (line) => {
    const branch = /^ {4}(\S+): [0-9a-f]{40}$/.exec(line)?.[1];
    return branch === undefined ? line : `    ${branch}: ${(await git('rev-parse', branch)).stdout.trim()}`;
  });
  return (await Promise.all(lines)).join('\n');
}

async function write(folder, file, was, tell) {
  const text = tell(atCommit(await readFile(join(fixtures, file), 'utf8'), was, file));
  const target = join(folder, tell(file));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, await withTips(folder, text));
}

async function commit(folder, step, tell) {
  const { author, date, subject, files, was = {}, branch = main, from, push, merge } = step;
  await switchTo(folder, branch, from);
  const git = quietGit(folder, asOf(author, tell(date)));
  if (merge !== undefined) await git('merge', '--quiet', '--no-ff', '--no-verify', '-m', subject, merge);
  else {
    for (const file of files) await write(folder, file, was[file] ?? [], tell);
    await git('add', '--', ...files.map(tell));
    await git('commit', '--quiet', '--no-verify', '-m', subject);
  }
  if (push !== undefined) await git('update-ref', `refs/remotes/origin/${push}`, 'HEAD');
}

function asOf(author, date) {
  const [, name, email] = /^(.+) <(.+)>$/.exec(author);
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
}

/** A branch that was pushed follows its own at the remote. Colleagues' branches are at the remote alone. */
async function leaveBranches(folder) {
  const git = quietGit(folder);
  await git('update-ref', `refs/remotes/origin/${main}`, `refs/heads/${main}`);
  for (const branch of goneBranches) await git('update-ref', '-d', `refs/remotes/origin/${branch}`);
  const { stdout } = await git('for-each-ref', '--format=%(refname:lstrip=3)', 'refs/remotes/origin');
  const pushed = stdout.trim().split('\n');
  const made = new Set(history.flatMap((step) => step.branch ?? []));
  for (const branch of made) if (!ownBranches.includes(branch)) await git('branch', '--quiet', '-D', branch);
  for (const branch of [main, ...ownBranches].filter((one) => pushed.includes(one))) {
    await git('config', `branch.${branch}.remote`, 'origin');
    await git('config', `branch.${branch}.merge`, `refs/heads/${branch}`);
  }
}

async function putAside(folder, { date, message, file, was }, tell) {
  await write(folder, file, was, tell);
  const git = quietGit(folder, asOf('Ann Lee <ann@ledger.example>', tell(date)));
  await git('stash', 'push', '--quiet', '-m', message);
}

/**
 * Fills an empty folder, or a new temporary one, and returns its path.
 * @param {string} [folder]
 * @param {string} [day] on which it is made: ISO, of UTC; today where it is not given
 * @returns {Promise<string>}
 */
export async function makeSampleWorkspace(folder, day = new Date().toISOString().slice(0, 10)) {
  const tell = tellingOf(day);
  const target = folder ? resolve(folder) : join(await mkdtemp(join(tmpdir(), 'meridian-')), 'ledger');
  await mkdir(target, { recursive: true });
  const git = quietGit(target);
  await git('init', '--quiet', '--template=', `--initial-branch=${main}`);
  // The user who opens it is a member of the team.
  await git('config', 'user.name', 'Ann Lee');
  await git('config', 'user.email', 'ann@ledger.example');
  await git('remote', 'add', 'origin', 'https://github.example.com/ledger/ledger.git');
  await git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
  for (const step of history) await commit(target, step, tell);
  await switchTo(target, main);
  await leaveBranches(target);
  await putAside(target, stash, tell);
  return target;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  void makeSampleWorkspace(process.argv[2], process.argv[3]).then(console.log);
}
