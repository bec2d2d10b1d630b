// Builds the extension, the command line and the panel's page into dist/, and the command line alone into dist-cli/:
// `node scripts/build.mjs [--watch] [--tests]`. With `--watch` it keeps going, with `--tests` it also bundles the
// in-editor suites into out/. What is imported with `import()` stays out of the entry until it is needed.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { context } from 'esbuild';
import { asCommonJs } from './commonJs.mjs';
import { writeNotices } from './notices.mjs';
import { calledWith } from './options.mjs';
import { printSizes } from './sizes.mjs';

/** A digest of the sources and of the versions of all packages (`src/disk/buildId.ts`). */
async function digestOfSources() {
  const hash = createHash('sha256').update(await readFile('package-lock.json'));
  const entries = await readdir('src', { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  for (const file of files.sort()) hash.update(file).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

const { watch, tests } = calledWith({ options: { watch: { type: 'boolean' }, tests: { type: 'boolean' } } }).values;
/** Folders of the webview pages: that of Decisions, which has a script, and that of Team Outcomes. */
const pages = ['src/editor/records/panel/page', 'src/editor/github/page'];
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: !watch,
  sourcemap: watch && 'inline',
  legalComments: 'none',
  // The tables have words of many languages, which would be half as long again if they were escaped.
  charset: 'utf8',
  // Else esbuild takes some patterns for too new, and constructs them anew at every use.
  supported: { 'regexp-unicode-property-escapes': true },
  // With `--watch` the sources change while this value would stay.
  define: watch ? {} : { MERIDIAN_BUILD: JSON.stringify(await digestOfSources()) },
  logLevel: watch ? 'info' : 'warning',
  metafile: true,
};

/** Copies the pages' style sheets for the webview, each to a file of its own. */
const copyPage = {
  name: 'copy-page',
  setup(build) {
    build.onEnd(async () => {
      for (const page of pages) {
        for (const style of await filesIn(page, '.css')) await cp(style, join('dist/panel', basename(style)));
      }
    });
  },
};

async function filesIn(folder, ending) {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
}

/** A build in chunks that are loaded when they are first used. */
const inChunks = (outdir, entryPoints) => ({
  ...shared,
  format: 'esm',
  splitting: true,
  // A short name, because chunks are named in two thousand places.
  chunkNames: '[hash]',
  entryPoints,
  outdir,
  external: ['vscode'],
  // Where node_modules is a link, names and order would otherwise depend on its target.
  preserveSymlinks: true,
  // The package's build in ES modules, so that unused code is left out and `import()` finds the names.
  alias: { yaml: './node_modules/yaml/browser/dist/index.js' },
  plugins: [asCommonJs({ ...shared, watch })],
});

const builds = [inChunks('dist', ['src/extension.ts', 'src/cli.ts'])];
// The command line once more, for its own npm package.
if (!watch) builds.push(inChunks('dist-cli', ['src/cli.ts']));
const pageScripts = (await Promise.all(pages.map((page) => filesIn(page, '.ts')))).flat();
if (pageScripts.length > 0) {
  const browser = { platform: 'browser', format: 'iife', target: 'chrome120', outdir: 'dist/panel' };
  builds.push({ ...shared, ...browser, entryPoints: pageScripts, plugins: [copyPage] });
}
if (tests) {
  builds.push({
    ...shared,
    format: 'cjs',
    minify: false,
    sourcemap: 'inline',
    entryPoints: ['test/editor/index.ts', ...(await filesIn('test/editor', '.test.ts'))],
    outdir: 'out/test/editor',
    // Mocha is bundled, because the Node inside VS Code 1.90 cannot `require` its modules; it starts no workers here.
    external: ['vscode', './worker.cjs', './reporters/parallel-buffered.cjs'],
  });
}

for (const options of builds) {
  const build = await context(options);
  if (watch) await build.watch();
  else {
    // esbuild has printed what is wrong, and where.
    const result = await build.rebuild().catch(() => process.exit(1));
    await build.dispose();
    if (options.splitting) {
      await mkdir('out', { recursive: true });
      const meta = options.outdir === 'dist' ? 'out/meta.json' : 'out/meta-cli.json';
      await writeFile(meta, JSON.stringify(result.metafile));
      await writeNotices(result.metafile, `${options.outdir}/third-party-notices.txt`);
    }
  }
}
if (!watch) await printSizes(JSON.parse(await readFile('out/meta.json', 'utf8')));
