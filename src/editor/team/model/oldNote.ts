import { basename } from '../../../core/files/paths';
import { isHandoffPath } from '../../../core/handoffs/handoffPath';
import type { FilePath } from '../../../core/ports';
import { dayMs } from '../../../core/time/durations';
import { dateNumber, isLocalDate } from '../../../core/time/localDate';
import type { Instant } from '../../../core/time/zone';

/** For so long people go on with the notes of a day. */
const lasts = 8 * dayMs;

/**
 * Whether a file is a handoff or the notes of a day (`meetings/2024-05-08.md`) that is over for a week, by its name:
 * "tomorrow" in it is counted from then.
 */
export function isOldNote(path: FilePath, now: Instant): boolean {
  const name = basename(path);
  const date = name.slice(0, 10);
  const isOfDay = name === `${date}.md` || isHandoffPath(path);
  return isOfDay && isLocalDate(date) && dateNumber(date) + lasts < now;
}
