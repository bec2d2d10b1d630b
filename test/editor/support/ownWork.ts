import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { commands, extensions } from 'vscode';

interface OwnTimer {
  due: number;
  /** Milliseconds between two turns; null for a timer with one. */
  readonly pace: number | null;
  /** The frame of the extension that made it, and of timers that go on by themselves which one it is. */
  readonly from: string;
  readonly run: () => void;
  readonly end: () => void;
}

/** What the extension does in the background of the host, which it shares with the editor and other extensions. */
interface OwnWork {
  /** Processes that it started so far. */
  processes: number;
  /** Those that have not ended. */
  readonly running: Set<ChildProcess>;
  /** Requests that it sent so far. */
  requests: number;
  readonly timers: Set<OwnTimer>;
}

/** In one place of the host: each file of tests is bundled with a copy of this module. */
const place = globalThis as { meridianOwnWork?: OwnWork };
place.meridianOwnWork ??= { processes: 0, running: new Set(), requests: 0, timers: new Set() };
const work: OwnWork = place.meridianOwnWork;
export const idle: Readonly<OwnWork> = work;

/**
 * The innermost frame of the extension above this; null for the editor's own work, and for that of the tests.
 * @param folder where its code is
 */
function frameIn(folder: string): string | null {
  const frame = (new Error().stack ?? '').split('\n').find((line) => line.includes(folder));
  return frame?.trim() ?? null;
}

/** Counts from now on what the extension starts: before it is activated, in a window of its tests. */
export function watchOwnWork(): void {
  // Asked for once: a test may put another answer in its place.
  const folder = `${extensions.getExtension('meridian-async.meridian')?.extensionUri.path}/dist/`;
  const ownFrame = () => frameIn(folder);
  let endless = 0;
  subscribe('child_process', (message) => {
    if (ownFrame() === null) return;
    work.processes++;
    const { process } = message as { readonly process: ChildProcess };
    work.running.add(process);
    process.once('close', () => work.running.delete(process));
  });
  for (const channel of ['http.client.request.start', 'undici:request:create']) {
    subscribe(channel, () => {
      if (ownFrame() !== null) work.requests++;
    });
  }
  const { setTimeout: later, setInterval: often, clearTimeout: endOnce, clearInterval: endOften } = globalThis;
  const known = new WeakMap<object, OwnTimer>();
  const forget = (timer: unknown): void => {
    const own = typeof timer === 'object' && timer !== null ? known.get(timer) : undefined;
    if (own) work.timers.delete(own);
  };
  const watched = (make: typeof later | typeof often, isOnce: boolean) =>
    Object.assign((action: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) => {
      const from = ownFrame();
      if (from === null) return make(action, delay, ...args);
      const run = () => {
        if (isOnce) work.timers.delete(own);
        action(...args);
      };
      const timer = make(run, delay);
      const pace = isOnce ? null : delay;
      const name = isOnce ? from : `${from}, timer ${++endless}`;
      const own: OwnTimer = { due: Date.now() + delay, pace, from: name, run, end: () => endOnce(timer) };
      work.timers.add(own);
      known.set(timer, own);
      return timer;
    }, make);
  globalThis.setTimeout = watched(later, true) as typeof setTimeout;
  globalThis.setInterval = watched(often, false) as typeof setInterval;
  globalThis.clearTimeout = (timer) => {
    forget(timer);
    endOnce(timer);
  };
  globalThis.clearInterval = (timer) => {
    forget(timer);
    endOften(timer);
  };
}

/** Files are read between one process and the next, which takes less than that many answers of the window. */
const quietRounds = 30;

/** When what was begun has come to its end: that often in a row nothing starts, though this time passes in each round. */
export async function settled(milliseconds: number): Promise<void> {
  for (let quiet = 0; quiet < quietRounds; quiet++) {
    const before = work.processes;
    await passTime(milliseconds);
    await commands.executeCommand('setContext', 'meridian.quietRounds', quiet);
    if (work.processes !== before) quiet = -1;
  }
}

/** A process has no time of its own to pass: put forward, the clock would end it as one that hangs. */
async function processesEnd(): Promise<void> {
  while (work.running.size > 0) {
    for (const process of work.running) await new Promise((resolve) => process.once('close', resolve));
    // What was done with its answer may have begun the next.
    await new Promise(setImmediate);
  }
}

/** Of one place, after which there is no need to go on. */
const mostTurns = 1_000;

/**
 * Runs what the extension's timers would do in that time, at once and in order, on a clock that is put forward for it.
 * @returns how often each place of the extension had its turn
 */
export async function passTime(milliseconds: number): Promise<ReadonlyMap<string, number>> {
  const turns = new Map<string, number>();
  const { now } = Date;
  const start = now();
  let time = start;
  Date.now = () => time;
  const elapsed = performance.now.bind(performance);
  Object.defineProperty(performance, 'now', { configurable: true, value: () => elapsed() + time - start });
  try {
    for (;;) {
      await processesEnd();
      const [next] = [...work.timers].sort((a, b) => a.due - b.due);
      const isOver = next === undefined || next.due > start + milliseconds;
      if (isOver || [...turns.values()].some((count) => count > mostTurns)) return turns;
      time = Math.max(time, next.due);
      turns.set(next.from, (turns.get(next.from) ?? 0) + 1);
      if (next.pace === null) next.end();
      else next.due += Math.max(next.pace, 1);
      next.run();
      // What it begins may set the next timer.
      await new Promise(setImmediate);
    }
  } finally {
    Date.now = now;
    Reflect.deleteProperty(performance, 'now');
  }
}
