import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A history as large teams have it, the same each time. */
export interface MadeHistory {
  /** Just after the last commit. */
  readonly now: number;
  /** `Ann <ann@example.com>`: who has commits on the last day, on branches and on the default one. */
  readonly author: string;
  readonly commits: number;
}

const commits = 60_000;
const authors = 40;
const folders = 60;
const filesPerFolder = 80;
/** Branches at the remote without a local branch. */
const remoteBranches = 2_000;
/** Branches of the person that draft, each with a commit a day on the last days. */
const ownBranches = 12;
const daysOfABranch = 3;
const end = Date.UTC(2026, 2, 27, 17) / 1000;
/** About 40 commits on a working day. */
const secondsBetween = 2_200;

const name = (author: number) => `Author ${author}`;
const address = (author: number) => `author${author}@example.com`;
const file = (index: number) =>
  `packages/p${index % folders}/src/part${Math.trunc(index / folders) % filesPerFolder}.ts`;
const text = (index: number) =>
  Array.from(
    { length: 30 },
    (_, line) => `export const value${line} = ${(line * 7919) % 30 === index % 30 ? index : line};`,
  ).join('\n');

interface MadeCommit {
  readonly branch: string;
  readonly mark: number;
  readonly author: number;
  readonly seconds: number;
  readonly subject: string;
  /** A mark; the branch's own last commit where it is not there. */
  readonly from?: number;
  /** Marks of the commits whose content it has; its own where they are not there. */
  readonly parts?: readonly number[];
}

/** In the words of `git fast-import`. */
function written({ branch, mark, author, seconds, subject, from, parts = [mark] }: MadeCommit): string {
  const message = `${subject}\n\nWhat was there before did not hold for part ${mark}.\n`;
  const person = `${name(author)} <${address(author)}> ${seconds} +0100`;
  const changes = parts.map((part) => `M 100644 inline ${file(part * 31)}\n${data(text(part))}`);
  const head = [
    `commit refs/heads/${branch}`,
    `mark :${mark}`,
    `author ${person}`,
    `committer ${person}`,
    data(message),
  ];
  return `${[...head, ...(from === undefined ? [] : [`from :${from}`]), ...changes].join('\n')}\n\n`;
}

const data = (content: string) => `data ${Buffer.byteLength(content)}\n${content}`;
const remote = (branch: string, mark: number) => `reset refs/remotes/origin/${branch}\nfrom :${mark}\n\n`;

const ownBranch = (branch: number) => `LED-${branch + 1}-work`;

function* stream(): Generator<string> {
  for (let mark = 1; mark <= commits; mark += 1) {
    const seconds = end - (commits - mark) * secondsBetween;
    const subject = `Settle part ${mark} of ${file(mark * 31)}`;
    yield written({ branch: 'main', mark, author: mark % authors, seconds, subject });
  }
  let mark = commits;
  for (let index = 0; index < ownBranches; index += 1) {
    const branch = ownBranch(index);
    for (let day = daysOfABranch - 1; day >= 0; day -= 1) {
      mark += 1;
      const seconds = end - day * 86_400 - index * 600;
      const start = day === daysOfABranch - 1 ? { from: commits - 200 - index } : {};
      yield written({ branch, mark, author: 0, seconds, subject: `LED-${index + 1}: step ${mark}`, ...start });
    }
    if (index % 2 === 0) yield remote(branch, mark);
  }
  // The first of the branches was squash-merged in the end.
  const parts = Array.from({ length: daysOfABranch }, (_, index) => commits + 1 + index);
  mark += 1;
  yield written({ branch: 'main', mark, author: 0, seconds: end + 30, subject: 'Split the ledger (#12)', parts });
  yield remote('main', mark);
  for (let branch = 0; branch < remoteBranches; branch += 1) yield remote(`topic/${branch}`, commits - branch * 20);
}

/** Fills an empty repository, with half-done work in a stash. Takes seconds: git reads one stream. */
export async function makeHistory(root: string, git: (...args: readonly string[]) => string): Promise<MadeHistory> {
  const child = spawn('git', ['fast-import', '--quiet', '--done'], { cwd: root, stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  for (const piece of stream()) if (!child.stdin.write(piece)) await once(child.stdin, 'drain');
  child.stdin.end('done\n');
  const [code] = await ended;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  git('config', 'remote.origin.url', 'https://example.invalid/ledger.git');
  git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
  for (const branch of ['main', ...Array.from({ length: ownBranches / 2 }, (_, index) => ownBranch(index * 2))]) {
    git('config', `branch.${branch}.remote`, 'origin');
    git('config', `branch.${branch}.merge`, `refs/heads/${branch}`);
  }
  git('pack-refs', '--all');
  git('reset', '--quiet', '--hard');
  writeFileSync(join(root, file(0)), 'half done\n');
  git('stash', 'push', '--quiet', '--message=half-done parser');
  return {
    now: (end + 60) * 1000,
    author: `${name(0)} <${address(0)}>`,
    commits: commits + ownBranches * daysOfABranch + 1,
  };
}
