import { SharedSource } from '../activity/sharedSource';
import type { TicketRules } from '../activity/ticketRules';
import type { Addressee, HandoffInput } from '../drafts/handoffInput';
import type { FilePath } from '../ports';
import type { Team } from '../team/team';
import type { Instant, ZoneName } from '../time/zone';
import { gatherHandoff } from './gatherHandoff';
import { type DraftFormat, planDraft } from './handoffPlan';
import type { WorkFolder, Workplace } from './workplace';
import { memberWriter } from './writer';

/** Members that are read; a longer list is a company rather than a team. */
const mostMembers = 40;

export interface TeamRequest {
  readonly format: Exclude<DraftFormat, 'handoff'>;
  readonly team: Team;
  /** Null for where each one's own day or week begins. */
  readonly since: Instant | null;
  readonly until: Instant;
  /** Zone of members for whom the team file gives none. */
  readonly zone: ZoneName;
  readonly folder: WorkFolder;
  readonly path: FilePath;
  readonly tickets: TicketRules;
}

const anybody: Addressee = { kind: 'anybody' };

/**
 * What each member of the team file did, in their own day or week. A forge is not asked, because it only knows what
 * waits for the person who is signed in.
 * @returns undefined where the person stopped it
 */
export async function gatherTeam(
  workplace: Workplace,
  { team, ...request }: TeamRequest,
): Promise<readonly HandoffInput[] | undefined> {
  const activity = new SharedSource(workplace.activity);
  const place: Workplace = { ...workplace, activity, forge: async () => ({ works: null, gaps: [] }) };
  const inputs: HandoffInput[] = [];
  for (const member of team.members.slice(0, mostMembers)) {
    const writer = memberWriter(member, team, request.zone);
    const plan = planDraft({ ...request, writer, to: anybody, notes: [], again: null });
    const gathered = await gatherHandoff(place, { ...plan, ...request, writer, to: anybody });
    if (!gathered) return undefined;
    inputs.push(gathered.input);
  }
  return inputs;
}
