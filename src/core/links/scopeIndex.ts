import { compileGlob, compileGlobs, type PathMatcher } from '../files/globs';
import { isInside } from '../files/paths';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';

/** The files that scopes are counted against; `FileTree` is one. */
export interface ListedFiles {
  readonly version: number;
  files(): readonly FilePath[];
  filesUnder(directory: FilePath): readonly FilePath[];
}

interface Scope {
  readonly glob: string;
  /** False for what the record's own exclusions (`!src/generated/**`) take out. */
  readonly matches: PathMatcher;
  /** The key of its cached count of files: the glob with these exclusions. */
  readonly key: string;
  /** With how many globs a path is compared. */
  readonly globs: number;
  /** The folder before the first wildcard: only files below it can match. `''` for `**`. */
  readonly folder: FilePath;
}

/** A scope that covers a file. */
export interface ScopeHit {
  readonly record: FilePath;
  readonly glob: string;
  /** How many files it covers in all. */
  readonly files: number;
  readonly deliberate: boolean;
}

/** A folder named on purpose counts as such up to this many files, or this share of all. */
const deliberateFiles = 50;
const deliberateShare = 0.25;

/** The folder before the first wildcard: only files below it can match. */
export function scopeFolder(glob: string): FilePath {
  const plain = glob.trim().replace(/^(?:\.?\/)+/, '');
  const wildcard = plain.search(/[*?[{]/);
  return wildcard < 0 ? plain.replace(/\/$/, '') : plain.slice(0, Math.max(0, plain.lastIndexOf('/', wildcard)));
}

/** `!src/generated/**`: what the other globs of the record do not cover. */
export function isExclusion(glob: string): boolean {
  return glob.startsWith('!');
}

/** A word alone (`billing-service`) may name a component, a team or a service. */
export function isName(glob: string): boolean {
  return !/[/*?[{.]/.test(glob);
}

/** What the exclusions among a record's globs take out. */
export function excludedBy(globs: readonly string[]): PathMatcher {
  return compileGlobs(globs.filter(isExclusion).map((glob) => glob.slice(1)));
}

/** What one glob of a record covers; null for an exclusion, and where it is malformed or too costly to match. */
export function coveredBy(glob: string, isExcluded: PathMatcher): PathMatcher | null {
  const covers = isExclusion(glob) ? null : compileGlob(glob);
  return covers && ((path) => covers(path) && !isExcluded(path));
}

/** The most globs of all records together; no team keeps as many in mind. */
const mostScopes = 5_000;
/** The most comparisons of paths with globs to count files, for one version of the files: about a third of a second. */
const mostComparisons = 500_000;

/**
 * The scopes of all records. Globs that are malformed or too costly to match cover nothing (docs/security.md#r34), and
 * nor do those past the first 5,000: each is compared with each file that is opened.
 */
export class ScopeIndex {
  private readonly scopes = new Map<FilePath, readonly Scope[]>();
  private readonly counts = new Map<string, { readonly version: number; readonly files: number }>();
  private total = 0;
  private compared = { version: -1, paths: 0 };

  constructor(private readonly files: ListedFiles) {}

  set(record: ParsedRecord): void {
    this.delete(record.path);
    const globs = record.scope.slice(0, mostScopes - this.total);
    const exclusions = globs.filter(isExclusion);
    const isExcluded = excludedBy(globs);
    const scopes = globs.flatMap((glob) => {
      const matches = coveredBy(glob, isExcluded);
      const key = [glob, ...exclusions].join('\n');
      return matches ? [{ glob, matches, key, globs: 1 + exclusions.length, folder: scopeFolder(glob) }] : [];
    });
    if (scopes.length > 0) this.scopes.set(record.path, scopes);
    this.total += scopes.length;
  }

  delete(record: FilePath): void {
    this.total -= this.scopes.get(record)?.length ?? 0;
    this.scopes.delete(record);
  }

  /** For each record with scopes that cover the file, the narrowest of them. */
  covering(file: FilePath): readonly ScopeHit[] {
    const hits: ScopeHit[] = [];
    for (const [record, scopes] of this.scopes) {
      const [narrowest] = scopes
        .filter(({ matches, folder }) => isInside(file, folder) && matches(file))
        .map((scope) => this.hit(record, scope))
        .sort((a, b) => a.files - b.files);
      if (narrowest) hits.push(narrowest);
    }
    return hits;
  }

  private hit(record: FilePath, scope: Scope): ScopeHit {
    const files = this.count(scope);
    const most = Math.max(deliberateFiles, this.files.files().length * deliberateShare);
    return { record, glob: scope.glob, files, deliberate: scope.folder !== '' && files <= most };
  }

  /** The files that a scope covers. Past `mostComparisons` these are taken to be all files of its folder. */
  private count({ key, globs, matches, folder }: Scope): number {
    const { version } = this.files;
    const known = this.counts.get(key);
    if (known?.version === version) return known.files;
    if (this.compared.version !== version) this.compared = { version, paths: 0 };
    const below = this.files.filesUnder(folder);
    this.compared.paths += below.length * globs;
    // A glob without wildcards may name a file, which has nothing below it.
    const paths = below.length > 0 ? below : [folder];
    const files = this.compared.paths > mostComparisons ? paths.length : paths.filter(matches).length;
    this.counts.set(key, { version, files });
    return files;
  }
}
