// Runs every suite, or the stages that are named: `node scripts/test.mjs [stage ...]`. Needs nothing but Node, npm and
// git at the start. The last line adds everything up.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { calledWith, onlyKnown } from './options.mjs';
import { lanes } from './stages.mjs';
import { afterPaced } from './test/paced.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the stage's reporter counted; a stage without one is a single check. A failed stage has at least one failure. */
function tallyOf(file, status) {
  const plain = status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  let counted = plain;
  try {
    counted = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // No tally was written.
  }
  return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/**
 * Runs this Node with the arguments, and ends it with all that it started past `limit` (in seconds of an idle machine).
 * @param {((text: string) => void) | null} write takes the output as it comes; null passes it on directly
 */
function runWithin(limit, args, env, write) {
  const grouped = process.platform !== 'win32';
  const output = write ? 'pipe' : 'inherit';
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', output, output],
    detached: grouped,
    env,
  });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', write);
  const end = (signal) => {
    try {
      if (grouped) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // It has ended meanwhile.
    }
  };
  const interrupt = () => end('SIGINT');
  process.once('SIGINT', interrupt);
  return new Promise((resolve) => {
    const cancel = afterPaced(limit * 1000, () => {
      (write ?? console.log)(`It did not end within ${limit} s at the pace of an idle machine and was stopped\n`);
      end('SIGTERM');
      // Its processes get a moment to end in order.
      setTimeout(end, 5_000, 'SIGKILL').unref();
    });
    child.on('close', (status) => {
      cancel();
      process.off('SIGINT', interrupt);
      resolve(status ?? 1);
    });
  });
}

/** Beside another lane, the output of a stage is held back until it ends, so that outputs do not mix. */
async function runStage({ name, title, args, limit = 180, zone }, folder, isAlone) {
  const started = performance.now();
  const tally = join(folder, `${name}.json`);
  const env = { ...process.env, ...(zone && { TZ: zone }), MERIDIAN_TALLY: tally };
  let held = '';
  const hold = (text) => {
    held += text;
  };
  if (isAlone) console.log(`\n${title}`);
  const status = await runWithin(limit, args, env, isAlone ? null : hold);
  if (!isAlone) process.stdout.write(`\n${title}\n${held}`);
  const took = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${title}, ${took} s`);
  return tallyOf(tally, status);
}

async function runLanes(wanted, folder) {
  const ended = new Map();
  const runLane = async (lane) => {
    for (const stage of lane) {
      await ended.get(stage.after);
      const needed = await ended.get(stage.needs);
      const isMissing = needed !== undefined && needed.failed > 0;
      if (isMissing) console.log(`\n${stage.title}\nFAILED: not run, because "${stage.needs}" failed`);
      const missing = { passed: 0, failed: 1, skipped: 0 };
      settle.get(stage.name)(isMissing ? missing : await runStage(stage, folder, wanted.length === 1));
    }
  };
  const settle = new Map();
  for (const { name } of wanted.flat()) ended.set(name, new Promise((resolve) => settle.set(name, resolve)));
  await Promise.all(wanted.map(runLane));
  return Promise.all(ended.values());
}

async function main() {
  const names = calledWith({ most: Number.POSITIVE_INFINITY }).positionals;
  onlyKnown(
    names,
    lanes.flat().map(({ name }) => name),
    'stage',
  );
  ensureInstalled();
  const folder = mkdtempSync(join(tmpdir(), 'meridian-tally-'));
  const isWanted = ({ name }) => names.length === 0 || names.includes(name);
  const tallies = await runLanes(
    lanes.map((lane) => lane.filter(isWanted)).filter((lane) => lane.length > 0),
    folder,
  );
  rmSync(folder, { recursive: true, force: true });
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  return sum('failed') > 0 ? 1 : 0;
}

process.exitCode = await main();
