import { ancestors, basename, dirname, resolveIn } from '../files/paths';
import { includesRemote, type Remote } from '../forge/remotes';
import { parseRepositoryUrl } from '../forge/repositoryUrl';
import { MultiMap } from '../multiMap';
import type { FilePath } from '../ports';
import type { Mention, ParsedRecord } from '../records/record';
import type { ListedFiles } from './scopeIndex';

export interface MentionedFiles extends ListedFiles {
  has(path: FilePath): boolean;
  hasDirectory(path: FilePath): boolean;
}

/** A record whose text names a file, or a folder that the file is in. */
export interface MentionHit {
  readonly record: FilePath;
  readonly mention: Mention;
  /** For a file: how many files the record names in all. For a folder: how many files are in it. */
  readonly files: number;
}

/** What a record's mentions lead to, as long as the files stay the same. */
interface Targets {
  readonly version: number;
  readonly files: ReadonlyMap<FilePath, Mention>;
  readonly folders: ReadonlyMap<FilePath, Mention>;
}

/** A mention of a folder with more files is too weak for one of them. */
const maxFolderFiles = 100;

const place = /(?::\d{1,7}(?:[-:]\d{1,7})?|#.*)$/;

/** The path in a mention, without line numbers, fragment and closing slash; null where it is a glob or no path. */
function pathOf(text: string): string | null {
  const path = text.replace(place, '').replace(/\/+$/, '');
  return path === '' || /[*?{}]/.test(path) || /^[a-z][a-z0-9+.-]*:/i.test(path) ? null : path;
}

/** Paths that records name, from the side of the file. Indexed by the last part of the path, resolved when asked. */
export class MentionIndex {
  private readonly records = new Map<
    FilePath,
    { readonly mentions: readonly Mention[]; readonly names: readonly string[] }
  >();
  private readonly byName = new MultiMap<string, FilePath>();
  private readonly resolved = new Map<FilePath, Targets>();

  constructor(
    private readonly files: MentionedFiles,
    private readonly remotes: readonly Remote[],
  ) {}

  set(record: ParsedRecord): void {
    this.delete(record.path);
    const names = new Set(record.mentions.map(({ text }) => basename(text.replace(place, '').replace(/\/+$/, ''))));
    this.records.set(record.path, { mentions: record.mentions, names: [...names] });
    for (const name of names) this.byName.add(name, record.path);
  }

  delete(record: FilePath): void {
    for (const name of this.records.get(record)?.names ?? []) this.byName.delete(name, record);
    this.records.delete(record);
    this.resolved.delete(record);
  }

  /** Records that name the file, or failing that the closest folder above it that they name. */
  naming(file: FilePath): readonly MentionHit[] {
    const above = [...ancestors(file)].filter((folder) => folder !== '');
    const candidates = new Set([file, ...above].flatMap((path) => [...this.byName.get(basename(path))]));
    const hits: MentionHit[] = [];
    for (const record of candidates) {
      const targets = this.targets(record);
      const mention = targets.files.get(file);
      const folder = above.find((path) => targets.folders.has(path));
      const inFolder = folder === undefined ? undefined : targets.folders.get(folder);
      if (mention) hits.push({ record, mention, files: targets.files.size });
      else if (inFolder && folder !== undefined) {
        const files = this.files.filesUnder(folder).length;
        if (files <= maxFolderFiles) hits.push({ record, mention: inFolder, files });
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
      const path = this.pathsOf(mention, record).find((one) => this.files.has(one) || this.files.hasDirectory(one));
      const targets = path !== undefined && this.files.has(path) ? files : folders;
      if (path !== undefined && !targets.has(path)) targets.set(path, mention);
    }
    const targets = { version: this.files.version, files, folders };
    this.resolved.set(record, targets);
    return targets;
  }

  /** Where a mention may lead, as for references: beside the record, then in any folder above it. */
  private pathsOf({ text }: Mention, record: FilePath): readonly FilePath[] {
    const url = parseRepositoryUrl(text);
    if (url) return includesRemote(this.remotes, url.remote) ? url.paths : [];
    const path = pathOf(text);
    if (path === null) return [];
    const bases = /^\.{1,2}\//.test(path) ? [dirname(record)] : [...ancestors(record)];
    return bases.flatMap((base) => resolveIn(base, path) ?? []);
  }
}
