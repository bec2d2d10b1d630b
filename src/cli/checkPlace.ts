import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { FilePath, FileSearch, FileStore } from '../core/ports';
import type { Project } from '../core/project';
import { newSince } from '../core/rules/baseline';
import type { Finding } from '../core/rules/finding';
import { partTexts } from '../core/tasks/changedParts';
import type { CheckedChange } from '../core/tasks/changeFacts';
import { type CheckPlace, check } from '../core/tasks/check';
import type { NamedPaths } from '../core/tasks/namedPaths';
import { dateOfNumber } from '../core/time/localDate';
import { DiskFiles } from '../disk/diskFiles';
import { NodePacer } from '../disk/nodePacer';
import type { NotedFiles } from '../disk/notedFiles';
import { BaseFiles, BaseSearch } from '../git/check/baseFiles';
import type { CheckedPlace } from '../git/check/checkedPlace';
import { readPathHistory } from '../git/check/pathHistory';
import type { CheckArguments } from './checkArguments';
import type { CheckSources } from './checkSources';
import { GitQuestions } from './gitQuestions';
import { inOneLine } from './gitTrouble';
import { loadRecords, openProject, reportUnread } from './openProject';
import { realDirectory } from './place';
import type { Telling } from './telling';

/** The findings, and with `--base` what the change is about. */
export interface CheckedDirectory {
  readonly findings: readonly Finding[];
  /** Without findings: the caller adds those that it shows, which may be fewer. Null without `--base`. */
  readonly change: Omit<CheckedChange, 'findings'> | null;
  /** The path of the directory in its repository; empty at the root, and where git was not asked. */
  readonly prefix: FilePath;
}

/** What a check needs beside its arguments. */
export interface Checking {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly telling: Telling;
  /** Null where the answer is not to be kept; `noted` is then null, too. */
  readonly sources: CheckSources | null;
  readonly noted: NotedFiles | null;
}

interface Asking extends Omit<Checking, 'sources'> {
  readonly args: CheckArguments;
  /** Null where git must not be asked. */
  readonly git: GitQuestions | null;
  /** Null where `git` is null, and where the directory is in no repository. */
  readonly place: CheckedPlace | null;
}

/**
 * The findings in a directory; with `--base` only those that are new since then. @throws Error with a message of one
 * line
 */
export async function findingsAt(
  args: CheckArguments,
  { now, telling, sources, noted }: Checking,
): Promise<CheckedDirectory> {
  const root = realDirectory(args.directory);
  const only = args.only.map((named) => namedFile(root, named, args.base !== null));
  const files = noted ?? sources?.files ?? new DiskFiles(root, true);
  const git = args.git ? (sources?.git ?? new GitQuestions(root)) : null;
  const place = git && (await git.place());
  const asking: Asking = { args, now, telling, place, git, noted };
  if (args.base !== null && place === null) throw new Error('--base: the directory is in no git repository');
  try {
    const { findings, change } =
      args.base !== null && place !== null && git !== null
        ? await sinceBase(args.base, root, files, { ...asking, place, git })
        : { findings: await findingsIn(files, await loadedNow(root, files, asking), asking), change: null };
    // The baseline file repeats the messages of known findings and cites nothing, so findings in it are left out.
    const own = args.baseline === null ? null : relative(root, resolve(args.baseline)).split(sep).join('/');
    const isAsked = (file: FilePath) => file !== own && (only.length === 0 || only.includes(file));
    return { findings: findings.filter(({ file }) => isAsked(file)), change, prefix: place?.prefix ?? '' };
  } catch (error) {
    return inOneLine(error);
  }
}

/** @param mayBeGone whether a file that the change removed may be named, too */
function namedFile(root: string, named: string, mayBeGone: boolean): FilePath {
  const file = resolve(root, named);
  if (named === '' || (!mayBeGone && !existsSync(file))) {
    throw new Error(`--only: ${named || '""'} is not in ${root}; name a file by its path from there`);
  }
  return relative(root, file).split(sep).join('/');
}

async function loadedNow(root: string, files: FileStore, asking: Asking): Promise<Project> {
  const { args, git, noted } = asking;
  const search = git && (await git.search(noted));
  const project = await loaded(root, files, asking, { cache: args.cache, search });
  await project.keep();
  return project;
}

async function loaded(
  root: string,
  files: FileStore,
  { args: { settings }, telling }: Asking,
  { cache, search }: { readonly cache: boolean; readonly search: FileSearch | null },
): Promise<Project> {
  const project = openProject(root, { files, settings, cache, search, telling });
  await loadRecords(project, telling);
  await project.scanReferences();
  return project;
}

async function findingsIn(files: FileStore, project: Project, asking: Asking): Promise<readonly Finding[]> {
  const { args, now, telling, noted } = asking;
  reportUnread(project.partlyRead(), telling);
  const today = dateOfNumber(now);
  noted?.noteOther('day', today);
  return check({
    project,
    files,
    choices: args.choices,
    pacer: new NodePacer(),
    today,
    history: historyIn(asking, project),
    signal: new AbortController().signal,
  });
}

function historyIn({ place, git, noted }: Asking, project: Project): CheckPlace['history'] {
  if (place === null || git === null) return null;
  return async (named: readonly NamedPaths[]) => {
    const { tree } = project;
    const isThere = (path: FilePath) => tree !== null && (tree.has(path) || tree.hasDirectory(path));
    await git.noteHistory(noted);
    const found = await readPathHistory(place, named, isThere, await git.uncommitted(place, noted));
    await git.noteHistory(noted);
    return found;
  };
}

/** Reads the state at the base once, then applies the change to it as an editor would (docs/adr/0003). */
async function sinceBase(
  name: string,
  root: string,
  disk: FileStore,
  asking: Asking & { readonly place: CheckedPlace; readonly git: GitQuestions },
): Promise<Omit<CheckedDirectory, 'prefix'>> {
  const { args, place, git, noted } = asking;
  // The note of the history says whether objects of the commit may be missing or replaced.
  await git.noteHistory(noted);
  const { base, change: since } = await git.since(place, name, noted);
  const files = new BaseFiles(disk, place, base, since);
  const search = await git.search(noted);
  const project = await loaded(root, files, asking, {
    cache: args.cache,
    search: search && new BaseSearch(search, files, since),
  });
  await project.keep();
  const before = await findingsIn(files, project, asking);
  const recordsBefore = new Map(project.records().map((record) => [record.path, record]));
  const changed = new Set(since.changes.map(({ path }) => path));
  const partsBefore = await partTexts(project.records(), changed, files);
  files.showNow();
  await project.apply(since.changes);
  const parts = { before: partsBefore, now: await partTexts(project.records(), changed, files) };
  const findings = await findingsIn(files, project, asking);
  await git.noteHistory(noted);
  // The read that failed may work the next time, so this answer must not be kept.
  if (files.hasFailed) noted?.noteOther('commit', null);
  return {
    findings: newSince(before, findings, (path) => since.renamed.get(path) ?? path),
    change: { project, recordsBefore, parts, ...since },
  };
}
