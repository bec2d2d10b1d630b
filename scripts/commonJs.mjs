// Turns esbuild's split build, which is of ES modules, into CommonJS, which is what VS Code loads, and puts its chunks
// into packs. A chunk stays a function of its own: it runs when it is first needed, and until then costs only the
// reading of its text. In a watched build each chunk stays a file, with its source map.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { transform } from 'esbuild';
import { withLatePatterns } from './latePatterns.mjs';
import { isLoadedWhole, isProgram, loaderFile, packsOf } from './packs.mjs';

/** The most packs that can be numbered; there are about forty. */
const mostPacks = 100;

/**
 * Chunks are named in four thousand places, so they have numbers: 304 is the fourth function in the fifth pack. A name
 * that is no number is a module of Node.
 */
const loaderOf = (packs) => `const packs=${JSON.stringify(packs)};const parts=new Map;
const load=id=>Promise.resolve().then(()=>need(id));
const define=(target,values)=>{Object.defineProperty(target,"__esModule",{value:!0});Object.assign(target,values)};
const need=id=>{if(typeof id=="string")return require(id);let part=parts.get(id);if(!part){parts.set(id,part={});try{require("./"+packs[id%${mostPacks}]+".js")[Math.floor(id/${mostPacks})](part,need,define,load)}catch(error){parts.delete(id);throw error}}return part};
module.exports=(entry,target)=>entry(target,need,define,load);
`;

const exportClause = /\bexport\s*\{([^{}]*)\};?\s*$/;
const chunkImport = /\bimport\s*\{([^{}]*)\}\s*from\s*("\.\/[\w-]+\.js");?/g;
const editorImport = /\bimport\s*\{([^{}]*)\}\s*from\s*"vscode";?/g;
const laterImport = /\bimport\((?="\.\/[\w-]+\.js"\))/g;

/** `a as b,c` of an import or export clause, as pairs. */
function clauseNames(list) {
  return list
    .split(',')
    .filter((name) => name.trim() !== '')
    .map((name) => /^\s*(\S+)(?:\s+as\s+(\S+))?\s*$/.exec(name))
    .map(([, name, as = name]) => [name, as]);
}

/**
 * The text of a chunk in a form for the loader. When it starts, it takes the values of other chunks by name and
 * requires `vscode` once; it loads chunks by `load`; when it has run, it puts its own values on `exports`.
 *
 * esbuild's own form costs more. An export clause becomes 400 bytes in each of two hundred chunks, and a getter for
 * each name, through which every call of another chunk's function would go. An `import()` becomes 500 bytes, most of
 * them for modules of others. `vscode` becomes a `require` for each file in the chunk.
 *
 * A value can be taken at the start because it never changes (`refuseChanging`), and because chunks make no circle: a
 * chunk imports only those that all its users load as well. The clause is the last statement of a chunk, and there is
 * one at most. `__esModule` tells esbuild's own code to take the exports as they are.
 */
function forLoader(text) {
  const names = [...text.matchAll(editorImport)].map(([, list]) => list.trim());
  const once = names.length === 0 ? '' : `import{${names.join(',')}}from"vscode";`;
  const taking = (_, list, chunk) =>
    `var{${clauseNames(list).map(([name, as]) => `${name}:${as}`)}}=require(${chunk});`;
  const loading = `${once}${text.replace(editorImport, '').replace(chunkImport, taking).replace(laterImport, 'load(')}`;
  const clause = exportClause.exec(loading);
  if (!clause) return loading;
  const values = clauseNames(clause[1]).map(([local, exported]) => `${exported}:${local}`);
  return `${loading.slice(0, clause.index)};define(exports,{${values.join(',')}});`;
}

/** Chunks take values once, so one that changes later would be stale. @throws where a module exports a variable */
async function refuseChanging({ inputs }) {
  for (const file of Object.keys(inputs).filter((input) => /\.[cm]?[jt]s$/.test(input))) {
    if (/^export\s+let\b/m.test(await readFile(file, 'utf8'))) throw new Error(`${file} exports a variable`);
  }
}

const asFunctionLater = (code) => `(exports,require,define,load)=>{${code}}`;
/** The engine compiles a function in brackets at once, because it expects a call, without a scan for its end first. */
const asFunctionAtOnce = (code) => `(function(exports,require,define,load){${code}})`;

/** Each pack with its chunks, and each entry; `codes` are the chunks in CommonJS by the names of their files. */
function packedFiles(codes, metafile, folder) {
  const packs = packsOf(metafile);
  const members = new Map();
  const ids = new Map();
  for (const [chunk, pack] of packs) {
    const chunks = members.get(pack) ?? [];
    members.set(pack, [...chunks, chunk]);
  }
  const names = [...members.keys()];
  if (names.length > mostPacks) throw new Error(`${names.length} packs are too many to number`);
  for (const [at, pack] of names.entries()) {
    for (const [part, chunk] of members.get(pack).entries()) ids.set(basename(chunk), part * mostPacks + at);
  }
  const linked = (code) =>
    code
      .trim()
      .replace(/\b(require|load)\("\.\/([\w-]+\.js)"\)/g, (whole, call, name) =>
        ids.has(name) ? `${call}(${ids.get(name)})` : whole,
      );
  const files = new Map([[`${folder}/${loaderFile}`, loaderOf(names)]]);
  for (const [pack, chunks] of members) {
    const asFunction = isLoadedWhole(pack) ? asFunctionAtOnce : asFunctionLater;
    const functions = chunks.map((chunk) => asFunction(linked(codes.get(chunk))));
    files.set(`${folder}/${pack}.js`, `"use strict";module.exports=[${functions.join(',\n')}];\n`);
  }
  for (const [file, output] of Object.entries(metafile.outputs).filter(([file, output]) => isProgram(file, output))) {
    const start = output.entryPoint.endsWith('cli.ts') ? '#!/usr/bin/env node\n' : '';
    const entry = asFunctionAtOnce(linked(codes.get(file)));
    files.set(file, `${start}"use strict";require("./${loaderFile}")(${entry},exports);\n`);
  }
  return files;
}

/** @param {{watch: boolean} & Pick<import('esbuild').TransformOptions, 'target' | 'charset' | 'supported'>} options */
export function asCommonJs({ watch, target, charset, supported }) {
  const toCommonJs = async (file, text) => {
    const { code } = await transform(watch ? text : forLoader(text), {
      format: 'cjs',
      target,
      minify: !watch,
      charset,
      sourcemap: watch && 'inline',
      supported: { ...supported, 'dynamic-import': false },
      banner: watch && basename(file) === 'cli.js' ? '#!/usr/bin/env node' : '',
    });
    return [file, watch ? code : withLatePatterns(code)];
  };
  return {
    name: 'as-common-js',
    setup(build) {
      build.initialOptions.write = false;
      const folder = build.initialOptions.outdir;
      build.onEnd(async ({ errors, outputFiles, metafile }) => {
        if (errors.length > 0) return;
        await refuseChanging(metafile);
        if (!watch) await rm(folder, { recursive: true, force: true });
        await mkdir(folder, { recursive: true });
        const named = outputFiles.map(({ path, text }) => [`${folder}/${basename(path)}`, text]);
        const codes = new Map(await Promise.all(named.map(([file, text]) => toCommonJs(file, text))));
        for (const [file, code] of watch ? codes : packedFiles(codes, metafile, folder)) {
          await writeFile(file, code, { mode: basename(file) === 'cli.js' ? 0o755 : 0o644 });
        }
      });
    },
  };
}
