import type { Uri } from 'vscode';
import type { Identity } from '../../core/activity/activity';
import { type Ownership, readOwnership } from '../../core/activity/codeowners';
import { DiskFiles } from '../../disk/diskFiles';
import { folderFiles } from './folderFiles';
import type { LazyGit } from './lazyGit';

/**
 * The owners of the files of a workspace folder, by paths in it. CODEOWNERS is at the root of the repository, which can
 * be above the folder. Without git, and in Restricted Mode, only the folder itself is searched for it.
 */
export async function folderOwnership(git: LazyGit, folder: Uri, who: Identity): Promise<Ownership | null> {
  const place = await git.open(folder);
  if (place === null || place.prefix === '') return readOwnership(folderFiles(folder, new Set()), who);
  const whole = await readOwnership(new DiskFiles(place.repository.root), who);
  return whole && { ...whole, ownersOf: (path) => whole.ownersOf(`${place.prefix}/${path}`) };
}
