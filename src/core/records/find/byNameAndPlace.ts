import { basename, dirname, segments, stem } from '../../files/paths';
import { isFolderDocument } from '../../names/spelling';
import type { FilePath } from '../../ports';
import { isDecided, type RecordKind } from '../record';
import { isPlainText, kindByName } from './documentNames';
import { folderRule, plainFolderName } from './folderNames';
import { type Candidate, kindByFolder } from './kindByFolder';
import { isIndexName, isNumbered, isPrefaceName, isProposalName, isSeriesName } from './nameShape';
import { isAttachmentFolder, type Place } from './place';

/** `017-slug`, `0023_slug`; not a date or a year. */
const inNumberedSeries = /^(?!(?:19|20)\d\d[-_])\d{3,5}[-_ .]{1,3}\p{L}/u;

/** In a tool's folder only a decision or proposal with a number is a record: no skill is. */
export function byConvention(path: FilePath, place: Place): Candidate | null {
  const found = kindByFolder(path, place) ?? (place.isHidden || place.isChangeLog ? null : byOwnName(path, place));
  const inSeries = found?.named && isDecided(found.kind);
  return place.isHidden && !inSeries ? null : found;
}

/**
 * What may be a decision by its number alone: a file of a series among documents (`docs/architecture/017-x.md`), or the
 * README of a numbered folder (`features/0023-x/README.md`). Two digits order chapters.
 */
export function byEvidence(path: FilePath, place: Place): Candidate | null {
  const folders = segments(dirname(path));
  if (isPlainText(path) || place.isHidden || place.isChangeLog || folders.some(isAttachmentFolder)) return null;
  // In a folder of records that folder's rules have decided already.
  if (folders.length === 0 || place.kindFolders.length > 0) return null;
  const isMain = /^(?:readme|index)$/i.test(stem(path));
  const name = isMain ? (folders.at(-1) ?? '') : stem(path);
  const isAmongDocuments = place.surroundings === 'documents' || (isMain && place.surroundings === 'neither');
  if (!isAmongDocuments || !inNumberedSeries.test(name)) return null;
  return { ...fileCandidate(path, isMain ? 'rfc' : 'decision', 'evidence'), name, named: true };
}

/**
 * `APE12.rst` among documents: its head has to state a type, as proposals in the manner of PEPs do. `core/cap-0021.md`:
 * its head has to state the number.
 */
export function asProposal(path: FilePath, place: Place): Candidate | null {
  const isElsewhere = isPlainText(path) || place.isHidden || place.isChangeLog || place.kindFolders.length > 0;
  const isInSeries = place.surroundings !== 'code' && isSeriesName(stem(path));
  if (isElsewhere || !(isInSeries || (place.surroundings === 'documents' && isProposalName(stem(path))))) return null;
  return { ...fileCandidate(path, 'rfc', 'evidence'), named: true };
}

/** `merge-queue/README.md` in a repository of proposals: it has to state whether it was accepted, and whose it is. */
export function asFolderOfProposal(path: FilePath, place: Place): Candidate | null {
  const [folder, ...deeper] = segments(dirname(path));
  if (folder === undefined || deeper.length > 0 || !isFolderDocument(path) || isPlainText(path)) return null;
  const isElsewhere = place.isHidden || place.isChangeLog || place.kindFolders.length > 0;
  if (isElsewhere || place.surroundings === 'code' || isAttachmentFolder(folder)) return null;
  return { ...fileCandidate(path, 'rfc', 'evidence'), name: folder, named: false };
}

/** A paper of a folder of designs, which has no number: it has to state whether it was accepted, and whose it is. */
export function asDesign(path: FilePath, place: Place): Candidate | null {
  const [folder, outer] = place.kindFolders;
  if (folder?.rule.trust !== 'series' || outer || folder.below.length > 0 || folder.surroundings === 'code')
    return null;
  const name = stem(path);
  if (isPlainText(path) || place.isHidden || place.isChangeLog || isIndexName(name) || isPrefaceName(name)) return null;
  return { ...fileCandidate(path, 'rfc', 'evidence'), named: false };
}

/** `DECISIONS.md`, `docs/architecture-decision-log.adoc`: one file for what others keep in a folder of that name. */
export function asLog(path: FilePath, place: Place): Candidate | null {
  const rule = folderRule(plainFolderName(stem(path)));
  if (rule?.kind !== 'decision' || isPlainText(path) || place.isHidden || place.isChangeLog) return null;
  // In a folder of records that folder's rules have decided already; a folder of designs says little about its files.
  const isJudged = place.kindFolders.some(({ rule }) => rule.trust !== 'series');
  if (isJudged || segments(dirname(path)).some(isAttachmentFolder)) return null;
  return { ...fileCandidate(path, 'decision', 'log'), named: false };
}

function byOwnName(path: FilePath, place: Place): Candidate | null {
  if (dirname(path).split('/').some(isAttachmentFolder)) return null;
  const kind = kindByName(path, place);
  return kind && { ...fileCandidate(path, kind, 'name'), named: true };
}

export function fileCandidate(path: FilePath, kind: RecordKind, how: Candidate['how']): Candidate {
  const name = kind === 'diagram' ? basename(path) : stem(path);
  return { path, kind, how, name, named: isNumbered(name), folder: null };
}
