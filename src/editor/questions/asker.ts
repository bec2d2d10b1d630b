import type { WorkspaceFolder } from 'vscode';
import type { Identity } from '../../core/activity/activity';
import type { Party } from '../../core/drafts/handoffInput';
import type { Member, Team } from '../../core/team/team';
import type { ZoneName } from '../../core/time/zone';
import type { TeamFeature } from '../team/teamFeature';
import { writerIn } from '../team/writer';

/** Whoever asks, as far as the team file and git say it. */
export interface Asker {
  readonly party: Party;
  readonly member: Member | null;
  readonly team: Team | null;
  readonly identity: Identity;
  readonly zone: ZoneName;
}

const nobody: Identity = { names: [], addresses: [], logins: [] };

/** In Restricted Mode, and without a folder, nobody is known by name; a question can be asked all the same. */
export async function askerIn(folder: WorkspaceFolder | undefined, feature: TeamFeature): Promise<Asker> {
  const writer = folder ? await writerIn(folder, feature) : null;
  if (writer) return writer;
  const team = folder ? (feature.files.teamFor(folder.uri)?.team ?? null) : null;
  return {
    party: { name: '', schedule: null, contact: null },
    member: null,
    team,
    identity: nobody,
    zone: feature.zone(),
  };
}
