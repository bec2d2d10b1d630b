import type { WorkspaceFolder } from 'vscode';
import type { Writer } from '../../core/tasks/writer';
import { dayMs } from '../../core/time/durations';
import type { Instant } from '../../core/time/zone';
import { GitUnanswered } from '../../git/result';
import type { LazyGit } from '../workspace/lazyGit';
import { type AddresseeChoice, authorChoices } from './model/addresseeChoices';

const fourWeeksMs = 28 * dayMs;

/** The authors of the last four weeks in the folder's repository, as addressees. Empty where git cannot say. */
export async function recentAuthorChoices(
  git: LazyGit,
  folder: WorkspaceFolder,
  { team, identity }: Writer,
  now: Instant,
): Promise<readonly AddresseeChoice[]> {
  const place = await git.open(folder.uri);
  if (!place) return [];
  const { recentAuthors } = await import('../../git/authors');
  const since = Math.floor((now - fourWeeksMs) / 1000);
  try {
    const found = await recentAuthors(place.runner, place.repository, since, { priority: 'interactive' });
    return authorChoices(found.authors, team, identity);
  } catch (error) {
    if (error instanceof GitUnanswered) return [];
    throw error;
  }
}
