import { type WorkspaceFolder, workspace } from 'vscode';
import type { Identity } from '../../core/activity/activity';
import { ownIdentity } from '../../core/activity/identity';
import { partyOf } from '../../core/drafts/addressee';
import type { Party } from '../../core/drafts/handoffInput';
import { signatures } from '../../core/handoffs/ownNotes';
import { findMe, isLocated, type Member, type Schedule, type Team, usualSchedule } from '../../core/team/team';
import type { ZoneName } from '../../core/time/zone';
import type { TeamFeature } from './teamFeature';

/** Whoever is at the keyboard, as a draft needs them. */
export interface Writer {
  readonly party: Party;
  readonly member: Member | null;
  readonly team: Team | null;
  readonly identity: Identity;
  /** Of the team file, else the machine's. */
  readonly zone: ZoneName;
  /** Their own hours, else the usual ones on the machine's clock. */
  readonly schedule: Schedule;
  /** What a note's `from` may say of them. */
  readonly signatures: ReadonlySet<string>;
}

/** Null where neither the team file nor git says who it is. Asks git once a folder. */
export async function writerIn(folder: WorkspaceFolder, feature: TeamFeature): Promise<Writer | null> {
  await feature.files.whenIdle();
  const team = feature.files.teamFor(folder.uri)?.team ?? null;
  const folders = [folder, ...(workspace.workspaceFolders ?? []).filter((other) => other !== folder)];
  const selves = await Promise.all(folders.map(({ uri }) => feature.me.whenKnown(uri)));
  const member = team && (selves.map((myself) => findMe(team, myself)).find((found) => found !== null) ?? null);
  const identity = together(selves.map((myself) => ownIdentity(myself, member)));
  const name = member?.name ?? selves.find((self) => self.name)?.name ?? identity.addresses[0]?.split('@', 1)[0];
  if (!name) return null;
  const here = usualSchedule(feature.zone());
  const schedule = member && isLocated(member) ? member : { ...here, ...(member && hoursOf(member)) };
  return {
    party: member ? partyOf(member) : { name, schedule: null, contact: null },
    member,
    team,
    identity,
    zone: schedule.zone,
    schedule,
    signatures: signatures(name, member, team),
  };
}

/** Folders of one window may be configured with different addresses of one person. */
function together(all: readonly Identity[]): Identity {
  const of = (part: keyof Identity) => [...new Set(all.flatMap((identity) => identity[part]))];
  return { names: of('names'), addresses: of('addresses'), logins: of('logins') };
}

function hoursOf({ hours, days, away }: Member): Omit<Schedule, 'zone'> {
  return { hours, days, away };
}
