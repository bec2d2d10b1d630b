import { ownerNamed } from '../../core/drafts/addressee';
import type { Instant } from '../../core/time/zone';
import type { FeatureServices } from '../host/featureServices';
import { teamRow } from '../team/model/teamModel';
import type { TeamFeature } from '../team/teamFeature';
import { ownerText } from '../team/teamWords';
import { anyWriterIn } from '../team/writer';
import { folderOwnership } from '../workspace/folderOwnership';
import type { PlacedFile } from '../workspace/projects';

/** Who owns a file, in words. */
export interface FileOwners {
  /** `@payments · Kenji until 18:00, 09:00 for you`, one line for each owner. */
  readonly lines: readonly string[];
  /** When the first of these lines is no longer true; null for never. */
  readonly until: Instant | null;
}

/** The most owners that are listed. */
const most = 3;
const nobody = { names: [], addresses: [], logins: [] };

/** The owners by CODEOWNERS, with the working hours of those in the team file. */
export async function fileOwners(
  { project, path }: PlacedFile,
  { git, now }: Pick<FeatureServices, 'git' | 'now'>,
  feature: TeamFeature,
): Promise<FileOwners> {
  const { folder } = project;
  const ownership = await folderOwnership(git, folder.uri, nobody);
  const owners = ownership?.ownersOf(path).slice(0, most) ?? [];
  if (owners.length === 0) return { lines: [], until: null };
  const { team, member, zone } = await anyWriterIn(folder, feature);
  const at = now();
  const told = owners.map((owner) => ({
    owner,
    rows: ownerNamed(owner, team).members.map((one) => teamRow(one, one === member, at)),
  }));
  const ends = told.flatMap(({ rows }) => rows.flatMap(({ until }) => until ?? []));
  return {
    lines: told.map(({ owner, rows }) => ownerText(owner, rows, zone, at)),
    until: ends.length === 0 ? null : Math.min(...ends),
  };
}
