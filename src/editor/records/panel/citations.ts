import { basename, dirname } from '../../../core/files/paths';
import type { Backlink } from '../../../core/links/link';
import type { FilePath } from '../../../core/ports';

export interface Citation {
  /** Counts from 1. */
  readonly line: number;
  readonly text: string;
}

export interface CitingFile {
  readonly path: FilePath;
  readonly name: string;
  readonly citations: readonly Citation[];
}

export interface CitingFolder {
  readonly folder: FilePath;
  readonly files: readonly CitingFile[];
}

export interface Citations {
  readonly folders: readonly CitingFolder[];
  /** How many lines are not shown. */
  readonly hidden: number;
}

const mostCitations = 200;

/** Backlinks by folder, then file, in the order they come in; a line that cites a record twice counts once. */
export function citationsByFolder(backlinks: readonly Backlink[]): Citations {
  const folders = new Map<FilePath, Map<FilePath, Map<number, string>>>();
  let count = 0;
  let hidden = 0;
  for (const { file, reference, lineText } of backlinks) {
    const files = getOrAdd(folders, dirname(file), () => new Map<FilePath, Map<number, string>>());
    const lines = getOrAdd(files, file, () => new Map<number, string>());
    if (lines.has(reference.line)) continue;
    count += 1;
    if (count > mostCitations) hidden += 1;
    else lines.set(reference.line, lineText);
  }
  const shown = [...folders].map(([folder, files]) => ({
    folder,
    files: [...files].filter(([, lines]) => lines.size > 0).map(([path, lines]) => citingFile(path, lines)),
  }));
  return { folders: shown.filter(({ files }) => files.length > 0), hidden };
}

function citingFile(path: FilePath, lines: ReadonlyMap<number, string>): CitingFile {
  return { path, name: basename(path), citations: [...lines].map(([line, text]) => ({ line, text })) };
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}
