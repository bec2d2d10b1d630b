import type { FilePath } from '../ports';
import { folderRule } from '../records/find/folderNames';

/** Whether a file is a handoff by its path alone: by the name that `handoffPath` gives, or by its folder. */
export function isHandoffPath(path: FilePath): boolean {
  const [name = '', folder = ''] = path.split('/').reverse();
  if (!name.endsWith('.md')) return false;
  return /^\d{4}-\d\d-\d\d-[^/]+-to-[^/]+\.md$/.test(name) || folderRule(folder.toLowerCase())?.kind === 'handoff';
}
