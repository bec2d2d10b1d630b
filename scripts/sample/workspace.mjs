// Makes the sample workspace: a small service whose decisions, runbooks and code refer to each other, with a git
// history. It ends in the week before the day on which it is made. The same day gives the same files and commit ids.
// `node scripts/sample/workspace.mjs [FOLDER] [DAY]` prints the folder.
import { execFile } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { calledWith, refuse } from '../options.mjs';
import { tellingOf } from './days.mjs';
import { goneBranches, history, ownBranches, stash } from './history.mjs';
import { HistoryImport } from './import.mjs';

const run = promisify(execFile);
const main = 'main';
const fixtures = fileURLToPath(new URL('../../test/fixtures/sample', import.meta.url));

/** Git as on a fresh machine: no configuration, hooks, signing or templates of the user change what is made. */
function quietEnvironment(extra = {}) {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1', ...extra };
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) delete env[name];
  return env;
}

function quietGit(folder, extra = {}) {
  const env = quietEnvironment(extra);
  return (...args) =>
    run('git', ['-c', 'core.autocrlf=false', '-c', 'commit.gpgsign=false', ...args], { cwd: folder, env });
}

/** Text as it was at a commit: each pair puts the older words where the fixture has the newer ones. */
function atCommit(text, pairs, file) {
  return pairs.reduce((old, [now, then]) => {
    if (!old.includes(now))
      throw new Error(`${file} does not contain "${now}"; scripts/sample/history.mjs is out of date`);
    return old.replace(now, then);
  }, text);
}

/** Puts the hashes of this history, known only now, in place of the tips that a note keeps (docs/adr/0009). */
async function withTips(text, hashOf) {
  const closing = /^<!-- meridian drafted:.*$/m.exec(text)?.[0] ?? '';
  const pairs = closing.split(' ').map(async (word) => {
    const branch = /^(\S+)=[0-9a-f]{40}$/.exec(word)?.[1];
    return branch === undefined ? word : `${branch}=${await hashOf(branch)}`;
  });
  const told = (await Promise.all(pairs)).join(' ');
  return text.replace(closing, () => told);
}

async function textAt(file, was, tell) {
  return tell(atCommit(await readFile(join(fixtures, file), 'utf8'), was, file));
}

/** The files that a branch changed since it began. @throws where both sides changed a file, because it cannot merge one */
function mergedFiles(began, ours, theirs) {
  const changed = [...theirs].filter(([path, text]) => began.get(path) !== text);
  const both = changed.find(([path]) => began.get(path) !== ours.get(path));
  if (both) throw new Error(`${both[0]} was changed on both sides; scripts/sample/history.mjs is out of date`);
  return new Map(changed);
}

/** Writes all commits and tips, local and remote. Resolves with the branches that were pushed, and those not Ann's. */
async function importHistory(folder, tell) {
  const commits = new HistoryImport(folder, quietEnvironment());
  const tips = new Map();
  const began = new Map();
  const pushed = new Set();
  for (const step of history) {
    const { branch = main, from = main, push, merge } = step;
    const parent = tips.get(branch) ?? tips.get(from);
    if (!tips.has(branch)) began.set(branch, parent);
    const about = { ...step, branch, date: tell(step.date), parent, merged: tips.get(merge) };
    const changed = new Map();
    for (const file of step.files) {
      const text = await textAt(file, step.was?.[file] ?? [], tell);
      changed.set(tell(file), await withTips(text, (name) => commits.hashOf(tips.get(name))));
    }
    if (merge !== undefined) {
      const [base, ours, theirs] = [began.get(merge), parent, tips.get(merge)].map((mark) => commits.filesOf(mark));
      for (const [path, text] of mergedFiles(base, ours, theirs)) changed.set(path, text);
    }
    const mark = commits.commit(about, changed);
    tips.set(branch, mark);
    if (push !== undefined) {
      commits.set(`refs/remotes/origin/${push}`, mark);
      pushed.add(push);
    }
  }
  commits.set(`refs/remotes/origin/${main}`, tips.get(main));
  await commits.end();
  const notMine = [...tips.keys()].filter((branch) => branch !== main && !ownBranches.includes(branch));
  return { pushed: [main, ...pushed], notMine };
}

/** The user who opens the sample is a member of the team. A pushed branch has its own branch at the remote as upstream. */
function configuration(pushed) {
  const follows = [main, ...ownBranches].filter((branch) => pushed.includes(branch));
  return [
    '[user]\n\tname = Ann Lee\n\temail = ann@ledger.example',
    '[remote "origin"]\n\turl = https://github.example.com/ledger/ledger.git\n\tfetch = +refs/heads/*:refs/remotes/origin/*',
    ...follows.map((branch) => `[branch "${branch}"]\n\tremote = origin\n\tmerge = refs/heads/${branch}`),
    '',
  ].join('\n');
}

async function putAside(folder, { date, message, file, was }, tell) {
  await writeFile(join(folder, tell(file)), await textAt(file, was, tell));
  const git = quietGit(folder, { GIT_AUTHOR_DATE: tell(date), GIT_COMMITTER_DATE: tell(date) });
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
  const { pushed, notMine } = await importHistory(target, tell);
  await appendFile(join(target, '.git/config'), configuration(pushed));
  // Colleagues' branches are only at the remote.
  for (const branch of notMine) await git('update-ref', '-d', `refs/heads/${branch}`);
  for (const branch of goneBranches) await git('update-ref', '-d', `refs/remotes/origin/${branch}`);
  await git('reset', '--quiet', '--hard');
  await putAside(target, stash, tell);
  return target;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [folder, day] = calledWith({ most: 2 }).positionals;
  if (day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(day)) refuse(`"${day}" is no day such as 2026-11-20`);
  void makeSampleWorkspace(folder, day).then(console.log);
}
