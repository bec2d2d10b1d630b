import { readText } from '../files/readText';
import type { Reference } from '../links/link';
import { append, groupedBy } from '../lists';
import type { World } from '../names/nameLookup';
import type { FilePath, FileStore, Pacer } from '../ports';
import type { ProjectView } from '../projectView';
import { type DocRecord, fileOf } from '../records/record';
import { isRetired } from '../records/succession';
import { titledRecords } from '../rules/ambiguousRecord';
import { LinkedAnchors } from '../rules/anchors';
import { linkedRecords } from '../rules/brokenLink';
import { CheckedFile } from '../rules/checkedFile';
import { findIn, isSwitchedOn, type SeverityChoices } from '../rules/findIn';
import type { Finding } from '../rules/finding';
import type { PathHistory } from '../rules/pathHistory';
import type { Practice } from '../rules/practice';
import type { CheckedFiles, Known } from '../rules/rule';
import { SeriesKept } from '../rules/seriesKept';
import { aliasedPages } from '../rules/staleSlug';
import { compareText } from '../text/compareText';
import type { LocalDate } from '../time/localDate';
import { type NamedPaths, namedPaths } from './namedPaths';

/** What a check needs of a workspace folder. */
export interface CheckedProject
  extends Pick<ProjectView, 'records' | 'record' | 'recordsIn' | 'copiesOf' | 'allReferences'> {
  readonly world: World | null;
  readonly tree: CheckedFiles | null;
}

export interface CheckPlace {
  readonly project: CheckedProject;
  readonly files: FileStore;
  /** Asks git. Rejects where git could not answer; null where it must not or cannot be asked. */
  readonly history: ((named: readonly NamedPaths[]) => Promise<PathHistory>) | null;
  readonly today: LocalDate;
  readonly choices: SeverityChoices;
  readonly pacer: Pacer;
  /** Aborted where the person stops the check. */
  readonly signal: AbortSignal;
  /** Reports how many files have been checked, of how many. */
  report?(done: number, all: number): void;
}

/** Everything that the rules find in a folder, by file and place. @throws what the signal was aborted with */
export async function check(place: CheckPlace): Promise<readonly Finding[]> {
  return (await checkWhole(place)).findings;
}

/** What a check found, and what a later check of single files needs of it. */
export interface WholeCheck {
  readonly findings: readonly Finding[];
  /** What git said; null where it was not asked. */
  readonly history: PathHistory | null;
}

/** As `check`. */
export async function checkWhole(place: CheckPlace): Promise<WholeCheck> {
  const history = await historyOf(place);
  return { findings: await checkFiles(place, history), history };
}

/**
 * What the rules find, without asking git again.
 * @param history what git answered before; null where it was not asked
 * @param only the files to check; all of them where it is absent
 * @throws what the signal was aborted with
 */
export async function checkFiles(
  place: Omit<CheckPlace, 'history'>,
  history: PathHistory | null,
  only?: readonly FilePath[],
): Promise<readonly Finding[]> {
  const { project, files, pacer, signal, choices } = place;
  const anchors = new LinkedAnchors(files);
  const known = knownIn(project, place.today, history, (path) => anchors.of(path));
  if (known === null) return [];
  const references = referencesByFile(project);
  const records = groupedBy(project.records(), fileOf);
  const all = new Set([...records.keys(), ...suspicious(references, known)]);
  const paths = (only ? only.filter((path) => all.has(path)) : [...all]).sort(compareText);
  const findings: Finding[] = [];
  for (const [done, path] of paths.entries()) {
    signal.throwIfAborted();
    place.report?.(done, paths.length);
    const read = await readText(files, path);
    const own = records.get(path) ?? [];
    // A file that cannot be read is checked as an empty text: a rule reports that it is damaged.
    const text = read.ok ? read.text : '';
    const file = new CheckedFile(path, text, references.get(path) ?? [], own);
    await anchors.read([...linkedRecords(file, known), ...aliasedPages(file), ...titledRecords(file)]);
    findings.push(...findIn(file, known, choices));
    await pacer.breathe();
  }
  return findings;
}

/** What findings depend on beside the text of their file. */
export interface Ground {
  readonly records: readonly DocRecord[];
  /** Version of the list of files; null before it was read. */
  readonly files: number | null;
}

export function groundOf(project: Pick<CheckedProject, 'records' | 'tree'>): Ground {
  return { records: project.records(), files: project.tree?.version ?? null };
}

/** Whether only files whose own text changed can have other findings. Unchanged records are the same objects. */
export function isSameGround(one: Ground, other: Ground): boolean {
  const isSame = one.files === other.files && one.records.length === other.records.length;
  return isSame && one.records.every((record, at) => record === other.records[at]);
}

/**
 * What the rules find in one text of a folder, which may not be saved yet. It runs at each pause in typing, so the text
 * is read only where a rule may find something.
 */
export function checkText(
  project: CheckedProject,
  { path, references, text }: Pick<CheckedFile, 'path' | 'references'> & { readonly text: () => string },
  { today, history, choices }: Pick<CheckPlace, 'today' | 'choices'> & { readonly history: PathHistory | null },
): readonly Finding[] {
  const known = knownIn(project, today, history);
  if (known === null) return [];
  const records = project.recordsIn(path);
  if (records.length === 0 && !references.some((reference) => isSuspicious(reference, known))) return [];
  return findIn(new CheckedFile(path, text(), references, records), known, choices);
}

/** What rules may ask of a folder; null until its records have been read. */
function knownIn(
  project: CheckedProject,
  today: LocalDate,
  history: PathHistory | null,
  anchorsOf: Known['anchorsOf'] = () => null,
): Known | null {
  const { world, tree } = project;
  if (world === null || tree === null) return null;
  const records = project.records();
  const cited = () => project.allReferences().map(({ reference }) => reference);
  const counted = new Map<unknown, Practice>();
  const known: Known = {
    record: (path) => project.record(path),
    records,
    series: new SeriesKept(records, () => tree.files(), cited),
    copiesOf: (path) => project.copiesOf(path),
    world,
    files: tree,
    today,
    history,
    anchorsOf,
    practice(count) {
      const practice = counted.get(count) ?? count(known);
      counted.set(count, practice);
      return practice;
    },
  };
  return known;
}

function referencesByFile(project: CheckedProject): ReadonlyMap<FilePath, readonly Reference[]> {
  const byFile = new Map<FilePath, Reference[]>();
  for (const { file, reference } of project.allReferences()) append(byFile, file, reference);
  return byFile;
}

/** Files in which a rule may find something: in most files, every reference resolves to a record in force. */
function suspicious(references: ReadonlyMap<FilePath, readonly Reference[]>, known: Known): readonly FilePath[] {
  return [...references].flatMap(([path, found]) => (found.some((one) => isSuspicious(one, known)) ? path : []));
}

function isSuspicious({ resolution, stale, target }: Reference, known: Known): boolean {
  if (resolution !== 'resolved' || stale) return true;
  const record = target === null ? undefined : known.record(target);
  return record !== undefined && isRetired(record);
}

/** What git knows of the paths that records name. */
async function historyOf({ project, history, choices }: CheckPlace): Promise<PathHistory | null> {
  const { tree } = project;
  if (history === null || tree === null || choices['gone-path'] === 'off') return null;
  const named = namedPaths(project.records(), tree, isSwitchedOn('drifted-path', choices));
  return named.length > 0 ? history(named) : null;
}
