/** The numbers beside a plot's vertical axis, from 0 to the top. */
export type PlotTicks = readonly number[];

const mostSteps = 5;

/**
 * Round numbers that reach as high as the highest value: at most five steps of 1, 2 or 5 times a power of ten.
 * @param whole whether the values are counts: a step is then at least 1
 */
export function plotTicks(highest: number, whole: boolean): PlotTicks {
  const top = highest > 1e-9 && Number.isFinite(highest) ? highest : 1;
  const power = 10 ** Math.floor(Math.log10(top / mostSteps));
  const wide = [1, 2, 5, 10].map((factor) => factor * power).find((size) => Math.ceil(top / size) <= mostSteps);
  const step = Math.max(wide ?? top, whole ? 1 : 0);
  const steps = Math.ceil(top / step);
  // Division where a step is less than 1: 3 times 0.1 is not 0.3.
  return Array.from({ length: steps + 1 }, (_, at) => (step < 1 ? at / Math.round(1 / step) : at * step));
}
