import { type Row, row } from './format';
import { NulTokens } from './nulTokens';

/** One file of one commit, from `--name-status`. */
export interface FileChange {
  /** One of `A`, `M`, `D`, `T`, `R`, `C`, `U`. */
  readonly status: string;
  /** Relative to the repository's root; the new path of a rename. */
  readonly path: string;
  /** The old path of a rename or copy, else null. */
  readonly from: string | null;
}

export interface ChangesFormat<Definition> {
  /** `--format=…`, for `log -z --name-status`. */
  readonly argument: string;
  /**
   * A parser that takes the output in chunks, so that none of it is held and no pause is long (docs/security.md#r49).
   */
  reader(onChange: (commit: Row<Definition>, change: FileChange) => void): (chunk: Uint8Array) => void;
}

/**
 * A status is in upper case, so it cannot be the marker, and where the marker is expected there is never a file name.
 */
const marker = 'commit';
const statusPattern = /^\n?([A-Z])\d*$/;

/**
 * The format of `log -z --name-status` and its parser: each record is the marker, the definition's parts, and for each
 * file its status and its path (two paths after a rename or copy). Every part is recognised by its position alone, so a
 * file may be named like a commit.
 */
export function changesFormat<const D extends Readonly<Record<string, string>>>(definition: D): ChangesFormat<D> {
  const width = Object.keys(definition).length;
  return {
    argument: `--format=${[marker, ...Object.values(definition)].join('%x00')}`,
    reader(onChange) {
      const tokens = new NulTokens();
      let commit: Row<D> | undefined;
      let header: string[] | undefined;
      let status: string | undefined;
      let from: string | null = null;

      const startEntry = (token: string) => {
        if (token === marker) header = [];
        else status = statusPattern.exec(token)?.[1];
      };
      const takePath = (found: string, path: string) => {
        if ((found === 'R' || found === 'C') && from === null) {
          from = path;
          return;
        }
        if (commit !== undefined) onChange(commit, { status: found, path, from });
        status = undefined;
        from = null;
      };
      return (chunk) => {
        for (const token of tokens.push(chunk)) {
          if (header !== undefined) {
            header.push(token);
            if (header.length < width) continue;
            commit = row(definition, header);
            header = undefined;
          } else if (status !== undefined) takePath(status, token);
          else startEntry(token);
        }
      };
    },
  };
}
