import { l10n } from 'vscode';
import { decisionFacts } from '../../core/pullRequests/decisionFacts';
import { askNewRecord } from '../records/commands/newRecord';
import { type DraftingParts, inputFor } from './draftPullRequestDocument';
import { pullRequestPlace } from './place';
import { readBranch } from './readBranch';

/** Begins a decision about what the branch that is checked out changes, with what git and the code show of it. */
export async function decisionFromChanges(parts: Pick<DraftingParts, 'services' | 'team'>): Promise<void> {
  const place = await pullRequestPlace(parts.services, parts.team, null);
  if (!place) return;
  const read = await readBranch(place, l10n.t('Reading what the branch changes'), null);
  if (!read) return;
  const input = await inputFor(place, read.branch, parts);
  await askNewRecord(parts.services, 'decision', decisionFacts(input));
}
