// Makes the sample workspace: a small service whose decisions, runbooks and code refer to each other, with a git
// history. The same files and the same commit ids each time. `node scripts/sample-workspace.mjs [FOLDER]` prints where.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { history } from './sample-history.mjs';

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

/** Checks a branch out; the first time it begins where the folder is. */
async function switchTo(folder, branch) {
  const git = quietGit(folder);
  const { stdout: current } = await git('branch', '--show-current');
  if (current.trim() === branch) return;
  const { stdout: known } = await git('branch', '--list', branch);
  await git('checkout', '--quiet', ...(known === '' ? ['-b'] : []), branch);
}

/** Leaves a branch at the remote alone, as a colleague's branch is. */
async function moveToRemote(folder, branch) {
  const git = quietGit(folder);
  await git('update-ref', `refs/remotes/origin/${branch}`, `refs/heads/${branch}`);
  await git('branch', '--quiet', '-D', branch);
}

async function commit(folder, { author, date, subject, files, was = {}, branch = main }) {
  await switchTo(folder, branch);
  for (const file of files) {
    const text = await readFile(join(fixtures, file), 'utf8');
    const target = join(folder, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, atCommit(text, was[file] ?? [], file));
  }
  const [, name, email] = /^(.+) <(.+)>$/.exec(author);
  const git = quietGit(folder, {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  });
  await git('add', '--', ...files);
  await git('commit', '--quiet', '--no-verify', '-m', subject);
}

/**
 * Fills an empty folder, or a new temporary one, and returns its path.
 * @param {string} [folder]
 * @returns {Promise<string>}
 */
export async function makeSampleWorkspace(folder) {
  const target = folder ? resolve(folder) : join(await mkdtemp(join(tmpdir(), 'meridian-')), 'ledger');
  await mkdir(target, { recursive: true });
  const git = quietGit(target);
  await git('init', '--quiet', '--template=', `--initial-branch=${main}`);
  // The user who opens it is a member of the team.
  await git('config', 'user.name', 'Ann Lee');
  await git('config', 'user.email', 'ann@ledger.example');
  await git('remote', 'add', 'origin', 'https://github.example.com/ledger/ledger.git');
  for (const step of history) await commit(target, step);
  await switchTo(target, main);
  for (const branch of new Set(history.flatMap((step) => step.branch ?? []))) await moveToRemote(target, branch);
  return target;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  void makeSampleWorkspace(process.argv[2]).then(console.log);
}
