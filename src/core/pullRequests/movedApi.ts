import type { FileStat } from '../activity/facts';
import { isGenerated, isTest } from '../activity/fileKinds';
import type { Risk } from '../drafts/handoffInput';
import { dirname } from '../files/paths';
import { readText } from '../files/readText';
import type { FilePath, FileStore } from '../ports';

const mostFiles = 5;
const mostAsked = 40;

/** Files that others load by path, where the repository says that it is made for others. */
interface Published {
  /** The path, with the folder of the package as its first group. */
  readonly path: RegExp;
  readonly isPublished: (files: FileStore, folder: FilePath, path: FilePath) => Promise<boolean>;
}

const published: readonly Published[] = [
  // `require "ledger/split"`
  {
    path: /^(.{0,200}?)lib\/(?!tasks\/).+\.rb$/,
    isPublished: (files, folder) => hasEntry(files, folder, /\.gemspec$/),
  },
  {
    // A module whose name begins with `_` is the package's own.
    path: /^()(?!(?:scripts?|tools|docs?|examples?|ci|benchmarks?|setup\.py|conftest\.py)(?:\/|$))(?:src\/)?(?!_)[a-z]\w*\/(?:(?!_(?!_init__))\w+\/){0,12}(?!_(?!_init__))\w+\.pyi?$/,
    isPublished: (files, folder) => says(files, `${folder}pyproject.toml`, /^\[build-system\]/m),
  },
  {
    // Without an `exports` map any file of a package can be required.
    path: /^((?:packages\/(?:@[^/]{1,80}\/)?[^/]{1,80}\/)?)(?!.*(?:^|\/)(?:scripts?|bin|docs?|examples?|\.[^/]+)\/)[^.].*(?<!\.(?:config|test|spec))\.(?:[cm]?js|d\.ts)$/,
    isPublished: async (files, folder) =>
      (await says(files, `${folder}package.json`, /"(?:main|module|types)"\s*:/)) &&
      !(await says(files, `${folder}package.json`, /"private"\s*:\s*true|"exports"\s*:/)),
  },
  {
    path: /^(.{0,200}?)(?:src\/)?(?:[A-Z]\w*\/){0,12}[A-Z]\w*\.php$/,
    isPublished: (files, folder) =>
      says(files, `${folder}composer.json`, /"type"\s*:\s*"(?:library|[\w-]*(?:bundle|plugin|module|extension))"/),
  },
  // A package of Go is imported by its folder, and is gone with its last file.
  {
    path: /^()(?!(?:.*\/)?(?:internal|cmd|vendor|test|tests|testdata)\/).+\/[^/]+(?<!_test)\.go$/,
    isPublished: async (files, folder, path) =>
      (await hasEntry(files, folder, /^go\.mod$/)) && !(await hasEntry(files, dirname(path), /\.go$/)),
  },
  { path: /^(.{0,200}?)include\/.+\.(?:h|hh|hpp|hxx)$/, isPublished: async () => true },
];

/**
 * Files that others load by path and that were removed or renamed. Their importers are outside of the repository, so no
 * build or test of it fails. Null where there is none.
 */
export async function movedApi(changed: readonly FileStat[], files: FileStore): Promise<Risk | null> {
  const left = changed.flatMap(({ path, from, status }) =>
    status === 'deleted' ? [path] : status === 'renamed' && from !== null ? [from] : [],
  );
  const found: FilePath[] = [];
  for (const path of left.filter((each) => !isTest(each) && !isGenerated(each)).slice(0, mostAsked)) {
    if (await isLoadedByPath(path, files)) found.push(path);
  }
  if (found.length === 0) return null;
  return { code: 'moved-api', files: found.slice(0, mostFiles), count: found.length, detail: '' };
}

async function isLoadedByPath(path: FilePath, files: FileStore): Promise<boolean> {
  for (const row of published) {
    const folder = row.path.exec(path)?.[1];
    if (folder !== undefined) return row.isPublished(files, folder, path);
  }
  return false;
}

async function hasEntry(files: FileStore, folder: FilePath, name: RegExp): Promise<boolean> {
  const entries = await files.list(folder.replace(/\/$/, '')).catch(() => []);
  return entries.some((entry) => entry.kind === 'file' && name.test(entry.name));
}

async function says(files: FileStore, path: FilePath, words: RegExp): Promise<boolean> {
  const read = await readText(files, path);
  return read.ok && words.test(read.text);
}
