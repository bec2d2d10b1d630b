// The shape of the code as a table, to compare before and after: `npm run shape [-- COMMIT ...]`. Without a commit: the
// files as they are. The linter holds the borders (biome.json): no import circle, no file over 400 lines.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { circlesIn, importsOf } from './imports.mjs';
import { calledWith, refuse } from './options.mjs';

const git = (...args) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
const isCounted = (file) => /^src\/.*\.ts$/.test(file);

/** Every file's text by its path. */
function filesOf(commit) {
  if (commit === undefined) {
    const files = git('ls-files', '--cached', '--others', '--exclude-standard', 'src').split('\n').filter(isCounted);
    const deleted = git('ls-files', '--deleted', 'src').split('\n');
    const existing = files.filter((file) => !deleted.includes(file));
    return new Map(existing.map((file) => [file, readFileSync(file, 'utf8')]));
  }
  const files = git('ls-tree', '-r', '--name-only', commit, 'src').split('\n').filter(isCounted);
  return new Map(files.map((file) => [file, git('show', `${commit}:${file}`)]));
}

/** Sizes of the groups of files that reach one another, the largest first. */
function circleSizes(files) {
  const circles = circlesIn(files.keys(), (file) => importsOf(file, files));
  return circles
    .map(({ length }) => length)
    .filter((length) => length > 1)
    .sort((a, b) => b - a);
}

function shapeOf(commit) {
  const files = filesOf(commit);
  const lengths = [...files.values()].map((text) => text.split('\n').length - 1).sort((a, b) => a - b);
  return {
    files: lengths.length,
    lines: lengths.reduce((sum, length) => sum + length, 0),
    median: lengths[Math.floor(lengths.length / 2)],
    largest: lengths.at(-1),
    'over 200': lengths.filter((length) => length > 200).length,
    'over 400': lengths.filter((length) => length > 400).length,
    'circles, in files': circleSizes(files).join(' + ') || 'none',
  };
}

const commits = calledWith({ most: Number.POSITIVE_INFINITY }).positionals;
const isCommit = (name) => spawnSync('git', ['cat-file', '-e', `${name}^{commit}`]).status === 0;
for (const commit of commits) if (!isCommit(commit)) refuse(`there is no commit "${commit}"`);
console.table(Object.fromEntries([...commits, undefined].map((commit) => [commit ?? 'now', shapeOf(commit)])));
