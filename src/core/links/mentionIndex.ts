import { ancestors, basename, dirname, extension, resolveIn, stem } from '../files/paths';
import { includesRemote, type Remote } from '../forge/remotes';
import { parseRepositoryUrl } from '../forge/repositoryUrl';
import { MultiMap } from '../multiMap';
import type { FilePath } from '../ports';
import { isAboutCode, type Mention, type ParsedRecord } from '../records/record';
import { hasScheme } from '../text/scheme';
import { withoutEnd } from '../text/withoutEnd';
import type { ListedFiles } from './scopeIndex';

export interface MentionedFiles extends ListedFiles {
  has(path: FilePath): boolean;
  hasDirectory(path: FilePath): boolean;
  /** The files with that name, whatever their extension. */
  filesCalled(name: string): readonly FilePath[];
}

/** A record whose text names a file, or a folder that the file is in. */
export interface MentionHit {
  readonly record: FilePath;
  readonly mention: Mention;
  /** For a file: how many files the record names in all. For a folder: how many files are in it. */
  readonly files: number;
  /** Too little to be shown on its own: a folder, a file that many records name, a name in a guide or a note. */
  readonly weak: boolean;
}

/** What a record's mentions lead to, in one version of the files. */
interface Targets {
  readonly version: number;
  readonly files: ReadonlyMap<FilePath, Mention>;
  readonly folders: ReadonlyMap<FilePath, Mention>;
}

/** A file that more records name concerns everyone. */
const maxRecords = 4;
/** File names that are too common to identify a file. */
const common =
  /^(?:index|main|mod|lib|types?|config|utils?|helpers?|constants|app|setup|settings|models?|views|readme|changelog|license|contributing|package|build|makefile|dockerfile|tests?|conftest|__init__)(?:\.|$)/i;
/** `package.lib.fields`: a module of three parts or more. */
const dotted = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*){2,10}$/;
/** A link to a file as of a commit: the file at that path may be another one now. */
const pinned = /\/(?:blob|tree|raw|src)\/(?:commit\/)?[0-9a-f]{40}\//;

/** A mention of a folder with more files is too weak for one of them. */
const maxFolderFiles = 100;

const place = /(?::\d{1,7}(?:[-:]\d{1,7})?|#.*)$/;

/** The path in a mention, without line numbers, fragment and closing slash; null where it is a glob or no path. */
function pathOf(text: string): string | null {
  const path = withoutEnd(text.replace(place, ''), '/');
  return path === '' || /[*?{}]/.test(path) || hasScheme(path) ? null : path;
}

/** Where a path that a record names may lead: beside the record, then in any folder above it. Empty for globs and addresses. */
export function mentionedPaths(text: string, record: FilePath): readonly FilePath[] {
  const path = pathOf(text);
  if (path === null) return [];
  const bases = /^\.{1,2}\//.test(path) ? [dirname(record)] : [...ancestors(record)];
  return bases.flatMap((base) => resolveIn(base, path) ?? []);
}

/** The last parts that a file's path may have where a text means that file. */
function namesOf(text: string): readonly string[] {
  const name = basename(withoutEnd(text.replace(place, ''), '/'));
  return dotted.test(text) ? [name, text.slice(text.lastIndexOf('.') + 1)] : [name];
}

/** The same for all mentions of a record. Computed again for deletion: kept, they take more memory than the index. */
function namesIn({ mentions }: ParsedRecord): ReadonlySet<string> {
  return new Set(mentions.flatMap(({ text }) => namesOf(text)));
}

/** Whether a file name may be enough to identify a file. */
function isOwnName(name: string): boolean {
  return /^[\w-]{4,}\.[A-Za-z]\w{0,9}$/.test(name) && !common.test(name);
}

/** Paths that records name, from the side of the file. Indexed by the last part of the path, and resolved on demand. */
export class MentionIndex {
  private readonly records = new Map<FilePath, ParsedRecord>();
  private readonly byName = new MultiMap<string, FilePath>();
  private readonly resolved = new Map<FilePath, Targets>();

  constructor(
    private readonly files: MentionedFiles,
    private readonly remotes: readonly Remote[],
  ) {}

  set(record: ParsedRecord): void {
    this.delete(record.path);
    if (record.mentions.length === 0) return;
    this.records.set(record.path, record);
    for (const name of namesIn(record)) this.byName.add(name, record.path);
  }

  delete(path: FilePath): void {
    const record = this.records.get(path);
    if (record) for (const name of namesIn(record)) this.byName.delete(name, path);
    this.records.delete(path);
    this.resolved.delete(path);
  }

  /** Records that name the file, or failing that the closest folder above it that they name. */
  naming(file: FilePath): readonly MentionHit[] {
    const above = [...ancestors(file)].filter((folder) => folder !== '');
    const names = [...[file, ...above].map((path) => basename(path)), stem(file)];
    const candidates = new Set(names.flatMap((name) => [...this.byName.get(name)]));
    const isCrowded = [...candidates].filter((record) => this.targets(record).files.has(file)).length > maxRecords;
    const hits: MentionHit[] = [];
    for (const record of candidates) {
      const targets = this.targets(record);
      const mention = targets.files.get(file);
      const folder = above.find((path) => targets.folders.has(path));
      const inFolder = folder === undefined ? undefined : targets.folders.get(folder);
      const weak = isCrowded || !isAboutCode(this.records.get(record)?.kind ?? 'guide');
      if (mention) hits.push({ record, mention, files: targets.files.size, weak });
      else if (inFolder && folder !== undefined) {
        const files = this.files.filesUnder(folder).length;
        if (files <= maxFolderFiles) hits.push({ record, mention: inFolder, files, weak: true });
      }
    }
    return hits;
  }

  private targets(record: FilePath): Targets {
    const known = this.resolved.get(record);
    if (known?.version === this.files.version) return known;
    const files = new Map<FilePath, Mention>();
    const folders = new Map<FilePath, Mention>();
    for (const mention of this.records.get(record)?.mentions ?? []) {
      const paths = this.pathsOf(mention, record);
      const path = paths.find((one) => this.files.has(one) || this.files.hasDirectory(one)) ?? this.byEnd(mention.text);
      const targets = path !== undefined && this.files.has(path) ? files : folders;
      if (path !== undefined && !targets.has(path)) targets.set(path, mention);
    }
    const targets = { version: this.files.version, files, folders };
    this.resolved.set(record, targets);
    return targets;
  }

  /** The only file whose path ends so: `billing/ledger.ts`, `ledger.ts` unless that is a common name, `pkg.lib.ledger`. */
  private byEnd(text: string): FilePath | undefined {
    const written = pathOf(text)?.replace(/^\.?\//, '');
    const isModule = dotted.test(text);
    const path = isModule ? text.replaceAll('.', '/') : written;
    if (path === undefined || path.startsWith('../') || (!path.includes('/') && !isOwnName(path))) return undefined;
    const alike = this.files.filesCalled(isModule ? basename(path) : stem(path)).filter((file) => {
      const end = isModule ? file.slice(0, file.length - extension(file).length) : file;
      return end === path || end.endsWith(`/${path}`);
    });
    return alike.length === 1 ? alike[0] : undefined;
  }

  private pathsOf({ text }: Mention, record: FilePath): readonly FilePath[] {
    const url = parseRepositoryUrl(text);
    if (url) return includesRemote(this.remotes, url.remote) && !pinned.test(text) ? url.paths : [];
    return mentionedPaths(text, record);
  }
}
