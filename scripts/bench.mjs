// Builds, then measures: `npm run bench`. What is measured is said in test/bench/bench.ts.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
ensureInstalled();
for (const args of [['scripts/build.mjs'], ['--import', 'tsx', 'test/bench/bench.ts']]) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
