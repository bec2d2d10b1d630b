import type { FileTree } from '../../files/fileTree';
import { basename, dirname, resolveIn } from '../../files/paths';
import { readText } from '../../files/readText';
import type { FilePath, FileStore } from '../../ports';
import { placeOf } from './place';

/** Takes the folders out of a config file's text, as written: relative to the file. */
type FolderReader = (text: string) => readonly string[];

const maxConfigBytes = 256 * 1024;
const maxConfigFiles = 500;

/**
 * Configuration files of other tools that name the folder of decisions, and how each writes it. They are read line by line and
 * not as YAML or TOML: one key is wanted, and a file that does not parse still names its folder.
 */
const readers: ReadonlyMap<string, FolderReader> = new Map([
  ['.adr-dir', (text) => text.split('\n').slice(0, 1)],
  ['.log4brains.yml', values(/^[ \t-]*adrFolder[ \t]*:(.*)$/gm)],
  ['.log4brains.yaml', values(/^[ \t-]*adrFolder[ \t]*:(.*)$/gm)],
  ['adrs.toml', values(/^[ \t]*adr_dir[ \t]*=(.*)$/gm)],
  ['.adrs.toml', values(/^[ \t]*adr_dir[ \t]*=(.*)$/gm)],
  ['adr.config.json', jsonPath],
  ['.adgconfig.yaml', values(/^[ \t]*model_path[ \t]*:(.*)$/gm)],
  ['catalog-info.yaml', values(/^[ \t]*["']?backstage\.io\/adr-location["']?[ \t]*:(.*)$/gm)],
  ['catalog-info.yml', values(/^[ \t]*["']?backstage\.io\/adr-location["']?[ \t]*:(.*)$/gm)],
]);

export function isFinderConfig(path: FilePath): boolean {
  return readers.has(basename(path));
}

/** The folders of decisions that config files anywhere in the tree name, outermost first, without doubles. */
export async function configuredFolders(
  store: FileStore,
  tree: FileTree,
  signal: AbortSignal,
): Promise<readonly FilePath[]> {
  const folders = new Set<FilePath>();
  for (const file of tree.files().filter(isInUse).slice(0, maxConfigFiles)) {
    if (signal.aborted) break;
    const result = await readText(store, file, maxConfigBytes);
    const reader = readers.get(basename(file));
    for (const written of (result.ok && reader?.(result.text)) || []) {
      const folder = resolveIn(dirname(file), plainPath(written));
      if (folder !== null) folders.add(folder);
    }
  }
  return [...folders].sort();
}

/** A config among test data is part of a test. */
function isInUse(path: FilePath): boolean {
  return isFinderConfig(path) && !placeOf(dirname(path)).isFixture;
}

function values(line: RegExp): FolderReader {
  return (text) => Array.from(text.matchAll(line), (match) => match[1] ?? '');
}

function jsonPath(text: string): readonly string[] {
  try {
    const config: unknown = JSON.parse(text);
    const path = typeof config === 'object' && config !== null && 'path' in config ? config.path : null;
    return typeof path === 'string' ? [path] : [];
  } catch {
    return [];
  }
}

/** `path  # comment`: cut by position, because a pattern would backtrack from each blank of a long line. */
function withoutComment(value: string): string {
  const at = value.search(/\s#/);
  return at < 0 ? value : value.slice(0, at);
}

/** A path as people write it in configs: quoted, commented, with the separators of Windows. */
function plainPath(written: string): string {
  const value = written.trim();
  const quoted = /^(["'])(.*?)\1/.exec(value);
  const bare = quoted?.[2] ?? withoutComment(value);
  return bare.trim().replaceAll('\\', '/');
}
