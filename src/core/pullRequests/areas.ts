import type { FileStat } from '../activity/facts';
import { isTest } from '../activity/riskTable';
import type { FilePath } from '../ports';
import { compareText } from '../text';
import type { BranchCommit } from './branchFacts';

/** A part of the repository that a branch changes: a package, or a folder. */
export interface Area {
  /** `packages/ledger`, or `''` for files at the root. */
  readonly folder: FilePath;
  readonly files: readonly FileStat[];
  /** Subjects of the commits that are mostly about it, oldest first; each commit is told once. */
  readonly subjects: readonly string[];
}

/** Folders whose subfolders are what people call a part. */
const holders =
  /^(?:packages|apps|applications|libs?|libraries|services|modules|crates|plugins|extensions|components|cmd|internal|pkg|projects|workspaces|charts|src|source|app|tests?|specs?|docs?|contrib|examples?|tools|addons|integrations)$/i;
/** Folders that only lead on: `src/main/java/org/example`. */
const passages = /^(?:src|main|test|java|kotlin|scala|resources|python|org|com|io|net|lib)$/i;
const enough = 4;
const deepest = 6;
/** Below it are words on what was made, above it somebody's program. */
const fixup = /^(?:fixup|squash|amend)! |^wip\b/i;

/** The areas of a change, the one with most lines first and tests last. A change in one folder is told by its subfolders. */
export function areasOf(files: readonly FileStat[], commits: readonly BranchCommit[]): readonly Area[] {
  const folderOf = folders(files.map(({ path }) => path));
  const byFolder = new Map<FilePath, FileStat[]>();
  for (const file of files) {
    const folder = folderOf(file.path);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  const subjects = new Map<FilePath, string[]>();
  for (const commit of commits.toReversed()) {
    if (fixup.test(commit.subject)) continue;
    const folder = mostOften(commit.files.map((path) => ({ path, folder: folderOf(path) })));
    if (folder === null || !byFolder.has(folder)) continue;
    const known = subjects.get(folder) ?? [];
    if (!known.includes(commit.subject)) subjects.set(folder, [...known, commit.subject]);
  }
  return [...byFolder]
    .map(([folder, own]) => ({ folder, files: own, subjects: subjects.get(folder) ?? [] }))
    .sort(
      (a, b) =>
        Number(isOfTests(a)) - Number(isOfTests(b)) ||
        linesOf(b.files) - linesOf(a.files) ||
        compareText(a.folder, b.folder),
    );
}

/** Which folder a file is told under: as deep as it takes to tell a few apart. */
function folders(paths: readonly FilePath[]): (path: FilePath) => FilePath {
  const common = commonDepth(paths);
  for (let more = 0; more <= 2; more++) {
    const folderOf = (path: FilePath) => folderAt(path, common, more);
    const found = new Set(paths.map(folderOf)).size;
    if (found >= enough || more === 2 || new Set(paths.map((path) => folderAt(path, common, more + 1))).size > 8) {
      return folderOf;
    }
  }
  return (path) => folderAt(path, common, 0);
}

function folderAt(path: FilePath, common: number, more: number): FilePath {
  const names = path.split('/').slice(0, -1);
  let depth = common;
  for (let step = 0; step <= more; step++) {
    const name = names[depth] ?? '';
    depth += 1;
    if (holders.test(name)) depth += 1;
    while (depth < deepest && passages.test(names[depth - 1] ?? '')) depth += 1;
  }
  return names.slice(0, depth).join('/');
}

/** How many folders all paths share. */
function commonDepth(paths: readonly FilePath[]): number {
  const [first = [], ...others] = paths.map((path) => path.split('/').slice(0, -1));
  const apart = first.findIndex((name, at) => others.some((names) => names[at] !== name));
  return apart < 0 ? Math.max(0, first.length - 1) : apart;
}

/** What a commit is about: where most of its files are, tests counting only where there is nothing else. */
function mostOften(places: readonly { readonly path: FilePath; readonly folder: FilePath }[]): FilePath | null {
  const own = places.filter(({ path }) => !isTest(path));
  const counts = new Map<FilePath, number>();
  for (const { folder } of own.length > 0 ? own : places) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || compareText(a, b))[0]?.[0] ?? null;
}

function isOfTests({ files }: Area): boolean {
  return files.every(({ path }) => isTest(path));
}

function linesOf(files: readonly FileStat[]): number {
  return files.reduce((sum, { added, removed }) => sum + (added ?? 0) + (removed ?? 0), 0);
}
