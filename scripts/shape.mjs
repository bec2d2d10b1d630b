// The shape of the code as a table, to compare before and after: `npm run shape [-- COMMIT ...]`. Without a commit: the
// files as they are. The linter holds the borders (biome.json): no import circle, no file over 400 lines.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

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

/** Files that a file imports, types included. */
function importsOf(file, files) {
  const found = files.get(file).matchAll(/(?:\bfrom|\bimport\(|^import)\s*'(\.[^']+)'/gm);
  const paths = [...found].map(([, path]) => `${posix.join(posix.dirname(file), path)}.ts`);
  return paths.filter((path) => files.has(path));
}

/** Groups of files that reach one another (Tarjan's algorithm), the largest first. */
function circlesIn(files) {
  const order = new Map();
  const low = new Map();
  const stack = [];
  const circles = [];
  const visit = (file) => {
    order.set(file, order.size);
    low.set(file, order.get(file));
    stack.push(file);
    for (const next of importsOf(file, files)) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file), low.get(next)));
    }
    if (low.get(file) !== order.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) circles.push(group.length);
  };
  for (const file of files.keys()) if (!order.has(file)) visit(file);
  return circles.sort((a, b) => b - a);
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
    'circles, in files': circlesIn(files).join(' + ') || 'none',
  };
}

const commits = process.argv.slice(2);
console.table(Object.fromEntries([...commits, undefined].map((commit) => [commit ?? 'now', shapeOf(commit)])));
