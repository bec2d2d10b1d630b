/**
 * Begins to count the processor's time in floors: what one plain pass over a fixed text takes in the same run, about
 * ten milliseconds. A busy or a slow machine takes longer for both, so that a limit holds anywhere; work that is not
 * linear in a hostile text takes thousands of floors.
 * @returns the floors since then
 */
export function countFloors(): () => number {
  const floor = Math.min(...[1, 2, 3].map(() => timeOf(plainPass)));
  const begun = processorTime();
  return () => (processorTime() - begun) / floor;
}

/**
 * Whether eight times the size takes about eight times the processor's time. Work that is quadratic takes 64 times; the
 * limit lies between the two, three times from either, so that a machine which changes its pace meanwhile does not reach
 * it. What takes no time to speak of is linear.
 */
export function isLinear(work: (size: number) => void, size: number): boolean {
  // Once, so that the small one is not the one that is compiled.
  work(size / 8);
  const floor = timeOf(plainPass);
  const [small, large] = [size / 8, size].map((each) => Math.min(...[1, 2].map(() => timeOf(() => work(each)))));
  return (large ?? 0) < 24 * (small ?? 0) + 10 * floor;
}

function timeOf(work: () => void): number {
  const begun = processorTime();
  work();
  return processorTime() - begun;
}

/** In microseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function plainPass(): void {
  const text = 'Use PostgreSQL for the ledger. '.repeat(100_000);
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  if (sum === 0) throw new Error('the text is empty');
}
