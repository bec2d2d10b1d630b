import { l10n, type TextDocument, type Uri } from 'vscode';
import { intervalFor } from '../../../core/activity/interval';
import { ticketsOf } from '../../../core/activity/tickets';
import { addresseeNamed } from '../../../core/drafts/addressee';
import { draftHandoff } from '../../../core/drafts/handoff';
import type { Addressee } from '../../../core/drafts/handoffInput';
import { handoffFolder, handoffPath } from '../../../core/handoffs/handoffPath';
import type { HandoffNote } from '../../../core/handoffs/note';
import { type Continuation, continuation, isBy, toldTips, toldUntil } from '../../../core/handoffs/ownNotes';
import type { FilePath } from '../../../core/ports';
import { type Instant, wallClockAt } from '../../../core/time/zone';
import { forgeFactsOf } from '../../github/forgeFacts';
import type { GitHubSessions } from '../../github/session';
import { answer } from '../../host/answer';
import type { FeatureServices } from '../../host/featureServices';
import type { LazyFeature } from '../../host/lazyFeature';
import { pickAddressee } from '../../team/addresseePick';
import type { TeamFeature } from '../../team/teamFeature';
import { isPlainPath } from '../../workspace/plainPath';
import { showInFolder } from '../../written/draftDocument';
import { type Gathered, gatherFacts } from './gatherFacts';
import { handoffNotes, namesIn, noteIn } from './handoffNotes';
import { inputFor } from './inputFor';
import { refuseWithoutFacts } from './refusals';
import { beginSession, type DraftSession } from './session';

/** A handoff as it was drafted: the document, and what it was drafted from. */
export interface DraftedHandoff extends Gathered {
  readonly document: TextDocument;
}

/**
 * Drafts a handoff from the last one of this person until now. Nothing is saved, and where anything fails on the way
 * the document that is there stays as it is.
 * @param again the document of a handoff that is there: for the same person, who is not asked for
 * @returns undefined where the person left, or was told why there is none
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
  const own = (await handoffNotes(project)).filter((note) => isBy(note, writer.signatures));
  const shown = again && noteIn(folder, again);
  const to = shown
    ? addresseeNamed(shown.to[0] ?? null, writer.team)
    : await pickAddressee({ ...writer, now, anybody: l10n.t('Whoever is next') }, pickWords());
  if (!to) return undefined;
  const others = own.filter(({ path }) => path !== shown?.path);
  const found = continuation(others, nameOf(to), writer.zone, now);
  const notes = { ...found, todays: shown ?? found.todays };
  const path = notes.todays?.path ?? (await newPath(session, to, now));
  if (!(await isPlainPath(folder.uri, path))) {
    await answer(l10n.t('{0} is behind a link or is no plain file, so Meridian does not write there.', path));
    return undefined;
  }
  const interval = intervalFor({ now, zone: writer.zone, schedule: writer.schedule, ...startOf(notes) });
  const folders = session.projects.map((one) => one.folder.uri);
  const gathered = await gatherFacts(session.runner, {
    title: l10n.t('Drafting a handoff'),
    folders,
    identity: writer.identity,
    interval,
    told: interval.from === 'handoff' ? toldTips(notes.previous) : [],
    tickets: ticketsOf(writer.team?.ticketKeys ?? []),
    beside: async (signal) => {
      const asked = forgeFactsOf(github, folders, services.boundary, signal);
      await services.projects.whenRead();
      return asked;
    },
  });
  if (!gathered) return undefined;
  if (gathered.activity.repositories.length === 0) {
    await refuseWithoutFacts(gathered.activity.missing);
    return undefined;
  }
  const input = await inputFor(session, gathered, {
    to,
    now,
    path,
    previous: notes.previous,
    forge: gathered.beside,
  });
  return { ...gathered, document: await showInFolder(folder, path, draftHandoff(input)) };
}

/** A note that is drafted again begins where it began; it has told nobody anything yet. */
function startOf({ previous, todays }: Continuation<HandoffNote>) {
  const covered = todays?.covers ?? null;
  const written = previous && toldUntil(previous);
  return {
    previous: written === null ? null : { written },
    ...(covered && previous === null && { given: { start: covered.start } }),
  };
}

/** A file that is there is another note, or none: what is to be drafted again has been found by what it says. */
async function newPath({ project, writer, folder }: DraftSession, to: Addressee, now: Instant): Promise<FilePath> {
  const handoffs = project.view.records().filter(({ kind }) => kind === 'handoff');
  const { date } = wallClockAt(writer.zone, now);
  const directory = handoffFolder(handoffs);
  const note = { date, from: writer.party.name, to: nameOf(to) };
  return handoffPath(directory, note, await namesIn(folder.uri, directory));
}

/** Null for whoever is next. */
function nameOf(to: Addressee): string | null {
  if (to.kind === 'anybody') return null;
  return to.kind === 'team' ? to.name : to.person.name;
}

function pickWords() {
  return { title: l10n.t('Draft Handoff'), placeholder: l10n.t('For whom? Choose, or type a name') };
}
