import type { DraftLine } from '../draft';

/** A heading and what stands below it. */
export function box(heading: string, ...items: readonly DraftLine[]): DraftLine[] {
  return [heading, '', ...items];
}
