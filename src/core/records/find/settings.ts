import type { RecordKind } from '../record';

/** What a person adds to or takes from what is found by itself. Globs as in `compileGlob`, relative to the folder. */
export interface FindSettings {
  readonly include: readonly { readonly glob: string; readonly kind: RecordKind }[];
  /** Wins over everything else, `include` too. */
  readonly exclude: readonly string[];
  /** The folder's own name, where it is known: somebody may open `docs/adr` by itself. */
  readonly folderName?: string;
}

export const noSettings: FindSettings = { include: [], exclude: [] };
