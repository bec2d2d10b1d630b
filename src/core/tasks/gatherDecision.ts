import type { ChangedFile } from '../activity/facts';
import { type TouchedFile, touchedRecords } from '../drafts/touchedRecords';
import type { FileStore } from '../ports';
import type { ProjectView } from '../projectView';
import type { BranchFacts } from '../pullRequests/branchFacts';
import type { DecisionInput } from '../pullRequests/decisionFacts';
import { MaskedWords } from '../secrets/maskedWords';
import { whatLasts } from './whatLasts';

/** The repository around the changes. The project has read what the changed files cite. */
interface DecisionSurroundings {
  /** Files by path from the repository's root. */
  readonly files: FileStore;
  /** With paths from the repository's root. */
  readonly project: Pick<ProjectView, 'record' | 'linksFor'>;
}

/**
 * The facts that a decision about the current changes begins with. What looks like a secret in the commits is masked.
 * @param read null where the branch has no commits of its own
 * @param uncommitted uncommitted changes of the working tree; null where git could not say
 */
export async function gatherDecision(
  read: BranchFacts | null,
  uncommitted: readonly ChangedFile[] | null,
  { files, project }: DecisionSurroundings,
): Promise<DecisionInput> {
  const branch = read && { ...read, commits: new MaskedWords().commits(read.commits) };
  const touched = [...(branch?.files ?? []), ...(uncommitted ?? []).map(touchedFile)];
  return {
    change: branch && { ...branch, lasting: await whatLasts(branch, files) },
    uncommitted,
    records: touchedRecords(project, touched, ''),
  };
}

function touchedFile({ path, kind, added }: ChangedFile): TouchedFile {
  return { path, status: kind === 'untracked' || added ? 'added' : 'modified' };
}
