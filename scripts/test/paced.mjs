// Time limits that a busy machine alone does not reach. It stretches all work, so a limit in seconds would fail correct
// tests. Here a second counts the less, the longer a fixed piece of work takes in the same process at that moment.

const sampleMicroseconds = 20_000;
const stepMs = 1_000;

function busyLoop() {
  let sum = 0;
  for (let at = 0; at < 200_000; at += 1) sum = (sum + at) % 1_000_003;
  return sum;
}

/** Elapsed time over processor time of a short piece of work: 1 on an idle machine, 3 where three share a processor. */
function slowdown() {
  const [began, before] = [performance.now(), process.cpuUsage()];
  let used = 0;
  while (used < sampleMicroseconds) {
    busyLoop();
    const { user, system } = process.cpuUsage(before);
    used = user + system;
  }
  return Math.max(1, ((performance.now() - began) * 1_000) / used);
}

/**
 * Calls `end` when the time is over: a first `ms` by the clock, because nearly all work is done by then and measuring
 * costs a little, then `ms` more of which each second counts by the pace that is measured in it.
 * @param {number} ms what is too long on an idle machine
 * @param {() => void} end
 * @returns {() => void} cancels it
 */
export function afterPaced(ms, end) {
  const step = Math.min(stepMs, ms);
  let remaining = ms;
  const check = () => {
    remaining -= step / slowdown();
    if (remaining <= 0) end();
    else goOn();
  };
  const goOn = () => {
    timer = setTimeout(check, step);
  };
  let timer = setTimeout(goOn, ms);
  return () => clearTimeout(timer);
}
