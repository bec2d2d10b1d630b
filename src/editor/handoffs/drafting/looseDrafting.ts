import { l10n } from 'vscode';
import { aWeekBefore, intervalFor } from '../../../core/activity/interval';
import { ticketsOf } from '../../../core/activity/tickets';
import type { Draft } from '../../../core/drafts/draft';
import type { HandoffInput } from '../../../core/drafts/handoffInput';
import { draftStandup } from '../../../core/drafts/standup';
import { draftWeekly } from '../../../core/drafts/weekly';
import type { Instant, ZoneName } from '../../../core/time/zone';
import type { FeatureServices } from '../../host/featureServices';
import type { TeamFeature } from '../../team/teamFeature';
import { showLoose } from '../../written/draftDocument';
import { gatherFacts } from './gatherFacts';
import { inputFor } from './inputFor';
import { refuseWithoutFacts } from './refusals';
import { beginSession } from './session';

interface LooseDraft {
  readonly title: string;
  /** Null for since the last working day. */
  readonly start: ((now: Instant, zone: ZoneName) => Instant) | null;
  readonly write: (input: HandoffInput) => Draft;
}

/** What is drafted for pasting somewhere else, and since when it tells. */
export const looseDrafts = {
  standup: (): LooseDraft => ({ title: l10n.t('Drafting a standup'), start: null, write: draftStandup }),
  weekly: (): LooseDraft => ({ title: l10n.t('Drafting a weekly update'), start: aWeekBefore, write: draftWeekly }),
};

/** Drafts into a document without a name, of what was done since. */
export async function draftLoose(
  { title, start, write }: LooseDraft,
  services: FeatureServices,
  team: TeamFeature,
): Promise<void> {
  const session = await beginSession(services, team);
  if (!session) return;
  const { zone, schedule, identity } = session.writer;
  const now = services.now();
  const given = start ? { given: { start: start(now, zone) } } : {};
  const gathered = await gatherFacts(session.runner, {
    title,
    folders: session.projects.map(({ folder }) => folder.uri),
    identity,
    interval: intervalFor({ now, zone, schedule, previous: null, ...given }),
    told: [],
    tickets: ticketsOf(session.writer.team?.ticketKeys ?? []),
    beside: () => services.projects.whenRead(),
  });
  if (!gathered) return;
  if (gathered.activity.repositories.length === 0) return refuseWithoutFacts(gathered.activity.missing);
  const input = await inputFor(session, gathered, { to: { kind: 'anybody' }, now, path: '', previous: null });
  await showLoose(write(input));
}
