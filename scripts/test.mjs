// Runs every suite, or the stages that are named: `node scripts/test.mjs [stage ...]`. Needs nothing but Node, npm and
// git at the start. The last line adds everything up.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { stages } from './stages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the stage's own reporter counted; a stage without one is a single check. A failure is never counted as none. */
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

/** Runs this Node with those arguments; past the limit it is ended with all that it started. */
function runWithin(limit, args, env) {
  const grouped = process.platform !== 'win32';
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: grouped,
    env,
  });
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
    const timer = setTimeout(() => {
      console.log(`It did not end within ${limit} s and was stopped`);
      end('SIGTERM');
      // What it started gets a moment to end in order.
      setTimeout(end, 5_000, 'SIGKILL').unref();
    }, limit * 1000);
    child.on('close', (status) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt);
      resolve(status ?? 1);
    });
  });
}

async function runStage({ name, title, args, limit = 180, zone }, folder) {
  const started = performance.now();
  console.log(`\n${title}`);
  const tally = join(folder, `${name}.json`);
  const env = { ...process.env, ...(zone && { TZ: zone }), MERIDIAN_TALLY: tally };
  const status = await runWithin(limit, args, env);
  const took = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${title}, ${took} s`);
  return tallyOf(tally, status);
}

async function main(names) {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    console.error(`No stage is called ${unknown.join(', ')}; there are ${stages.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  ensureInstalled();
  const folder = mkdtempSync(join(tmpdir(), 'meridian-tally-'));
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failed = new Set();
  for (const stage of stages.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const missing = failed.has(stage.needs);
    if (missing) console.log(`\n${stage.title}\nFAILED: not run, because "${stage.needs}" failed`);
    const tally = missing ? { passed: 0, failed: 1, skipped: 0 } : await runStage(stage, folder);
    for (const key of Object.keys(total)) total[key] += tally[key];
    if (tally.failed > 0) failed.add(stage.name);
  }
  rmSync(folder, { recursive: true, force: true });
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
