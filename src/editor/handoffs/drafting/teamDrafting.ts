import { l10n, type TextDocument } from 'vscode';
import { ticketsOf } from '../../../core/activity/ticketRules';
import { draftTeamStandup, draftTeamWeekly } from '../../../core/drafts/teamSummary';
import { gatherTeam } from '../../../core/tasks/gatherTeam';
import { answerWith } from '../../host/answer';
import type { FeatureServices } from '../../host/featureServices';
import { commands } from '../../host/ids';
import { withStopping } from '../../host/withStopping';
import type { TeamFeature } from '../../team/teamFeature';
import { showLoose } from '../../written/draftDocument';
import { refused, refuseWithoutFacts } from '../../written/refusals';
import { windowWorkplace } from '../windowWorkplace';
import { beginSession } from './session';

/**
 * Drafts what every member of the team file did, as one report in an untitled document.
 * @returns null where there is no draft: the person left, or was told why
 */
export async function draftTeamSummary(
  format: 'standup' | 'weekly',
  services: FeatureServices,
  feature: TeamFeature,
): Promise<TextDocument | null> {
  const session = await beginSession(services, feature);
  if (!session) return null;
  const { writer, projects, project } = session;
  const { team } = writer;
  if (!team || team.members.length === 0) {
    const why = l10n.t('There is no team file with members here. Create Team File makes one.');
    await answerWith(why, l10n.t('Create Team File'), commands.createTeamFile);
    return null;
  }
  const zone = feature.zone();
  const until = services.now();
  const title = format === 'standup' ? l10n.t('Drafting a team standup') : l10n.t('Drafting a team update');
  const members = await withStopping(title, async (signal, report) => {
    const forge = async () => ({ works: null, gaps: [] });
    const workplace = await windowWorkplace({ services, projects, zone, forge, signal, report });
    const folder = workplace.folders.find(({ opened }) => opened === project);
    const tickets = ticketsOf(team.ticketKeys, project.view.records());
    return folder && gatherTeam(workplace, { format, team, since: null, until, zone, folder, path: '', tickets });
  });
  const [first] = members ?? [];
  if (!members || !first) return null;
  if (first.activity.repositories.length === 0) return refused(refuseWithoutFacts(first.activity.missing));
  const write = format === 'standup' ? draftTeamStandup : draftTeamWeekly;
  return showLoose(write({ now: until, zone: writer.zone, members }));
}
