import { writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector/promises';

/** What a piece of work cost the thread that it ran in, in milliseconds of its processor time. */
export interface HostCost {
  /** With code of the extension on the stack; the thread is shared with other extensions. */
  readonly own: number;
  /** The longest that the extension kept timers waiting, of each interval between two ticks of a timer, sorted. */
  readonly blocks: readonly number[];
}

interface Tick {
  /** Milliseconds of the clock that the profile counts by. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds of processor time of the thread in between. */
  readonly processor: number;
}

const now = () => Number(process.hrtime.bigint()) / 1e6;

/** Milliseconds of processor time of this thread, which other programs do not disturb; the clock where this Node cannot say. */
export function processorTime(): number {
  const ofThread = (process as { threadCpuUsage?: () => { user: number; system: number } }).threadCpuUsage;
  if (ofThread === undefined) return now();
  const { user, system } = ofThread.call(process);
  return (user + system) / 1e3;
}

/** @param folder where the extension's code lies, as in the addresses of a profile. @param file for the profile itself */
export async function hostCost(folder: string, work: () => Promise<unknown>, file?: string): Promise<HostCost> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 250 });
  await session.post('Profiler.start');
  const ticks: Tick[] = [];
  let from = now();
  let before = processorTime();
  const tick = () => {
    const to = now();
    const processor = processorTime();
    ticks.push({ from, to, processor: processor - before });
    [from, before] = [to, processor];
  };
  const timer = setInterval(tick, 1);
  try {
    await work();
  } finally {
    clearInterval(timer);
    tick();
  }
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  if (file !== undefined) writeFileSync(file, JSON.stringify(profile));
  const own = ticks.map(sharesOf(profile, folder));
  return { own: own.reduce((sum, ms) => sum + ms, 0), blocks: own.sort((a, b) => a - b) };
}

/** Neither the extension's nor another's; the collection of garbage is counted to both as they share the rest. */
const ofNobody: ReadonlySet<string> = new Set(['(idle)', '(program)', '(garbage collector)']);

/** What of a tick's processor time is the extension's: as large a share as of the samples. */
function sharesOf(profile: Profiler.Profile, folder: string): (tick: Tick) => number {
  const own = ownNodes(profile, folder);
  const left = profile.nodes.filter(({ callFrame }) => ofNobody.has(callFrame.functionName));
  const idle = new Set(left.map(({ id }) => id));
  const samples = profile.samples ?? [];
  let at = 0;
  let time = profile.startTime;
  return ({ to, processor }) => {
    let [mine, all] = [0, 0];
    for (; at < samples.length; at++) {
      const delta = profile.timeDeltas?.[at] ?? 0;
      if ((time + delta) / 1e3 > to) break;
      time += delta;
      const id = samples[at] ?? 0;
      if (idle.has(id)) continue;
      all += delta;
      if (own.has(id)) mine += delta;
    }
    return all === 0 ? 0 : (processor * mine) / all;
  };
}

/** Nodes of the profile with a frame of the extension above them, or that are one. */
function ownNodes(profile: Profiler.Profile, folder: string): ReadonlySet<number> {
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const own = new Set<number>();
  const visit = (id: number, isOwn: boolean): void => {
    const node = byId.get(id);
    const isNow = isOwn || (node?.callFrame.url.includes(folder) ?? false);
    if (isNow) own.add(id);
    for (const child of node?.children ?? []) visit(child, isNow);
  };
  visit(profile.nodes[0]?.id ?? 0, false);
  return own;
}
