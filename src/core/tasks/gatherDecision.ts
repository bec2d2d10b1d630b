import type { ChangedFile } from '../activity/facts';
import { type TouchedFile, touchedRecords } from '../drafts/touchedRecords';
import type { FileStore } from '../ports';
import type { ProjectView } from '../projectView';
import type { BranchFacts } from '../pullRequests/branchFacts';
import type { DecisionInput } from '../pullRequests/decisionFacts';
import { MaskedWords } from '../secrets/maskedWords';
import { whatLasts } from './whatLasts';

/** What is known of the place. The project has read what the changed files cite. */
interface DecisionSurroundings {
  /** Below the repository's root. */
  readonly files: FileStore;
  /** With paths from the repository's root. */
  readonly project: Pick<ProjectView, 'record' | 'linksFor'>;
}

/**
 * What a decision about the changes at hand begins with, with what looks like a secret in the commits masked.
 * @param read null where no commit is of the branch alone
 * @param uncommitted what the working tree has besides; null where git could not say
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
