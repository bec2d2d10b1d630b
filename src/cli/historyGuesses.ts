import { historyLinks } from '../core/links/historyLinks';
import type { Link } from '../core/links/link';
import type { FilePath } from '../core/ports';
import type { Project } from '../core/project';
import { sharedCommits } from '../git/sharedCommits';
import { UsageError } from './arguments';
import { gitPlace } from './gitPlace';
import { inOneLine } from './gitTrouble';

/**
 * Records that git's history alone ties to a file.
 * @param mayAsk whether git may be asked
 * @throws Error with a message of one line where git cannot be asked: the user wanted the guesses
 */
export async function historyGuesses(
  project: Project,
  directory: string,
  file: FilePath,
  mayAsk: boolean,
): Promise<readonly Link[]> {
  if (!mayAsk) throw new UsageError('--history asks git, and --no-git forbids that');
  const place = await gitPlace(directory);
  if (!place) throw new Error(`${directory} is in no git repository, so there is no history to guess from`);
  return historyLinks(project, file, await sharedCommits(place, file).catch(inOneLine));
}
