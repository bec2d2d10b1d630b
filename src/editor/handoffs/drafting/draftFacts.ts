import { ticketsOf } from '../../../core/activity/ticketRules';
import { type GatheredHandoff, gatherHandoff, type HandoffRequest } from '../../../core/tasks/gatherHandoff';
import type { ForgeFacts } from '../../../core/tasks/workplace';
import type { ZoneName } from '../../../core/time/zone';
import type { FeatureServices } from '../../host/featureServices';
import { withStopping } from '../../host/withStopping';
import { refuseWithoutFacts } from '../../written/refusals';
import { windowWorkplace } from '../windowWorkplace';
import type { DraftSession } from './session';

interface FactsRequest extends Omit<HandoffRequest, 'writer' | 'folder' | 'tickets'> {
  /** The title of the progress notification: which draft this is for. */
  readonly title: string;
  /** The machine's zone. */
  readonly zone: ZoneName;
  readonly forge: (signal: AbortSignal) => Promise<ForgeFacts>;
}

/**
 * Asks git about all folders, with a progress notification that the person can cancel.
 * @returns undefined where the person cancelled, or was told why there is nothing to draft from
 */
export async function draftFacts(
  { writer, projects, project }: DraftSession,
  services: FeatureServices,
  { title, zone, forge, ...request }: FactsRequest,
): Promise<GatheredHandoff | undefined> {
  const gathered = await withStopping(title, async (signal, report) => {
    const workplace = await windowWorkplace({ services, projects, zone, forge: () => forge(signal), signal, report });
    const folder = workplace.folders.find(({ opened }) => opened === project);
    const tickets = ticketsOf(writer.team?.ticketKeys ?? [], project.view.records());
    return folder && gatherHandoff(workplace, { ...request, writer, folder, tickets });
  });
  if (gathered && gathered.input.activity.repositories.length === 0) {
    await refuseWithoutFacts(gathered.input.activity.missing);
    return undefined;
  }
  return gathered;
}
