import { l10n, type TextDocument, type Uri } from 'vscode';
import type { Activity } from '../../../core/activity/activity';
import { addresseeNamed } from '../../../core/drafts/addressee';
import { draftHandoff } from '../../../core/drafts/handoff';
import type { Addressee } from '../../../core/drafts/handoffInput';
import { handoffFolder, handoffPath } from '../../../core/handoffs/handoffPath';
import type { FilePath } from '../../../core/ports';
import type { GatheredHandoff } from '../../../core/tasks/gatherHandoff';
import { nameOf, planDraft } from '../../../core/tasks/handoffPlan';
import { type Instant, wallClockAt } from '../../../core/time/zone';
import { forgeFactsOf } from '../../github/forgeFacts';
import type { GitHubSessions } from '../../github/session';
import { answer } from '../../host/answer';
import type { FeatureServices } from '../../host/featureServices';
import type { LazyFeature } from '../../host/lazyFeature';
import { pickAddressee } from '../../team/addresseePick';
import { recentAuthorChoices } from '../../team/recentAuthorChoices';
import type { TeamFeature } from '../../team/teamFeature';
import { isPlainPath } from '../../workspace/plainPath';
import { showInFolder } from '../../written/draftDocument';
import { draftFacts } from './draftFacts';
import { handoffNotes, namesIn, noteIn } from './handoffNotes';
import { beginSession, type DraftSession } from './session';

/** A handoff as it was drafted: the document, and what it was drafted from. */
export interface DraftedHandoff extends Pick<GatheredHandoff, 'roots'> {
  readonly document: TextDocument;
  readonly activity: Activity;
}

/**
 * Drafts a handoff that covers the time from this person's last one until now. Nothing is saved. Where any step fails,
 * an existing document stays as it is.
 * @param again the document of an existing handoff: the new draft is for the same person, who is not asked for
 * @returns undefined where the person left, or was told why there is no draft
 */
export async function draftHandoffDocument(
  services: FeatureServices,
  team: TeamFeature,
  github: LazyFeature<GitHubSessions>,
  again: Uri | null,
): Promise<DraftedHandoff | undefined> {
  const session = await beginSession(services, team);
  if (!session) return undefined;
  const { writer, project, folder } = session;
  const now = services.now();
  const shown = again && noteIn(folder, again);
  const to = shown ? addresseeNamed(shown.to[0] ?? null, writer.team) : await chooseAddressee(session, services, now);
  if (!to) return undefined;
  const notes = await handoffNotes(project);
  const plan = planDraft({ format: 'handoff', writer, to, notes, again: shown, since: null, until: now });
  const path = plan.todays?.path ?? (await newPath(session, to, now));
  if (!(await isPlainPath(folder.uri, path))) {
    await answer(l10n.t('{0} is behind a link or is no plain file, so Meridian does not write there.', path));
    return undefined;
  }
  const folders = session.projects.map((one) => one.folder.uri);
  const gathered = await draftFacts(session, services, {
    ...plan,
    title: l10n.t('Drafting a handoff'),
    zone: team.zone(),
    to,
    path,
    forge: (signal) => forgeFactsOf(github, folders, services.boundary, signal),
  });
  if (!gathered) return undefined;
  const { input, roots } = gathered;
  return { activity: input.activity, roots, document: await showInFolder(folder, path, draftHandoff(input)) };
}

/** The path of a new note, which no other file has: a note to be drafted again was found by its content before. */
async function newPath({ project, writer, folder }: DraftSession, to: Addressee, now: Instant): Promise<FilePath> {
  const handoffs = project.view.records().filter(({ kind }) => kind === 'handoff');
  const { date } = wallClockAt(writer.zone, now);
  const directory = handoffFolder(handoffs);
  const note = { date, from: writer.party.name, to: nameOf(to) };
  return handoffPath(directory, note, await namesIn(folder.uri, directory));
}

/** @returns undefined where the person left */
function chooseAddressee(
  { writer, folder }: DraftSession,
  { git, boundary }: FeatureServices,
  now: Instant,
): Promise<Addressee | undefined> {
  const findAuthors = boundary.provider('recent authors', [], () => recentAuthorChoices(git, folder, writer, now));
  const question = { ...writer, now, anybody: l10n.t('Whoever is next'), authors: findAuthors() };
  const placeholder = l10n.t('For whom? Choose, or type a name');
  return pickAddressee(question, { title: l10n.t('Draft Handoff'), placeholder });
}
