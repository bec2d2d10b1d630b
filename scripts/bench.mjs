// Builds, then measures: `npm run bench [-- --json] [-- --check]`. test/bench/bench.ts says what is measured.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
ensureInstalled();
const bench = ['--import', 'tsx', 'test/bench/bench.ts', ...process.argv.slice(2)];
const build = ['scripts/build.mjs', ...(process.argv.includes('--editor') ? ['--tests'] : [])];
for (const args of [build, bench]) {
  // The build's output goes to standard error, so that standard output has only the measurements.
  const stdio = args === bench ? 'inherit' : ['ignore', process.stderr, 'inherit'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio });
  if (status !== 0) process.exit(status ?? 1);
}
