import { realpath } from 'node:fs/promises';
import type { Activity } from '../../core/activity/activity';
import { readCodeOwners } from '../../core/activity/codeowners';
import type { FileStat } from '../../core/activity/facts';
import { type Ownership, risksOf } from '../../core/activity/risks';
import type { Addressee, HandoffInput, PreviousHandoff, TouchedRecord } from '../../core/drafts/handoffInput';
import { relativeHref, touchedRecords } from '../../core/drafts/touchedRecords';
import { dirname } from '../../core/files/paths';
import { readText } from '../../core/files/readText';
import type { HandoffNote } from '../../core/handoffs/note';
import type { FilePath } from '../../core/ports';
import type { Instant } from '../../core/time/zone';
import { folderFiles } from '../workspace/folderFiles';
import type { FolderProject } from '../workspace/folderProject';
import type { Gathered } from './gatherFacts';
import { touchedFiles } from './model/touchedFiles';
import type { DraftSession } from './session';

interface DraftFor {
  readonly to: Addressee;
  readonly now: Instant;
  /** Where the draft will be, relative to its folder: links begin there. */
  readonly path: FilePath;
  readonly previous: HandoffNote | null;
}

/** Everything that a draft is written from. */
export async function inputFor(
  session: DraftSession,
  { activity, roots }: Gathered,
  { to, now, path, previous }: DraftFor,
): Promise<HandoffInput> {
  const { writer, projects } = session;
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
    risks: risksOf(filesOf(activity), await ownership(session)),
    previous: previousOf(previous, path),
  };
}

/** A record of another folder of the window is reached from the draft's place across both. */
function placed(record: TouchedRecord, project: FolderProject, session: DraftSession, draft: FilePath): TouchedRecord {
  if (project === session.project) return record;
  const inWindow = (folder: string, path: FilePath) => `${folder.replace(/^\//, '')}/${path}`;
  const from = dirname(inWindow(session.folder.uri.path, draft));
  return { ...record, href: relativeHref(from, inWindow(project.folder.uri.path, record.path)) };
}

function filesOf({ repositories }: Activity): readonly FileStat[] {
  return repositories.flatMap(({ items }) => items.flatMap(({ commits }) => commits.flatMap(({ files }) => files)));
}

/** Where hosts look for it, in GitHub's order. */
const ownerFiles = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

async function ownership({ folder, writer }: DraftSession): Promise<Ownership | null> {
  const files = folderFiles(folder.uri, new Set());
  const own = [...writer.identity.addresses, ...writer.identity.logins.map((login) => `@${login}`)];
  for (const path of ownerFiles) {
    const read = await readText(files, path);
    if (read.ok) return { ownersOf: readCodeOwners(read.text), own };
  }
  return null;
}

function previousOf(note: HandoffNote | null, draft: FilePath): PreviousHandoff | null {
  if (note === null || note.written === null) return null;
  return { href: relativeHref(dirname(draft), note.path), title: note.title, instant: note.written };
}
