import type { Activity } from '../core/activity/activity';
import { readOwnership } from '../core/activity/ownership';
import { risksOf } from '../core/activity/risks';
import type { HandoffInput } from '../core/drafts/handoffInput';
import { previousHandoff } from '../core/drafts/previousHandoff';
import { touchedRecords } from '../core/drafts/touchedRecords';
import { handoffFolder } from '../core/handoffs/handoffPath';
import type { HandoffNote } from '../core/handoffs/note';
import { groupsOf } from '../core/team/team';
import type { HandoffPlace } from './handoffPlace';
import type { Writer } from './handoffWriter';
import { readCited } from './readCited';

type Touched = Pick<HandoffInput, 'records' | 'risks' | 'previous'>;

/**
 * What the changed files say beside their history. Links are relative to where handoffs are, which is where a draft on
 * standard output ends.
 */
export async function touchedBy(
  { project, files: store, team }: HandoffPlace,
  activity: Activity,
  { party, identity }: Pick<Writer, 'party' | 'identity'>,
  previous: HandoffNote | null,
): Promise<Touched> {
  // Submodules come after it, and are no part of the project.
  const commits = activity.repositories[0]?.items.flatMap((item) => item.commits) ?? [];
  const files = commits.flatMap((commit) => commit.files);
  await readCited(
    project,
    store,
    files.map(({ path }) => path),
  );
  const teams = groupsOf(party.name, team).map(({ name }) => name);
  const folder = handoffFolder(project.records().filter(({ kind }) => kind === 'handoff'));
  const draft = folder === '' ? 'handoff.md' : `${folder}/handoff.md`;
  return {
    records: touchedRecords(project, files, draft),
    risks: risksOf(files, await readOwnership(store, identity, teams)),
    previous: previousHandoff(previous, draft),
  };
}
