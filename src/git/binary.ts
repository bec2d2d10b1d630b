import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';

export interface BinarySearch {
  readonly platform: NodeJS.Platform;
  /** PATH as inherited. */
  readonly searchPath: string;
  /** From the built-in git extension or a machine setting: tried first, under the same conditions. */
  readonly suggested: string | undefined;
  /** Workspace folders, absolute. No program in them is run, and none is searched for there. */
  readonly workspaceFolders: readonly string[];
}

/** Apple's `/usr/bin/git` opens an installer where none of `appleTools` exists, so it is only used where one does. */
const appleStub = '/usr/bin/git';
const appleTools = [
  '/Library/Developer/CommandLineTools/usr/bin/git',
  '/Applications/Xcode.app/Contents/Developer/usr/bin/git',
];

/**
 * The entries of PATH that are absolute and outside every workspace folder (docs/security.md#r12, G17): a `git` that
 * came with a repository is never found, neither by this module nor by git when it looks for its helpers.
 */
export async function safeSearchPath(search: BinarySearch): Promise<readonly string[]> {
  const { delimiter } = paths(search.platform);
  const entries = search.searchPath.split(delimiter).map((entry) => entry.replace(/^"([^"]*)"$/, '$1'));
  return filterSafe(search, [...new Set(entries)]);
}

/** @returns the absolute path of git, or null where there is none that may be run. Starts no process. */
export async function findGit(search: BinarySearch): Promise<string | null> {
  const { join } = paths(search.platform);
  // Only `.exe`: without a shell, Windows does not run `.cmd` and `.bat`, and they quote arguments unsafely.
  const name = search.platform === 'win32' ? 'git.exe' : 'git';
  const named = (await safeSearchPath(search)).map((entry) => join(entry, name));
  const candidates = search.suggested === undefined ? named : [search.suggested, ...named];
  for (const candidate of await filterSafe(search, candidates)) {
    if (await isRunnable(candidate, search.platform)) return candidate;
  }
  return null;
}

async function filterSafe(search: BinarySearch, candidates: readonly string[]): Promise<readonly string[]> {
  const { isAbsolute } = paths(search.platform);
  const folders = await withCanonical(search.workspaceFolders);
  const safe: string[] = [];
  for (const candidate of candidates) {
    if (!isAbsolute(candidate) || candidate.includes('\0')) continue;
    const forms = await withCanonical([candidate]);
    if (!forms.some((form) => folders.some((folder) => isBelowFolder(search.platform, folder, form))))
      safe.push(candidate);
  }
  return safe;
}

/** Each path as given and with its links resolved. */
async function withCanonical(given: readonly string[]): Promise<readonly string[]> {
  const real = await Promise.all(given.map((path) => realpath(path).catch(() => path)));
  return [...given, ...real];
}

function isBelowFolder(platform: NodeJS.Platform, folder: string, path: string): boolean {
  const { relative, isAbsolute, sep } = paths(platform);
  const fold = (text: string) => (platform === 'linux' ? text : text.toLowerCase());
  const way = relative(fold(folder), fold(path));
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

async function isRunnable(file: string, platform: NodeJS.Platform): Promise<boolean> {
  const entry = await stat(file).catch(() => undefined);
  if (!entry?.isFile()) return false;
  if (platform === 'darwin' && file === appleStub) {
    const tools = await Promise.all(appleTools.map((tool) => stat(tool).catch(() => undefined)));
    return tools.some((tool) => tool !== undefined);
  }
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function paths(platform: NodeJS.Platform): typeof posix {
  return platform === 'win32' ? win32 : posix;
}
