// Where each of the two hundred chunks of esbuild's split build goes: into a pack, which is one file for each folder of the
// source, with what an entry loads at once in a file of its own.
import { basename, dirname } from 'node:path';

/** The file that runs the parts of the packs. */
export const loaderFile = 'parts.js';

/** The file for what is loaded together with an entry, so that the start reads nothing else. */
const startPackOf = (entry) => (basename(entry) === 'extension.js' ? 'start' : `${basename(entry, '.js')}-start`);

/**
 * Files that are loaded together with an entry, from esbuild's metafile of the split build.
 * @param {import('esbuild').Metafile} metafile
 * @param {string} entry
 */
function chunksLoadedWith(metafile, entry) {
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file) || !metafile.outputs[file]) return;
    seen.add(file);
    for (const { path, kind } of metafile.outputs[file].imports) if (kind === 'import-statement') visit(path);
  };
  visit(entry);
  return [...seen];
}

/** `handoffs` of `src/editor/handoffs/readBack.ts`, `core-text` of `src/core/text/lines.ts`, `yaml` of a package. */
function folderOf(source) {
  const inPackage = /node_modules\/(?:@[^/]+\/)?([^/]+)\/(?!.*node_modules\/)/.exec(source);
  if (inPackage) return inPackage[1];
  const [, area, folder, file] = source.split('/');
  if (area === 'core') return file ? `core-${folder}` : 'core';
  // `cli.js` is the entry itself.
  return area === 'editor' && folder ? folder : area.replace(/^cli$/, 'cli-commands');
}

/** The folder that most bytes of a chunk come from. An entry without bytes, which only re-exports, has its own folder. */
function packNameOf({ inputs, entryPoint }) {
  const bytes = new Map();
  for (const [source, { bytesInOutput }] of Object.entries(inputs)) {
    const folder = folderOf(source);
    bytes.set(folder, (bytes.get(folder) ?? 0) + bytesInOutput);
  }
  const [largest] = [...bytes].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1));
  return largest?.[0] ?? (entryPoint ? folderOf(entryPoint) : 'core');
}

/**
 * What the command line loads for an answer, each in a pack of its own. The engine parses the whole of a file that it
 * loads, which is most of the work of a short command. The editor needs nearly all of it anyway when it reads a folder.
 */
const answers = new Map([
  ['src/cli/recordsAnswer.ts', 'answer-records'],
  ['src/cli/forFileAnswer.ts', 'answer-for'],
]);

/**
 * Chunk -> the name of its pack, without the entries, which are loaded by their names. A chunk that both entries load
 * is in the extension's start pack, one that several answers load in the first one's.
 * @param {import('esbuild').Metafile} metafile
 * @returns {ReadonlyMap<string, string>}
 */
export function packsOf({ outputs }) {
  const files = Object.keys(outputs).sort();
  const entries = files
    .filter((file) => isProgram(file, outputs[file]))
    .sort((a, b) => Number(basename(a) === 'extension.js') - Number(basename(b) === 'extension.js'));
  const together = [
    ...[...answers]
      .reverse()
      .map(([source, pack]) => [files.find((file) => outputs[file].entryPoint === source), pack]),
    ...entries.map((entry) => [entry, startPackOf(entry)]),
  ];
  const known = new Map(
    together.flatMap(([entry, pack]) => chunksLoadedWith({ outputs }, entry).map((chunk) => [chunk, pack])),
  );
  const packs = new Map();
  for (const file of files) {
    if (!isProgram(file, outputs[file])) packs.set(file, known.get(file) ?? packNameOf(outputs[file]));
  }
  return packs;
}

/** Whether all chunks of a pack run as soon as one of them does. */
export function isLoadedWhole(pack) {
  return pack.endsWith('start') || [...answers.values()].includes(pack);
}

/** Whether a file is the entry of a program: `extension.js`, `cli.js`. esbuild also counts targets of `import()`. */
export function isProgram(file, { entryPoint }) {
  return entryPoint !== undefined && basename(file, '.js') === basename(entryPoint, '.ts');
}

/**
 * Files that are read when an entry is loaded, from esbuild's metafile of the split build.
 * @param {import('esbuild').Metafile} metafile
 * @param {string} entry
 */
export function loadedWith(metafile, entry) {
  const packs = packsOf(metafile);
  const files = chunksLoadedWith(metafile, entry).map((chunk) =>
    packs.has(chunk) ? `${dirname(chunk)}/${packs.get(chunk)}.js` : chunk,
  );
  return files.length === 0 ? [] : [...new Set([`${dirname(entry)}/${loaderFile}`, ...files])];
}
