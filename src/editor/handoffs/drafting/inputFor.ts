import { realpath } from 'node:fs/promises';
import type { Activity } from '../../../core/activity/activity';
import type { FileStat } from '../../../core/activity/facts';
import { readOwnership } from '../../../core/activity/ownership';
import { risksOf } from '../../../core/activity/risks';
import type { Addressee, HandoffInput, TouchedRecord } from '../../../core/drafts/handoffInput';
import { previousHandoff } from '../../../core/drafts/previousHandoff';
import { relativeHref, touchedRecords } from '../../../core/drafts/touchedRecords';
import { dirname } from '../../../core/files/paths';
import type { HandoffNote } from '../../../core/handoffs/note';
import type { FilePath } from '../../../core/ports';
import { groupsOf } from '../../../core/team/team';
import type { Instant } from '../../../core/time/zone';
import { DiskFiles } from '../../../disk/diskFiles';
import type { ForgeFacts } from '../../github/forgeFacts';
import { folderFiles } from '../../workspace/folderFiles';
import type { FolderProject } from '../../workspace/folderProject';
import type { Gathered } from './gatherFacts';
import { repositoryAround, touchedFiles } from './model/touchedFiles';
import type { DraftSession } from './session';

interface DraftFor {
  readonly to: Addressee;
  readonly now: Instant;
  /** Where the draft will be, relative to its folder: links begin there. */
  readonly path: FilePath;
  readonly previous: HandoffNote | null;
  /** Absent where GitHub was not asked. */
  readonly forge?: ForgeFacts;
}

/** Everything that a draft is written from. */
export async function inputFor(
  session: DraftSession,
  { activity, roots }: Gathered,
  { to, now, path, previous, forge }: DraftFor,
): Promise<HandoffInput> {
  const { writer, projects, folder } = session;
  const root = await realpath(folder.uri.fsPath);
  const around = repositoryAround(root, roots);
  const here = activity.repositories.filter(({ id }) => id === around?.id);
  const teams = groupsOf(writer.party.name, writer.team).map(({ name }) => name);
  // CODEOWNERS lies at the root of a repository, which can be above the folder.
  const files = around ? new DiskFiles(around.root) : folderFiles(folder.uri, new Set());
  const ownership = await readOwnership(files, writer.identity, teams);
  const records = await Promise.all(
    projects.map(async (project) => {
      const files = touchedFiles(await realpath(project.folder.uri.fsPath), activity, roots);
      return touchedRecords(project.view, files, path).map((record) => placed(record, project, session, path));
    }),
  );
  return {
    now,
    zone: writer.zone,
    from: writer.party,
    to,
    activity,
    records: records.flat(),
    risks: risksOf(filesOf(activity.repositories), ownership, filesOf(here)),
    previous: previousHandoff(previous, path),
    ...(forge?.works && { forge: forge.works }),
    ...(forge && { forgeGaps: forge.gaps }),
  };
}

/** A record of another folder of the window is reached from the draft's place across both. */
function placed(record: TouchedRecord, project: FolderProject, session: DraftSession, draft: FilePath): TouchedRecord {
  if (project === session.project) return record;
  const inWindow = (folder: string, path: FilePath) => `${folder.replace(/^\//, '')}/${path}`;
  const from = dirname(inWindow(session.folder.uri.path, draft));
  return { ...record, href: relativeHref(from, inWindow(project.folder.uri.path, record.path)) };
}

function filesOf(repositories: Activity['repositories']): readonly FileStat[] {
  return repositories.flatMap(({ items }) => items.flatMap(({ commits }) => commits.flatMap(({ files }) => files)));
}
