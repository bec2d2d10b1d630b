import type { Activity } from '../activity/activity';
import { readOwnership } from '../activity/codeowners';
import type { FileStat } from '../activity/facts';
import { gatherActivity } from '../activity/gatherActivity';
import { ReportingSource } from '../activity/reportingSource';
import { restoredBy } from '../activity/restored';
import { risksOf } from '../activity/risks';
import type { TicketRules } from '../activity/ticketRules';
import type { Addressee, CarriedOver, HandoffInput, TouchedRecord } from '../drafts/handoffInput';
import { previousHandoff } from '../drafts/previousHandoff';
import { withRequestTitles } from '../drafts/requestTitles';
import { touchedRecords } from '../drafts/touchedRecords';
import { basename, dirname } from '../files/paths';
import { namesAny } from '../handoffs/nextItems';
import type { HandoffNote } from '../handoffs/note';
import type { FilePath } from '../ports';
import { recordHref } from '../records/recordHref';
import { MaskedWords } from '../secrets/maskedWords';
import { withCommittedParts } from './committedParts';
import type { DraftPlan } from './handoffPlan';
import { withOpenRecords } from './openRecords';
import { unlessAborted } from './stopping';
import { placeIn, repositoryAround, touchedFiles } from './touchedFiles';
import type { WorkFolder, Workplace } from './workplace';
import { teamsOf, type Writer } from './writer';

export interface HandoffRequest extends Pick<DraftPlan, 'interval' | 'reported' | 'previous'> {
  readonly writer: Writer;
  readonly to: Addressee;
  /** One of the workplace's folders, in which the draft will be. Links of the draft are relative to `path` in it. */
  readonly folder: WorkFolder;
  readonly path: FilePath;
  readonly tickets: TicketRules;
}

/** What a handoff, a standup or a weekly update is written from. */
export interface GatheredHandoff {
  /** Without repositories where no folder is in one, and `activity.missing` says why. */
  readonly input: HandoffInput;
  /** Absolute folders of the repositories, by id. */
  readonly roots: ReadonlyMap<string, string>;
}

/** Reads what the writer did in all folders. @returns undefined where the person stopped it */
export async function gatherHandoff(
  workplace: Workplace,
  request: HandoffRequest,
): Promise<GatheredHandoff | undefined> {
  const { signal } = workplace;
  const source = new ReportingSource(workplace.activity, (step) => workplace.report(step));
  const requested = workplace.forge();
  try {
    const read = await activityIn(workplace, source, request);
    workplace.report({ kind: 'records' });
    const roots = source.repositoryRoots;
    const activity = await withoutDraft(read, roots, request);
    const known = await unlessAborted(Promise.all([requested, touchedBy(workplace, activity, roots, request)]), signal);
    if (!known) return undefined;
    const [{ works, gaps }, touched] = known.value;
    const { writer, to, interval, previous, path } = request;
    const words = new MaskedWords();
    const forge = works?.map((each) => ({ ...each, work: words.work(each.work) }));
    const input: HandoffInput = {
      now: interval.end,
      zone: writer.zone,
      from: writer.party,
      to,
      activity: withRequestTitles(activity, forge ?? []),
      ...touched,
      previous: previousHandoff(previous, path),
      ...(previous && { carried: carriedOver(previous, activity, words) }),
      ...(forge && { forge }),
      ...(gaps.length > 0 && { forgeGaps: gaps }),
    };
    return { input, roots };
  } catch (error) {
    // Git rejects when it is stopped half way.
    if (signal.aborted) return undefined;
    throw error;
  }
}

/**
 * The unchecked items of the last note, what it waited for and its unanswered questions, without those that name a
 * ticket or branch that is merged now. Items that its draft proposed are left out, because the new draft proposes them
 * again where they still hold.
 */
function carriedOver(
  { next, waiting, questions, replies }: HandoffNote,
  { repositories }: Activity,
  masked: MaskedWords,
): CarriedOver {
  const merged = repositories.flatMap(({ items, branches }) => [
    ...items.filter(({ standing }) => standing === 'merged').flatMap(({ ticket }) => ticket ?? []),
    ...branches.filter(({ state }) => state === 'merged').map(({ branch }) => branch),
  ]);
  const openIn = (texts: readonly string[]) =>
    texts.flatMap((text) => (namesAny(text, merged) ? [] : [masked.text(text)]));
  return {
    next: openIn(next.flatMap(({ text, done, proposed }) => (done || proposed ? [] : [text]))),
    waiting: openIn(waiting),
    questions: replies.length > 0 ? [] : openIn(questions),
  };
}

async function activityIn(
  { folders, signal }: Workplace,
  source: ReportingSource,
  { writer, interval, reported, tickets }: HandoffRequest,
): Promise<Activity> {
  const directories = folders.flatMap(({ directory }) => directory ?? []);
  const found = await gatherActivity(source, directories, writer.identity, interval, reported, signal, tickets);
  const elsewhere = folders.flatMap(({ directory, name }) =>
    directory === null ? [{ folder: name, detail: 'no-repository missing' }] : [],
  );
  return { ...found, missing: [...found.missing, ...elsewhere] };
}

/** A saved note that is redrafted does not list itself among the uncommitted files. */
async function withoutDraft(
  activity: Activity,
  roots: ReadonlyMap<string, string>,
  { folder, path }: Pick<HandoffRequest, 'folder' | 'path'>,
): Promise<Activity> {
  const place = folder.directory === null ? undefined : placeIn(folder.directory, path, roots);
  if (!place) return activity;
  // Git lists a folder in which nothing is tracked as one entry.
  const own = new Set([place.path]);
  const above = place.path.slice(0, place.path.length - path.length);
  for (let at = path; dirname(at) !== '' && (await isAlone(folder, at)); at = dirname(at))
    own.add(`${above}${dirname(at)}/`);
  const repositories = activity.repositories.map((each) => {
    if (each.id !== place.id) return each;
    const changes = each.invisible.changes.flatMap((change) => {
      if (change.worktree !== null) return [change];
      const files = change.files.filter((file) => !own.has(file.path));
      return files.length === 0 ? [] : [{ ...change, files }];
    });
    return { ...each, invisible: { ...each.invisible, changes } };
  });
  return { ...activity, repositories };
}

/** Whether a file is the only entry of its folder. */
async function isAlone({ files }: WorkFolder, path: FilePath): Promise<boolean> {
  const entries = await files.list(dirname(path)).catch(() => []);
  return entries.length === 1 && entries[0]?.name === basename(path);
}

/** The records that the changed files touch, in each folder of the workplace, and what is risky about the files. */
async function touchedBy(
  workplace: Workplace,
  activity: Activity,
  roots: ReadonlyMap<string, string>,
  { folder, path, writer }: HandoffRequest,
): Promise<Pick<HandoffInput, 'records' | 'risks'>> {
  const around = folder.directory === null ? undefined : repositoryAround(folder.directory, roots);
  const here = activity.repositories.filter(({ id }) => id === around?.id);
  // CODEOWNERS lies at the root of a repository, which can be above the folder.
  const files = around ? workplace.filesAt(around.root) : folder.files;
  const ownership = await readOwnership(files, writer.identity, teamsOf(writer));
  const records = await Promise.all(
    workplace.folders.map(async (each) => {
      const changed = each.directory === null ? [] : touchedFiles(each.directory, activity, roots);
      await each.readCited(changed.map((file) => file.path));
      const known = touchedRecords(each.project, await withCommittedParts(each, changed), path);
      const touched = await withOpenRecords(each, known, changed, path);
      return each === folder ? touched : touched.map((record) => placed(record, each, folder, path));
    }),
  );
  return {
    records: records.flat(),
    risks: risksOf(filesOf(activity.repositories), ownership, filesOf(here), restoredBy(activity.repositories)),
  };
}

/** The record of another folder, with a link that leads from the draft's folder into that one. */
function placed(record: TouchedRecord, of: WorkFolder, draftIn: WorkFolder, draft: FilePath): TouchedRecord {
  const from = dirname(`${draftIn.place}/${draft}`);
  return { ...record, href: recordHref(from, record.path, { of: of.project, place: of.place }) };
}

function filesOf(repositories: Activity['repositories']): readonly FileStat[] {
  return repositories.flatMap(({ items }) => items.flatMap(({ commits }) => commits.flatMap(({ files }) => files)));
}
