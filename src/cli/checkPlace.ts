import { existsSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import type { FilePath, FileSearch, FileStore, Shelf } from '../core/ports';
import { Project } from '../core/project';
import { newSince } from '../core/rules/baseline';
import type { Finding } from '../core/rules/finding';
import { partTexts } from '../core/tasks/changedParts';
import type { CheckedChange } from '../core/tasks/changeFacts';
import { type CheckPlace, check, type NamedPaths } from '../core/tasks/check';
import { dateOfNumber } from '../core/time/localDate';
import { DiskFiles } from '../disk/diskFiles';
import { NodePacer } from '../disk/nodePacer';
import { BaseFiles, BaseSearch, type ChangeSince, changesSince } from '../git/check/baseFiles';
import type { CheckedPlace } from '../git/check/checkedPlace';
import { GitFileSearch } from '../git/check/fileSearch';
import { mergeBase } from '../git/check/mergeBase';
import { readPathHistory } from '../git/check/pathHistory';
import type { CheckArguments } from './checkArguments';
import { gitPlace } from './gitPlace';
import { inOneLine } from './gitTrouble';
import { loadRecords, reportUnread } from './openProject';
import { realDirectory, shelfFor } from './place';
import { quiet } from './terminal';

/** What was found, and with a base what the change is about. */
export interface CheckedDirectory {
  readonly findings: readonly Finding[];
  /** All but the findings: those that are shown may be fewer. */
  readonly change: Omit<CheckedChange, 'findings'> | null;
}

/** What the rules find in a directory; with a base only what is new since. @throws Error in one line */
export async function findingsAt(args: CheckArguments, now: number): Promise<CheckedDirectory> {
  const root = realDirectory(args.directory);
  const only = args.only.map((named) => namedFile(root, named, args.base !== null));
  const disk = new DiskFiles(root, true);
  const place = args.git ? await gitPlace(root) : null;
  if (args.base !== null && place === null) throw new Error('--base: the directory is in no git repository');
  try {
    const { findings, change } =
      args.base !== null && place !== null
        ? await sinceBase(args.base, { args, root, now, disk, place })
        : {
            findings: await findingsIn(disk, await loadedNow(root, disk, args, place), { args, now, place }),
            change: null,
          };
    // A baseline names what it knows, and cites nothing.
    const own = args.baseline === null ? null : relative(root, resolve(args.baseline)).split(sep).join('/');
    const isAsked = (file: FilePath) => file !== own && (only.length === 0 || only.includes(file));
    return { findings: findings.filter(({ file }) => isAsked(file)), change };
  } catch (error) {
    return inOneLine(error);
  }
}

/** @param mayBeGone where a file that the change removed may be asked about, too */
function namedFile(root: string, named: string, mayBeGone: boolean): FilePath {
  const file = resolve(root, named);
  if (named === '' || (!mayBeGone && !existsSync(file))) {
    throw new Error(`--only: ${named || '""'} is not in ${root}; name a file by its path from there`);
  }
  return relative(root, file).split(sep).join('/');
}

async function loadedNow(
  root: string,
  disk: DiskFiles,
  args: CheckArguments,
  place: CheckedPlace | null,
): Promise<Project> {
  const shelf = args.cache ? shelfFor(root) : null;
  const project = await loaded(root, disk, args, { shelf, search: place && new GitFileSearch(place) });
  await project.keep();
  return project;
}

async function loaded(
  root: string,
  files: FileStore,
  { settings }: CheckArguments,
  { shelf, search }: { readonly shelf: Shelf | null; readonly search: FileSearch | null },
): Promise<Project> {
  const project = new Project({
    files,
    git: () => null,
    log: quiet,
    pacer: new NodePacer(),
    ...(search && { search }),
    settings: { ...settings, folderName: basename(root) },
    ...(shelf && { shelf }),
  });
  await loadRecords(project);
  await project.scanReferences();
  return project;
}

async function findingsIn(
  files: FileStore,
  project: Project,
  { args, now, place }: { args: CheckArguments; now: number; place: CheckedPlace | null },
): Promise<readonly Finding[]> {
  reportUnread(project.partlyRead());
  return check({
    project,
    files,
    choices: args.choices,
    pacer: new NodePacer(),
    today: dateOfNumber(now),
    history: place && historyIn(place, project),
    signal: new AbortController().signal,
  });
}

function historyIn(place: CheckedPlace, project: Project): CheckPlace['history'] {
  return (named: readonly NamedPaths[]) => {
    const { tree } = project;
    return readPathHistory(place, named, (path) => tree !== null && (tree.has(path) || tree.hasDirectory(path)));
  };
}

/** The state at the base is read once, and the change then taken over as an editor would (docs/adr/0003). */
async function sinceBase(
  name: string,
  {
    args,
    root,
    now,
    disk,
    place,
  }: { args: CheckArguments; root: string; now: number; disk: FileStore; place: CheckedPlace },
): Promise<CheckedDirectory> {
  const { base, head } = await mergeBase(place.runner, place.repository, name);
  const since: ChangeSince = await changesSince(place, base, head);
  const files = new BaseFiles(disk, place, base, since);
  const project = await loaded(root, files, args, {
    shelf: null,
    search: new BaseSearch(new GitFileSearch(place), files, since),
  });
  const before = await findingsIn(files, project, { args, now, place });
  const recordsBefore = new Map(project.records().map((record) => [record.path, record]));
  const changed = new Set(since.changes.map(({ path }) => path));
  const partsBefore = await partTexts(project.records(), changed, files);
  files.showNow();
  await project.apply(since.changes);
  const parts = { before: partsBefore, now: await partTexts(project.records(), changed, files) };
  const findings = await findingsIn(files, project, { args, now, place });
  return {
    findings: newSince(before, findings, (path) => since.renamed.get(path) ?? path),
    change: { project, recordsBefore, parts, ...since },
  };
}
