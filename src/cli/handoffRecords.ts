import type { Activity, Identity } from '../core/activity/activity';
import { readOwners } from '../core/activity/ownerFile';
import { type Ownership, risksOf } from '../core/activity/risks';
import type { HandoffInput, PreviousHandoff } from '../core/drafts/handoffInput';
import { relativeHref, touchedRecords } from '../core/drafts/touchedRecords';
import type { HandoffNote } from '../core/handoffs/note';
import type { FilePath, FileStore } from '../core/ports';
import type { HandoffPlace } from './handoffPlace';

export interface Touched extends Pick<HandoffInput, 'records' | 'risks'> {
  readonly previous: PreviousHandoff | null;
}

/** Each file that cites something is read; more than that is not a day's work. */
const maxRead = 500;
/** Where handoffs go in a repository that has none. */
const usualFolder = 'docs/handoffs';

/**
 * What the changed files say beside their history. Links are relative to where handoffs are, which is where a draft on
 * standard output ends.
 */
export async function touchedBy(
  { project, files: store, notes }: HandoffPlace,
  activity: Activity,
  who: Identity,
  previous: HandoffNote | null,
): Promise<Touched> {
  // Submodules come after it, and are no part of the project.
  const commits = activity.repositories[0]?.items.flatMap((item) => item.commits) ?? [];
  const files = commits.flatMap((commit) => commit.files);
  const paths = [...new Set(files.map(({ path }) => path))].filter((path) => !project.record(path));
  await project.apply(paths.slice(0, maxRead).map((path) => ({ path, kind: 'changed' })));
  const draft = draftPath(notes[0]?.path);
  return {
    records: touchedRecords(project, files, draft),
    risks: risksOf(files, await ownership(store, who)),
    previous: previous && previousHandoff(previous, draft),
  };
}

async function ownership(store: FileStore, { addresses, logins }: Identity): Promise<Ownership | null> {
  const ownersOf = await readOwners(store);
  return ownersOf && { ownersOf, own: [...addresses, ...logins.map((login) => `@${login}`)] };
}

function draftPath(newest: FilePath | undefined): FilePath {
  const folder = newest === undefined ? usualFolder : newest.split('/').slice(0, -1).join('/');
  return folder === '' ? 'handoff.md' : `${folder}/handoff.md`;
}

function previousHandoff({ path, title, written }: HandoffNote, draft: FilePath): PreviousHandoff | null {
  const href = relativeHref(draft.split('/').slice(0, -1).join('/'), path);
  return written === null ? null : { href, title, instant: written };
}
