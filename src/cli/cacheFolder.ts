import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/**
 * The operating system's folder for caches; null where there is none. A relative path in the environment would lead
 * into the repository, so it is ignored.
 */
export function cacheFolder(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home = homedir(),
): string | null {
  const path = platform === 'win32' ? win32 : posix;
  const named = environment[platform === 'win32' ? 'LOCALAPPDATA' : 'XDG_CACHE_HOME'] ?? '';
  if (path.isAbsolute(named)) return path.join(named, ...(platform === 'win32' ? ['Meridian', 'Cache'] : ['meridian']));
  if (platform === 'win32' || !path.isAbsolute(home)) return null;
  return path.join(home, ...(platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']), 'meridian');
}
