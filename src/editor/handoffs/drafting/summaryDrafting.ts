import { l10n, type TextDocument } from 'vscode';
import type { Draft } from '../../../core/drafts/draft';
import type { Addressee, HandoffInput } from '../../../core/drafts/handoffInput';
import { draftStandup } from '../../../core/drafts/standup';
import { draftWeekly } from '../../../core/drafts/weekly';
import { planDraft } from '../../../core/tasks/handoffPlan';
import type { FeatureServices } from '../../host/featureServices';
import type { TeamFeature } from '../../team/teamFeature';
import { showLoose } from '../../written/draftDocument';
import { draftFacts } from './draftFacts';
import { beginSession } from './session';

interface Summary {
  readonly format: 'standup' | 'weekly';
  readonly title: string;
  readonly write: (input: HandoffInput) => Draft;
}

/** The drafts for pasting elsewhere. */
export const summaries = {
  standup: (): Summary => ({ format: 'standup', title: l10n.t('Drafting a standup'), write: draftStandup }),
  weekly: (): Summary => ({ format: 'weekly', title: l10n.t('Drafting a weekly update'), write: draftWeekly }),
};

const anybody: Addressee = { kind: 'anybody' };

/** Drafts into an untitled document. @returns null where there is no draft: the person left, or was told why */
export async function draftSummary(
  { format, title, write }: Summary,
  services: FeatureServices,
  team: TeamFeature,
): Promise<TextDocument | null> {
  const session = await beginSession(services, team);
  if (!session) return null;
  const { writer } = session;
  const until = services.now();
  const plan = planDraft({ format, writer, to: anybody, notes: [], again: null, since: null, until });
  const gathered = await draftFacts(session, services, {
    ...plan,
    title,
    zone: team.zone(),
    to: anybody,
    path: '',
    forge: async () => ({ works: null, gaps: [] }),
  });
  return gathered ? showLoose(write(gathered.input)) : null;
}
