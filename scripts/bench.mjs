// Builds, then measures: `npm run bench [-- OPTION ...]`. test/bench/bench.ts says what is measured.
//   --only NAME     that row alone, by a part of its name, as often as wanted; the large ones by their whole name
//   --pairs COUNT   how often a row and its floor run in turn; 5 where it is not given
//   --large         100,000 files and log4brains, too
//   --json          as data
//   --check         fails where a row is slower than test/bench/kept.json has it; --keep writes that file
//   --editor        activation, memory, providers, lists, saves, a switch of branches and Decisions in the editor,
//                   instead; a profile of each goes to .vscode-test/logs/bench
//   --folder PATH   from the opening of a window there to a filled Decisions, instead; as often as wanted
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchOptions } from '../test/bench/options.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { calledWith, refuse } from './options.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = calledWith({ options: benchOptions });
if (!/^[1-9]\d*$/.test(values.pairs)) refuse(`--pairs: "${values.pairs}" is no count`);
ensureInstalled();
const bench = ['--import', 'tsx', 'test/bench/bench.ts', ...process.argv.slice(2)];
const build = ['scripts/build.mjs', ...(values.editor ? ['--tests'] : [])];
for (const args of [build, bench]) {
  // The build's output goes to standard error, so that standard output has only the measurements.
  const stdio = args === bench ? 'inherit' : ['ignore', process.stderr, 'inherit'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio });
  if (status !== 0) process.exit(status ?? 1);
}
