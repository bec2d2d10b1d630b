import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { maxReferences } from '../core/links/scan';
import type { FilePath, Logger } from '../core/ports';
import { Project } from '../core/project';
import type { FileProblem } from '../core/projectView';
import { isIn } from '../disk/diskAccess';
import { DiskFiles } from '../disk/diskFiles';
import { DiskShelf } from '../disk/diskShelf';
import { NodePacer } from '../disk/nodePacer';
import { GitFileSearch } from '../git/check/fileSearch';
import { gitReader } from '../git/gitReader';
import type { CommonArguments } from './arguments';
import { cacheFolder } from './cacheFolder';
import { gitPlace } from './gitPlace';
import { gitDeadlineMs } from './gitTrouble';
import { printableWords, quiet } from './terminal';

interface OpenOptions extends Pick<CommonArguments, 'git' | 'settings'> {
  readonly cache?: boolean;
  readonly isForRecordsOnly?: boolean;
  /** Whether git may say in which files there is something; then what files declare is not known. */
  readonly search?: boolean;
}

/** A directory as a project: nothing is read yet. @throws Error where it is no directory that can be read. */
export async function openProject(directory: string, options: OpenOptions): Promise<Project> {
  const root = await realDirectory(directory);
  const place = options.search ? await gitPlace(root) : null;
  const shelf = options.cache ? await shelfFor(root) : null;
  return new Project({
    files: new DiskFiles(root, true),
    // Whoever types the command has chosen the directory; the runner's hardening holds all the same (docs/adr/0005).
    git: () => (options.git ? gitReader(root, { isTrusted: () => true, log: quiet, mostMs: gitDeadlineMs }) : null),
    log: told,
    pacer: new NodePacer(),
    settings: { ...options.settings, folderName: basename(root) },
    isForRecordsOnly: options.isForRecordsOnly ?? false,
    ...(shelf && { shelf }),
    ...(place && { search: new GitFileSearch(place) }),
  });
}

/**
 * Where facts of a directory are kept; null where the system names no place, and where that is in the repository, which
 * could bring facts of its own (docs/security.md#r53).
 */
export async function shelfFor(root: string): Promise<DiskShelf | null> {
  const folder = cacheFolder(process.platform, process.env);
  if (folder === null) return null;
  const repository = await repositoryOf(join(root, '.git'));
  const real = await realpath(folder).catch(() => folder);
  return [folder, real].some((path) => isIn(repository, path)) ? null : new DiskShelf(folder, root);
}

/**
 * Reads the records, and says on standard error where a limit kept a part of the directory out (docs/security.md#r54).
 */
export async function loadRecords(project: Project): Promise<void> {
  await project.loadRecords();
  if (!project.truncated) return;
  process.stderr.write(
    'meridian: the directory is too large to look at all of it, so what some files cite is missing; name a directory inside it\n',
  );
}

const problemWords: Readonly<Record<FileProblem, string>> = {
  'too-large': 'too large to be looked through for citations',
  'too-many': `too large: only its first ${maxReferences} citations were read`,
  unreadable: 'not readable',
};
const mostReported = 10;

/** Says on standard error which files were not read whole: the answer is then partial (docs/adr/0014). */
export function reportUnread(
  files: readonly { readonly file: FilePath; readonly problem: FileProblem | null }[],
): void {
  const unread = files.flatMap(({ file, problem }) => (problem ? [`${file} is ${problemWords[problem]}`] : []));
  if (unread.length === 0) return;
  for (const words of unread.slice(0, mostReported)) process.stderr.write(`meridian: ${printableWords(words)}\n`);
  if (unread.length > mostReported) process.stderr.write(`meridian: and ${unread.length - mostReported} more files\n`);
}

/** The directory and the path inside it for a file named at the terminal. */
export async function locate(
  named: string,
  directory: string | undefined,
): Promise<{ readonly directory: string; readonly file: FilePath }> {
  const absolute = await existing(resolve(named));
  if (named === '' || !(await stat(absolute)).isFile()) throw new Error(`${named || '""'} is not a file`);
  const root = directory === undefined ? await repositoryOf(absolute) : await realDirectory(directory);
  const path = relative(root, absolute);
  if (path === '' || path === '..' || path.startsWith(`..${sep}`)) throw new Error(`${named} is not inside ${root}`);
  return { directory: root, file: path.split(sep).join('/') };
}

/** The nearest directory with a `.git`; else the current directory where the file is below it, else the file's own. */
async function repositoryOf(file: string): Promise<string> {
  for (let at = dirname(file); ; at = dirname(at)) {
    if (await exists(join(at, '.git'))) return at;
    if (dirname(at) === at) break;
  }
  const here = await realpath('.');
  return file.startsWith(here + sep) ? here : dirname(file);
}

export async function realDirectory(directory: string): Promise<string> {
  const path = await existing(resolve(directory));
  if (!(await stat(path)).isDirectory()) throw new Error(`${directory} is not a directory`);
  return path;
}

async function existing(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    throw new Error(`${path} does not exist or cannot be read`);
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Why a part of the answer is missing belongs on standard error, apart from the answer. */
const told: Logger = {
  ...{ debug() {}, info() {}, error() {} },
  warn: (message) => void process.stderr.write(`meridian: ${printableWords(message.slice(0, 400))}\n`),
};
