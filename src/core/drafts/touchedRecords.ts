import type { FileStat } from '../activity/facts';
import { dirname } from '../files/paths';
import { relativeHref } from '../files/relativeHref';
import { isProsePath } from '../files/textPaths';
import { isDoubtful, shownStrength } from '../links/link';
import { recordLabel } from '../names/series';
import type { FilePath } from '../ports';
import type { ProjectView } from '../projectView';
import { type DocRecord, fileOf, isAboutCode } from '../records/record';
import { isRetired, livingSuccessors } from '../records/succession';
import { compareText } from '../text/compareText';
import type { RecordTie, TouchedRecord } from './handoffInput';

/** A file that the work changed, by its path relative to the workspace folder. */
export type TouchedFile = Pick<FileStat, 'path' | 'status'> & Partial<Pick<FileStat, 'added' | 'removed'>>;

const maxRecords = 12;
const maxFilesOfRecord = 5;
/** The links of more files than these tell nothing more about a day. */
const maxFiles = 500;

/** A record with what ties it to the files. */
interface Tie {
  readonly record: DocRecord;
  readonly how: TouchedRecord['how'];
  readonly strength: number;
  readonly files: readonly FilePath[];
  readonly ties: readonly RecordTie[];
}

/**
 * The decisions, RFCs and runbooks among the files, then those that are tied to one of the files, strongest first. A
 * retired record is listed only where it changed itself, because its scope and what it names no longer count.
 * @param draft where the draft is or will be; links begin in its folder
 * @param most records, 12 where it is not given
 * @param cited whether retired records that a file cites are listed too
 */
export function touchedRecords(
  view: Pick<ProjectView, 'record' | 'linksFor'>,
  files: readonly TouchedFile[],
  draft: FilePath,
  cited: 'in-force' | 'retired-too' = 'in-force',
  most: number = maxRecords,
): TouchedRecord[] {
  const changed = changedRecords(view, files);
  const tied = tiedRecords(view, files, changed, cited);
  const ties = [...changed.values(), ...[...tied.values()].sort(strongestFirst)];
  return ties.slice(0, most).flatMap((tie) => touchedRecord(tie, dirname(draft), view) ?? []);
}

function changedRecords(view: Pick<ProjectView, 'record'>, files: readonly TouchedFile[]): Map<FilePath, Tie> {
  const ties = new Map<FilePath, Tie>();
  for (const { path, status, added, removed } of files) {
    const record = view.record(path);
    if (record === undefined || !isAboutCode(record.kind)) continue;
    // A record that was only moved decides nothing new.
    if (status === 'renamed' && added === 0 && removed === 0) continue;
    const isNew = status === 'added' || ties.get(path)?.how === 'added';
    ties.set(path, { record, how: isNew ? 'added' : 'changed', strength: 1, files: [], ties: [] });
  }
  return ties;
}

function tiedRecords(
  view: Pick<ProjectView, 'linksFor'>,
  files: readonly TouchedFile[],
  changed: ReadonlyMap<FilePath, Tie>,
  cited: 'in-force' | 'retired-too',
): Map<FilePath, Tie> {
  const ties = new Map<FilePath, Tie>();
  const paths = [...new Set(files.map(({ path }) => path))].filter((path) => !changed.has(path));
  for (const path of paths.slice(0, maxFiles)) {
    for (const link of view.linksFor(path)) {
      const { record, strength, reason } = link;
      if (isDoubtful(link)) continue;
      if (strength < shownStrength || changed.has(record.path) || !isAboutCode(record.kind)) continue;
      if (isRetired(record) && (cited === 'in-force' || reason !== 'reference')) continue;
      // A README or a changelog that cites a decision, or is named by one, is not what the decision is about.
      if (reason !== 'scope' && isProsePath(path)) continue;
      const known = ties.get(record.path);
      const named = [...(known?.files ?? []), path].slice(0, maxFilesOfRecord);
      const tied = [...(known?.ties ?? []), { file: path, evidence: link.detail }].slice(0, maxFilesOfRecord);
      ties.set(record.path, {
        record,
        how: howOf(tied),
        strength: Math.max(strength, known?.strength ?? 0),
        files: named,
        ties: tied,
      });
    }
  }
  return ties;
}

/** The surest of a record's ties. */
function howOf(ties: readonly RecordTie[]): TouchedRecord['how'] {
  const reasons = new Set(ties.map(({ evidence }) => evidence.reason));
  if (reasons.has('scope')) return 'scope';
  return reasons.has('reference') ? 'cites' : 'names';
}

function strongestFirst(a: Tie, b: Tie): number {
  return b.strength - a.strength || compareText(a.record.path, b.record.path);
}

function touchedRecord(
  { record, how, files, ties }: Tie,
  folder: FilePath,
  view: Pick<ProjectView, 'record'>,
): TouchedRecord | null {
  const { kind, path, title, status, statusText } = record;
  if (!isAboutCode(kind)) return null;
  return {
    path,
    href: relativeHref(folder, fileOf(record)) + path.slice(fileOf(record).length),
    kind,
    label: recordLabel(record),
    title,
    status,
    statusText,
    ...(isRetired(record) && {
      replacedBy: livingSuccessors(record, (at) => view.record(at)).map((next) => recordLabel(next) ?? next.title),
    }),
    how,
    files,
    ties,
  };
}
