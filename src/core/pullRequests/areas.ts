import type { FileStat } from '../activity/facts';
import { isCode, isNewsFragment, isTest } from '../activity/fileKinds';
import { isTelling } from '../activity/telling';
import { isProsePath } from '../files/textPaths';
import { append } from '../lists';
import type { FilePath } from '../ports';
import { compareText } from '../text/compareText';
import type { BranchCommit } from './branchFacts';
import { isFixup } from './messageText';

/** A part of the repository that a branch changes: a package, or a folder. */
export interface Area {
  /** `packages/ledger/src`, the deepest that has all of them, or `''` for files at the root. */
  readonly folder: FilePath;
  readonly files: readonly FileStat[];
  /** Subjects of the commits that are mostly about it, oldest first; each commit counts for one area only. */
  readonly subjects: readonly string[];
}

/** Folders whose subfolders are what people call a part. */
const holders =
  /^(?:packages|apps|applications|libs?|libraries|services|modules|crates|plugins|extensions|components|cmd|internal|pkg|projects|workspaces|charts|src|source|app|tests?|specs?|docs?|contrib|examples?|tools|addons|integrations)$/i;
/** Folders that say nothing by themselves, so that the path goes on: `src/main/java/org/example`. */
const passages = /^(?:src|main|test|java|kotlin|scala|resources|python|org|com|io|net|lib)$/i;
const deepest = 8;
const mostRounds = 3;
const mostFolders = 10;
/** A folder of up to so many files is not divided. */
const fewestDivided = 6;

/**
 * The areas of a change in the order in which they are read: code, then settings and data, documents, tests; within
 * each the area with most changed lines first. A folder with most of the files is divided into its subfolders.
 */
export function areasOf(files: readonly FileStat[], commits: readonly BranchCommit[]): readonly Area[] {
  const folders = foldersOf(files.map(({ path }) => path));
  const byFolder = new Map<FilePath, FileStat[]>();
  for (const file of files) {
    const folder = folders.get(file.path) ?? '';
    append(byFolder, folder, file);
  }
  const lines = new Map([...byFolder].map(([folder, own]) => [folder, linesOf(own)]));
  const subjects = subjectsOf(commits, folders, lines);
  return [...byFolder]
    .map(([folder, own]) => ({ folder: sharedFolder(own) ?? folder, files: own, subjects: subjects.get(folder) ?? [] }))
    .sort((a, b) => sortOf(a) - sortOf(b) || linesOf(b.files) - linesOf(a.files) || compareText(a.folder, b.folder));
}

/** By folder, the subjects of the commits that are mostly about it. */
function subjectsOf(
  commits: readonly BranchCommit[],
  folders: ReadonlyMap<FilePath, FilePath>,
  lines: ReadonlyMap<FilePath, number>,
): ReadonlyMap<FilePath, readonly string[]> {
  const subjects = new Map<FilePath, string[]>();
  for (const { subject, files } of commits.toReversed()) {
    const folder = isTelling(subject) && !isFixup(subject) ? mostOften(files, folders, lines) : null;
    const known = (folder === null ? undefined : subjects.get(folder)) ?? [];
    if (folder !== null && !known.includes(subject)) subjects.set(folder, [...known, subject]);
  }
  return subjects;
}

/** For each file the folder that it is listed under. The folder with most of the files is divided, up to three times. */
function foldersOf(paths: readonly FilePath[]): ReadonlyMap<FilePath, FilePath> {
  const shared = commonDepth(paths);
  const folders = new Map(paths.map((path) => [path, folderAt(path, shared)]));
  for (let round = 0; round < mostRounds; round++) {
    const groups = new Map<FilePath, FilePath[]>();
    for (const [path, folder] of folders) append(groups, folder, path);
    const [folder = '', largest = []] = [...groups].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
    if (largest.length <= Math.max(fewestDivided, paths.length / 2)) break;
    const depth = Math.max(commonDepth(largest), folder === '' ? 0 : folder.split('/').length);
    const divided = largest.map((path) => [path, folderAt(path, depth)] as const);
    if (groups.size + new Set(divided.map(([, each]) => each)).size > mostFolders) break;
    for (const [path, each] of divided) folders.set(path, each);
  }
  return folders;
}

/** The folder of a file down to one level below `depth`; `holders` and `passages` do not count as that level. */
function folderAt(path: FilePath, depth: number): FilePath {
  const names = path.split('/').slice(0, -1);
  let end = depth + 1;
  if (holders.test(names[depth] ?? '')) end += 1;
  while (end < deepest && passages.test(names[end - 1] ?? '')) end += 1;
  return names.slice(0, end).join('/');
}

/** How many folders all paths share. */
function depthShared(paths: readonly FilePath[]): number {
  const [first = [], ...others] = paths.map((path) => path.split('/').slice(0, -1));
  const apart = first.findIndex((name, at) => others.some((names) => names[at] !== name));
  return apart < 0 ? first.length : apart;
}

/** As `depthShared`, but one less where the first path lies directly in the shared folder, which then keeps its files. */
function commonDepth(paths: readonly FilePath[]): number {
  const shared = depthShared(paths);
  return paths[0]?.split('/').length === shared + 1 ? Math.max(0, shared - 1) : shared;
}

/** The deepest folder that several files share, which says more than one above it; null for a single file. */
function sharedFolder(files: readonly FileStat[]): FilePath | null {
  if (files.length < 2) return null;
  const paths = files.map(({ path }) => path);
  return paths[0]?.split('/').slice(0, depthShared(paths)).join('/') ?? null;
}

/**
 * The folder that a commit is about: where most of its code is. Settings and data count only where there is no code,
 * and tests and documents only where there is nothing else.
 */
function mostOften(
  files: readonly FilePath[],
  folders: ReadonlyMap<FilePath, FilePath>,
  lines: ReadonlyMap<FilePath, number>,
): FilePath | null {
  // A file that the branch as a whole leaves as it was has no place in the description.
  const changed = files.filter((path) => folders.has(path));
  const own = changed.filter((path) => !isTest(path) && !isDocument(path));
  const code = own.filter(isCode);
  const counts = new Map<FilePath, number>();
  for (const path of [code, own, changed].find(({ length }) => length > 0) ?? []) {
    const folder = folders.get(path);
    if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const linesIn = (folder: FilePath) => lines.get(folder) ?? 0;
  const order = [...counts].sort(([a, many], [b, more]) => more - many || linesIn(b) - linesIn(a) || compareText(a, b));
  return order[0]?.[0] ?? null;
}

/** The rank of an area: what a reviewer has to understand first has the lowest. */
function sortOf({ files }: Area): number {
  const paths = files.map(({ path }) => path);
  if (paths.every(isTest)) return 3;
  if (paths.some(isCode)) return 0;
  return paths.every(isDocument) ? 2 : 1;
}

function isDocument(path: FilePath): boolean {
  return isProsePath(path) || isNewsFragment(path);
}

function linesOf(files: readonly FileStat[]): number {
  return files.reduce((sum, { added, removed }) => sum + (added ?? 0) + (removed ?? 0), 0);
}
