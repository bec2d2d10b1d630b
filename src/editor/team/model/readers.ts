import { memberNamed } from '../../../core/drafts/addressee';
import type { Team } from '../../../core/team/team';
import { readFrontMatter } from '../../../core/text/frontMatter';
import { splitLines } from '../../../core/text/lineEnds';
import type { ZoneName } from '../../../core/time/zone';

/** More zones than these would make the menu too long to read. */
const maxZones = 3;

/**
 * The zones that a deadline is to be written in beside the author's: that of the member whom the text is for (`to:` in
 * its front matter), else the zones of the other members, most frequent first.
 */
export function readerZones(team: Team, author: ZoneName, text: string): readonly ZoneName[] {
  const { entries } = readFrontMatter(splitLines(text));
  const to = entries.find(({ key }) => key === 'to')?.values[0];
  const named = to === undefined ? null : memberNamed(to, team);
  if (named?.zone) return named.zone === author ? [] : [named.zone];
  const counts = new Map<ZoneName, number>();
  for (const { zone } of team.members) {
    if (zone !== null && zone !== author) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([zone]) => zone)
    .slice(0, maxZones);
}
