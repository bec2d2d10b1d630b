import { basename, join, segments } from '../../files/paths';
import type { FilePath } from '../../ports';
import { isDecided, type RecordKind } from '../record';
import {
  attachmentFolders,
  changeLogFolder,
  codeFolders,
  copyFolders,
  documentFolders,
  type FolderRule,
  fixtureFolders,
  folderRule,
  languageFolder,
  plainFolderName,
  testFolder,
} from './folderNames';

/** What the folders above a file are: documents, code, or neither (`services/billing`). The nearest word counts. */
export type Surroundings = 'documents' | 'code' | 'neither';

/** A folder on the way to a file whose name makes its files records. */
export interface KindFolder {
  readonly path: FilePath;
  readonly rule: FolderRule;
  readonly surroundings: Surroundings;
  /** Names of the folders between it and the file, as written. */
  readonly below: readonly string[];
}

/** Everything that a folder's path says of the files directly in it. */
export interface Place {
  /** Sample data, scaffolding, copies or tests: nothing in there is a record. */
  readonly isFixture: boolean;
  /** Among the entries of a change log, which are named for what they change. */
  readonly isChangeLog: boolean;
  /** In a tool's own folder (`.claude`, `.vscode`), where most documents instruct a program. */
  readonly isHidden: boolean;
  readonly surroundings: Surroundings;
  /** In a language's folder of the documentation: a guide there is a translation, as a rule. */
  readonly isTranslation: boolean;
  /** Innermost first. */
  readonly kindFolders: readonly KindFolder[];
}

/** What the folders above a file say of the records in them. */
export function placeOf(directory: FilePath): Place {
  const parts = segments(directory);
  const plain = parts.map(plainFolderName);
  const kindFolders = plain.flatMap((name, at): KindFolder[] => {
    const rule = folderRule(name);
    // `rfcs/048-concepts-rfcs` is a record that is about others.
    if (!rule || (at > 0 && /^\d{3,}[-_ ]/.test(parts[at] ?? '') && plain.slice(0, at).some(isFolderOfDecided)))
      return [];
    const surroundings = surroundingsOf(plain.slice(0, at));
    return [{ path: join(...parts.slice(0, at + 1)), rule, surroundings, below: parts.slice(at + 1) }];
  });
  const first = plain.findIndex((name) => folderRule(name) !== undefined);
  return {
    isFixture: parts.some((part) => part.includes('{{')) || isFixture(plain, first < 0 ? plain.length : first),
    isChangeLog: plain.some((name) => changeLogFolder.test(name)),
    isHidden: plain.some(
      (name, at) => (name.startsWith('.') && !documentFolders.has(name)) || isForAgents(name, plain[at - 1]),
    ),
    isTranslation: plain.some((name, at) => languageFolder.test(name) && documentFolders.has(plain[at - 1] ?? '')),
    surroundings: surroundingsOf(plain),
    kindFolders: kindFolders.reverse(),
  };
}

function isFolderOfDecided(plainName: string): boolean {
  const kind = folderRule(plainName)?.kind;
  return kind !== undefined && isDecided(kind);
}

/** The innermost folder of one kind. */
export function kindFolder(place: Place, kind: RecordKind): KindFolder | undefined {
  return place.kindFolders.find((folder) => folder.rule.kind === kind);
}

/** The workspace folder itself counts as documents: what lies at the top is meant to be read. */
function surroundingsOf(plain: readonly string[]): Surroundings {
  if (plain.length === 0) return 'documents';
  const telling = plain.findLast((name) => documentFolders.has(name) || codeFolders.has(name));
  if (telling === undefined) return 'neither';
  return documentFolders.has(telling) ? 'documents' : 'code';
}

/** Directly in the workspace folder or a folder of documents, not in a section of theirs. */
export function isTopOfDocuments(directory: FilePath): boolean {
  return directory === '' || documentFolders.has(plainFolderName(basename(directory)));
}

/** `.github/agents`: what a forge keeps there instructs a program, as a tool's own folder does. */
function isForAgents(name: string, above: string | undefined): boolean {
  return above === '.github' && /^(?:agents|prompts|skills|instructions|chatmodes)$/.test(name);
}

/** A word for tests inside a folder of records (`docs/adr/tests`) is a topic, not a place of test data. */
function isFixture(plain: readonly string[], firstKindFolder: number): boolean {
  return plain.some((name, at) => {
    if (fixtureFolders.has(name)) return true;
    if (at >= firstKindFolder) return false;
    return copyFolders.has(name) || (testFolder.test(name) && !documentFolders.has(plain[at + 1] ?? ''));
  });
}

/** Whether a program's folder stands between a folder of records and the file. */
export function hasCodeBelow({ below }: KindFolder): boolean {
  return below.some((segment) => codeFolders.has(plainFolderName(segment)));
}

export function isAttachmentFolder(segment: string): boolean {
  return attachmentFolders.has(plainFolderName(segment));
}
