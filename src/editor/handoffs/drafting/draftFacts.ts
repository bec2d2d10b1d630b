import { ticketsOf } from '../../../core/activity/tickets';
import { type GatheredHandoff, gatherHandoff, type HandoffRequest } from '../../../core/tasks/gatherHandoff';
import type { ForgeFacts } from '../../../core/tasks/workplace';
import type { ZoneName } from '../../../core/time/zone';
import type { FeatureServices } from '../../host/featureServices';
import { withStopping } from '../../host/withStopping';
import { refuseWithoutFacts } from '../../written/refusals';
import { windowWorkplace } from '../windowWorkplace';
import type { DraftSession } from './session';

interface FactsRequest extends Omit<HandoffRequest, 'writer' | 'folder' | 'tickets'> {
  /** Of the progress: which draft this is for. */
  readonly title: string;
  /** Of this machine. */
  readonly zone: ZoneName;
  readonly forge: (signal: AbortSignal) => Promise<ForgeFacts>;
}

/**
 * Asks git about all folders, shows how far it is, and can be stopped.
 * @returns undefined where the person stopped it, or was told why there is nothing to draft from
 */
export async function draftFacts(
  { writer, projects, project }: DraftSession,
  services: FeatureServices,
  { title, zone, forge, ...request }: FactsRequest,
): Promise<GatheredHandoff | undefined> {
  const gathered = await withStopping(title, async (signal, report) => {
    const workplace = await windowWorkplace({ services, projects, zone, forge: () => forge(signal), signal, report });
    const folder = workplace.folders.find(({ opened }) => opened === project);
    const tickets = ticketsOf(writer.team?.ticketKeys ?? []);
    return folder && gatherHandoff(workplace, { ...request, writer, folder, tickets });
  });
  if (gathered && gathered.input.activity.repositories.length === 0) {
    await refuseWithoutFacts(gathered.input.activity.missing);
    return undefined;
  }
  return gathered;
}
