const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Of elapsed time; a day of the calendar may have 23 or 25 hours. */
const dayMs = 24 * hourMs;

/** How long something has lasted, in one unit and in English, for drafts: `20 minutes`, `1 hour`, `36 hours`, `5 days`. */
export function lasting(ms: number): string {
  if (ms < minuteMs) return 'a moment';
  if (ms < hourMs) return counted(Math.floor(ms / minuteMs), 'minute');
  if (ms < 2 * dayMs) return counted(Math.floor(ms / hourMs), 'hour');
  return counted(Math.floor(ms / dayMs), 'day');
}

function counted(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
