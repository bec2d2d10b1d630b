import { foldName } from '../names/foldName';
import type { Team, TeamGroup } from './team';

/** The teams that somebody is in, by their name in the team file. */
export function groupsOf(name: string, team: Team | null): readonly TeamGroup[] {
  return (team?.teams ?? []).filter(({ members }) => members.some((member) => foldName(member) === foldName(name)));
}
