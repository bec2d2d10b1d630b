import { stem } from '../../files/paths';
import type { FilePath } from '../../ports';
import { isDecided, type RecordKind } from '../record';
import { isPlainText } from './documentNames';
import { isAlertName, isIetfName, isIndexName, isNumbered, isPrefaceName, leadingNumber } from './nameShape';
import { hasCodeBelow, isAttachmentFolder, type KindFolder, kindFolder, type Place } from './place';

/** A file that its place or name makes a record; its content has the last word (templates, indexes, include stubs). */
export interface Candidate {
  readonly path: FilePath;
  readonly kind: RecordKind;
  /**
   * What found it: a setting of the user, a tool's config file, a folder's name or the file's own name. `evidence`: only a
   * number in its name, so that its content must show that it is a decision. `log`: it is called as a folder of
   * decisions is, and must hold several.
   */
  readonly how: 'setting' | 'config' | 'folder' | 'name' | 'evidence' | 'log';
  /**
   * What carries id and slug: the file name without its extension, or the folder's name where the record is the
   * README or index of a numbered or dated folder.
   */
  readonly name: string;
  /** `name` has a number, a date or a known prefix. Where false, only the content can tell a record from a note. */
  readonly named: boolean;
  /** The folder whose name or configuration made it a record; null where the file's own name did. */
  readonly folder: FilePath | null;
}

/** Where a path goes through folders of several kinds, a numbered file belongs to the first of these. */
const priority: readonly RecordKind[] = ['decision', 'rfc', 'runbook', 'handoff', 'guide'];

/** What a record in a folder of its own is called; also the folder's index (`README`, `index`). */
const mainDocumentNames: ReadonlySet<string> = new Set([
  'adr',
  'decision',
  'rfc',
  'proposal',
  'record',
  'readme',
  'index',
]);

/**
 * The candidate that a document is because of the folders it lies in, or null. In `docs/adr/operations` a numbered file
 * is a decision that concerns operations; one without a number is what the innermost folder says.
 */
export function kindByFolder(path: FilePath, place: Place): Candidate | null {
  if (place.kindFolders.length === 0) return null;
  const found = priority.flatMap((kind) => {
    if (kind === 'guide' && place.isTranslation) return [];
    const folder = kindFolder(place, kind);
    return (folder && inKindFolder(path, folder)) ?? [];
  });
  const depth = (candidate: Candidate) => candidate.folder?.length ?? 0;
  return found.find((candidate) => candidate.named) ?? found.sort((one, other) => depth(other) - depth(one))[0] ?? null;
}

/** The candidate that a document is because it lies in this folder, or null. */
export function inKindFolder(path: FilePath, folder: KindFolder): Candidate | null {
  if (folder.below.some(isAttachmentFolder)) return null;
  const own = recordFolder(folder.below.at(-1), folder);
  const fileName = stem(path);
  if (own !== null && mainDocumentNames.has(fileName.toLowerCase())) {
    return isTrusted(path, true, folder) ? candidate(path, own, true, folder) : null;
  }
  const numbered = isNumbered(fileName);
  const holder = own ?? folderOfDecided(folder);
  if (holder !== null && !(numbered && isAsLong(fileName, holder))) return null;
  if (isAboutTheFolder(fileName, folder)) return null;
  return isTrusted(path, numbered, folder) ? candidate(path, fileName, numbered, folder) : null;
}

/**
 * The name of the folder that is the record itself: dated or numbered, with the text in its README. Two digits order
 * areas of decisions (`01-infrastructure`), and four alone are a year; proposals are numbered from 1.
 */
function recordFolder(name: string | undefined, { rule }: KindFolder): string | null {
  const number = name === undefined ? null : leadingNumber(name);
  if (name === undefined || number === null || /^(?:19|20)\d\d$/.test(name)) return null;
  return number.length >= 3 || rule.kind === 'rfc' ? name : null;
}

/** The same for what lies deeper in the folder of a decision or proposal: `0088-notes/talks/x.md` belongs to it, too. */
function folderOfDecided(folder: KindFolder): string | null {
  if (!isDecided(folder.rule.kind)) return null;
  return folder.below.map((name) => recordFolder(name, folder)).findLast((name) => name !== null) ?? null;
}

/** The date that the name of a note of one day begins with: `2024-05-06`, `20240506`. */
const day = /^(?:19|20)\d\d([-_.]?)\d\d\1\d\d(?!\d)/;

/** `0007-x/0007-x.md` is a record, `086-x/01-overview.md` a chapter of one, `0007-x/2024-05-06-talk.md` a note on it. */
function isAsLong(fileName: string, folderName: string): boolean {
  if (day.test(fileName) && !day.test(folderName)) return false;
  return (leadingNumber(fileName)?.length ?? 0) >= (leadingNumber(folderName)?.length ?? 0);
}

/** Whether a page is about its folder, by its name. Of the README in a runbook's own folder the text decides. */
function isAboutTheFolder(fileName: string, { rule, below }: KindFolder): boolean {
  if (rule.kind === 'runbook' && below.length > 0 && fileName.toLowerCase() === 'readme') return false;
  if (isIndexName(fileName)) return true;
  return isDecided(rule.kind) && isPrefaceName(fileName);
}

function isTrusted(path: FilePath, numbered: boolean, folder: KindFolder): boolean {
  const { rule, surroundings, below } = folder;
  const series = isDecided(rule.kind);
  if (isPlainText(path) && !(numbered && rule.kind === 'decision')) return false;
  if (series && !numbered && hasCodeBelow(folder)) return false;
  if (rule.kind === 'rfc' && isIetfName(stem(path))) return false;
  switch (rule.trust) {
    case 'numbered':
      // A date alone is the name of minutes or news beside a series of proposals.
      return numbered && !(series && day.exec(stem(path))?.[0] === stem(path));
    case 'series':
      return below.length === 0 && surroundings !== 'code' && (leadingNumber(stem(path))?.length ?? 0) >= 4;
    case 'text':
      return folder.path === 'text' && /^\d{4}-/.test(stem(path));
    case 'outer':
      return numbered && !folder.path.includes('/');
    case 'alerts':
      return isAlertName(stem(path)) && surroundings !== 'code' && below.length <= 1;
    case 'direct':
      return below.length === 0 && surroundings === 'documents';
    case 'certain':
      return surroundings !== 'code' || (numbered && series) || rule.kind === 'runbook';
    case 'contextual':
      return surroundings === 'documents' || (surroundings === 'neither' ? rule.kind !== 'guide' : numbered && series);
  }
}

function candidate(path: FilePath, name: string, named: boolean, folder: KindFolder): Candidate {
  const how = folder.rule.trust === 'direct' ? 'evidence' : 'folder';
  return { path, kind: folder.rule.kind, how, name, named, folder: folder.path };
}
