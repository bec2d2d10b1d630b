import { nextReader } from '../../handoffs/parties';
import { yamlText } from '../../text/escape';
import type { Instant } from '../../time/zone';
import type { Addressee, HandoffInput } from '../handoffInput';

/** Four keys, and no others: who wrote when to whom, and which time it tells of (docs/adr/0009). */
export function handoffFrontMatter({ now, from, to, activity }: HandoffInput): string[] {
  const { start, end } = activity.interval;
  return [
    '---',
    `handoff: ${writeUtc(now)}`,
    `from: ${yamlText(from.name)}`,
    `to: ${toWhom(to)}`,
    `covers: ${writeUtc(start)} / ${writeUtc(end)}`,
    '---',
  ];
}

/** `2026-11-20T17:42:00Z`. Git counts whole seconds; the second that is not over belongs to the next handoff. */
function writeUtc(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

function toWhom(to: Addressee): string {
  if (to.kind === 'anybody') return nextReader;
  return yamlText(to.kind === 'team' ? to.name : to.person.name);
}
