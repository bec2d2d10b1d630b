// Looks for cases that break a property: `npm run properties [rounds] [file ...]` runs the tests that use fast-check,
// each round with another seed that it prints, and ends at the first failure. A found case becomes a regression test.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { calledWith, refuse } from './options.mjs';

const [rounds = '10', ...named] = calledWith({ most: Number.POSITIVE_INFINITY }).positionals;
if (!/^[1-9]\d*$/.test(rounds)) refuse(`"${rounds}" is no count of rounds`);
ensureInstalled();
const files =
  named.length > 0
    ? named
    : readdirSync('test/unit', { recursive: true })
        .map((file) => join('test/unit', file))
        .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes("from 'fast-check'"));
let status = 0;
for (let round = 1; status === 0 && round <= Number(rounds); round += 1) {
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`Round ${round} of ${rounds}, MERIDIAN_SEED=${seed}`);
  const mocha = ['node_modules/mocha/bin/mocha.js', '--reporter', 'dot', '--parallel', ...files];
  const env = { ...process.env, MERIDIAN_SEED: String(seed) };
  status = spawnSync(process.execPath, mocha, { stdio: 'inherit', env }).status ?? 1;
}
process.exitCode = status;
