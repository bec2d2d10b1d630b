import { documentPath } from '../../files/documentPath';
import type { FileTree } from '../../files/fileTree';
import { compileGlob, compileGlobs, type PathMatcher } from '../../files/globs';
import { dirname, isInside, segments, stem } from '../../files/paths';
import { isProsePath } from '../../files/textPaths';
import { isAntoraConfig } from '../../names/antora';
import { isFolderDocument } from '../../names/spelling';
import type { FilePath, FileStore } from '../../ports';
import type { RecordKind } from '../record';
import {
  asDesign,
  asFolderOfProposal,
  asLog,
  asProposal,
  byConvention,
  byEvidence,
  fileCandidate,
} from './byNameAndPlace';
import { configuredFolders, isFinderConfig } from './configuredFolders';
import { Copies } from './copies';
import { isDiagram, isPlainText } from './documentNames';
import { type FolderRule, folderRule, ownRules, plainFolderName } from './folderNames';
import { type Candidate, inKindFolder } from './kindByFolder';
import { isLeftoverName, isTemplateName } from './nameShape';
import { type Place, placeOf } from './place';

/** What settings add to or take from the records that are found. Globs as in `compileGlob`, relative to the folder. */
export interface FindSettings {
  readonly include: readonly { readonly glob: string; readonly kind: RecordKind }[];
  /** Wins over everything else, `include` too. */
  readonly exclude: readonly string[];
  /** The folder's own name, where it is known: `docs/adr` may be opened by itself. */
  readonly folderName?: string;
}

export const noSettings: FindSettings = { include: [], exclude: [] };

const configuredRule: FolderRule = { kind: 'decision', trust: 'certain' };

/**
 * Says which files are records, by their paths: settings first, then the config files of other tools, then the names
 * of folders, then the file's own name. A pure function of the path and what was loaded, so a file that comes or goes
 * changes nothing for the others. The content has the last word, with the reader.
 */
export class RecordFinder {
  private readonly places = new Map<FilePath, Place>();
  private readonly included: readonly { readonly matches: PathMatcher; readonly kind: RecordKind }[];
  private readonly excluded: PathMatcher;
  /** What the folder's own name says of the files right in it. */
  private readonly ownRules: readonly FolderRule[];

  /**
   * @param folders folders of decisions that config files name
   * @param copies further files of records: translations, copies, links
   */
  constructor(
    private readonly folders: readonly FilePath[],
    settings: FindSettings,
    readonly copies: Copies | null = null,
  ) {
    this.included = settings.include.flatMap(({ glob, kind }) => {
      const matches = compileGlob(glob);
      return matches ? [{ matches, kind }] : [];
    });
    this.excluded = compileGlobs(settings.exclude);
    this.ownRules = ownRules(folderRule(plainFolderName(settings.folderName ?? '')));
  }

  /** Reads the config files in the tree; those that cannot be read or understood are skipped. Never rejects. */
  static async load(
    store: FileStore,
    tree: FileTree,
    settings: FindSettings,
    signal: AbortSignal,
  ): Promise<RecordFinder> {
    return new RecordFinder(await configuredFolders(store, tree, signal), settings, new Copies(tree));
  }

  /** Whether a change of the file may change what is found, so that `load` is to be called again. */
  isConfigFile(path: FilePath): boolean {
    return isFinderConfig(path) || isAntoraConfig(path);
  }

  /** What the path makes of a file, or null where it is no record. */
  candidate(path: FilePath): Candidate | null {
    if (this.excluded(path) || this.isLinkToRecord(path)) return null;
    const found =
      this.bySetting(path) ??
      (isDiagram(path) ? this.diagram(path) : isProsePath(path) ? this.document(documentPath(path)) : null);
    return found && { ...found, path };
  }

  /** Whether a path is a symbolic link to a record: of the two only the file itself is the record. */
  private isLinkToRecord(path: FilePath): boolean {
    const linked = this.copies?.linkedFile(path) ?? null;
    return linked !== null && this.candidate(linked) !== null;
  }

  private bySetting(path: FilePath): Candidate | null {
    const setting = this.included.find(({ matches }) => matches(path));
    return setting ? { ...fileCandidate(path, setting.kind, 'setting'), named: true } : null;
  }

  private diagram(path: FilePath): Candidate | null {
    return this.place(dirname(path)).isFixture ? null : fileCandidate(path, 'diagram', 'name');
  }

  private document(path: FilePath): Candidate | null {
    const name = stem(path);
    if (isTemplateName(name) || isLeftoverName(name)) return null;
    if (this.copies?.isTranslation(path) || this.copies?.isBuilt(path)) return null;
    const place = this.place(dirname(path));
    if (place.isFixture) return this.byConfig(path);
    return (
      this.byConfig(path) ??
      byConvention(path, place) ??
      this.byOwnRule(path) ??
      byEvidence(path, place) ??
      asProposal(path, place) ??
      asLog(path, place) ??
      this.asOnlyDocument(path, place) ??
      asDesign(path, place)
    );
  }

  /** In a folder that the configuration of a tool names, every document counts, whatever the folder is called. */
  private byConfig(path: FilePath): Candidate | null {
    const folder = this.folders.findLast((candidate) => isInside(path, candidate));
    if (folder === undefined) return null;
    const below = segments(dirname(path)).slice(segments(folder).length);
    // Where a tool keeps its decisions at the top, only what lies at the top is one.
    if (folder === '' && below.length > 0) return null;
    const found = inKindFolder(path, { path: folder, rule: configuredRule, surroundings: 'documents', below });
    return found && { ...found, how: 'config' };
  }

  private byOwnRule(path: FilePath): Candidate | null {
    const below = segments(dirname(path));
    if (below.length > 1) return null;
    for (const rule of this.ownRules) {
      const found = inKindFolder(path, { path: '', rule, surroundings: 'documents', below });
      if (found) return found;
    }
    return this.ownRules.some(({ kind }) => kind === 'rfc')
      ? asFolderOfProposal(path, this.place(dirname(path)))
      : null;
  }

  /** `docs/adr/README.md` that has no record beside it or below: it may be the log itself, not an index. */
  private asOnlyDocument(path: FilePath, { kindFolders: [folder], isHidden, isChangeLog }: Place): Candidate | null {
    if (folder === undefined || !this.isInOwnFolder(path)) return null;
    if (folder.surroundings === 'code' || isHidden || isChangeLog) return null;
    if (!isFolderDocument(path) || isPlainText(path) || this.copies === null) return null;
    // READMEs of folders of decisions further down are not asked about: the work would double with each such folder.
    const isOther = (file: FilePath) => isProsePath(file) && !(isFolderDocument(file) && this.isInOwnFolder(file));
    if (this.copies.filesUnder(folder.path).some((file) => isOther(file) && this.candidate(file) !== null)) return null;
    return { ...fileCandidate(path, 'decision', 'log'), named: false };
  }

  /** The READMEs that are a log only as long as none of `files` is a record. @param files those that came or went */
  logsOver(files: Iterable<FilePath>): readonly FilePath[] {
    const folders = new Set<FilePath>();
    for (const file of files) {
      for (const { path, rule } of this.place(dirname(file)).kindFolders)
        if (rule.kind === 'decision') folders.add(path);
    }
    return [...folders].flatMap((folder) => {
      const all = this.copies?.filesUnder(folder) ?? [];
      return all.filter((path) => isFolderDocument(path) && dirname(path) === folder);
    });
  }

  /** Whether a file lies right in a folder of decisions. */
  private isInOwnFolder(path: FilePath): boolean {
    const folder = dirname(path);
    const [innermost] = this.place(folder).kindFolders;
    return innermost?.rule.kind === 'decision' && innermost.path === folder;
  }

  private place(directory: FilePath): Place {
    const known = this.places.get(directory);
    if (known) return known;
    const place = placeOf(directory);
    this.places.set(directory, place);
    return place;
  }
}
