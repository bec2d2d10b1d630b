import type { Remote } from '../forge/remotes';
import type { FilePath } from '../ports';
import type { NameLookup } from './nameLookup';

/** Which files exist; `FileTree` is one. */
export interface KnownFiles {
  has(path: FilePath): boolean;
}

/** What names are resolved against. */
export interface World {
  readonly names: NameLookup;
  readonly files: KnownFiles;
  /** The repository's own addresses; empty where it has none or they are not known. */
  readonly remotes: readonly Remote[];
}
