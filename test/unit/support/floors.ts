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
