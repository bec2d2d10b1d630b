// The editor's texts in other languages. English stands in the code (`l10n.t('…')`) and in package.nls.json; German in
// l10n/bundle.l10n.de.json and package.nls.de.json. `node scripts/l10n.mjs` says what is missing or not used any more;
// with `--write` it takes out what is not used, and puts in what is missing with an empty text to be filled in.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';
import { calledWith } from './options.mjs';

/** Languages beside English. */
export const languages = ['de'];

/**
 * Calls `visit` with each node of the syntax tree of a file, after its types are taken out, and with the nodes around it,
 * the nearest first. What is below a node for which it returns false is left out.
 * @param {string} source TypeScript
 * @param {(node: any, around: readonly any[]) => boolean | void} visit
 */
export function visitSyntax(source, visit) {
  const { code } = transformSync(source, { loader: 'ts' });
  const walk = (node, around) => {
    if (Array.isArray(node)) for (const item of node) walk(item, around);
    if (typeof node?.type !== 'string' || visit(node, around) === false) return;
    for (const child of Object.values(node))
      if (child !== null && typeof child === 'object') walk(child, [node, ...around]);
  };
  walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), []);
}

/** Files of the editor by their paths, with what is in them. */
export function editorFiles() {
  const inEditor = readdirSync('src/editor', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const paths = ['src/extension.ts', ...inEditor.map((file) => `src/editor/${file.replaceAll('\\', '/')}`)].sort();
  return new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

/** @returns {boolean} whether the node is a call of `l10n.t` */
export function isTranslation({ type, callee }) {
  return type === 'CallExpression' && callee.object?.name === 'l10n' && callee.property?.name === 't';
}

/** The core's sentences that the editor says, as `l10n.t(sentence.template, …)`. */
const sentences = 'src/core/rules/sentences.ts';

/**
 * The texts that the editor gives to `l10n.t`, each with the first file that has it.
 * @throws where a text is put together at run time, so that it cannot be found here
 */
function textsOfCode() {
  const texts = new Map();
  const add = (text, path) => texts.has(text) || texts.set(text, path);
  let saysSentences = false;
  for (const [path, source] of editorFiles()) {
    visitSyntax(source, (node) => {
      if (!isTranslation(node)) return;
      const [text] = node.arguments;
      if (text?.type === 'MemberExpression' && text.property.name === 'template') saysSentences = true;
      else if (typeof text?.value === 'string') add(text.value, path);
      else throw new Error(`${path}: l10n.t wants one literal, so that it can be found`);
    });
  }
  if (saysSentences) for (const text of wordsIn(readFileSync(sentences, 'utf8'))) add(text, sentences);
  return texts;
}

/** Strings that are values of properties in a file. */
function wordsIn(source) {
  const found = [];
  visitSyntax(source, (node, [holder]) => {
    if (holder?.type === 'Property' && holder.value === node && typeof node.value === 'string') found.push(node.value);
  });
  return found;
}

const read = (file) => new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8'))));

/** Placeholders, links to commands and icons: what a translation has to keep as it is. */
function fixedParts(text) {
  return [...text.matchAll(/\{\d\}|\]\(command:[^)]*\)|\$\([\w~-]+\)|`[^`]*`/g)]
    .map(([part]) => part)
    .sort()
    .join(' ');
}

/**
 * @param {string} language
 * @returns {readonly {file: string, texts: ReadonlyMap<string, string>, translated: ReadonlyMap<string, string>, from: (key: string) => string}[]}
 * the two files of a language: `texts` in English and `translated`, by the same keys; `from` is an English text's file
 */
export function translationsTo(language) {
  const ofCode = textsOfCode();
  const english = new Map([...ofCode.keys()].map((text) => [text, text]));
  const [bundle, manifest] = [`l10n/bundle.l10n.${language}.json`, `package.nls.${language}.json`];
  return [
    { file: bundle, texts: english, translated: read(bundle), from: (text) => ofCode.get(text) ?? '' },
    { file: manifest, texts: read('package.nls.json'), translated: read(manifest), from: () => 'package.nls.json' },
  ];
}

/** Problems of a file of translations, each a line that says what to do. */
export function problemsOf({ file, texts, translated, from }) {
  const missing = [...texts].filter(([key]) => !translated.get(key));
  const unused = [...translated.keys()].filter((key) => !texts.has(key));
  const changed = [...texts].filter(([key, text]) => {
    const other = translated.get(key);
    return other && fixedParts(other) !== fixedParts(text);
  });
  return [
    ...missing.map(
      ([key, text]) => `${file} lacks ${JSON.stringify(key)}: "…" (${from(key)}: ${JSON.stringify(text)})`,
    ),
    ...unused.map((key) => `${file} has ${JSON.stringify(key)}, which nothing uses: take it out`),
    ...changed.map(([key]) => `${file}: ${JSON.stringify(key)} must keep each {0}, command link, icon and \`code\``),
  ];
}

function write({ file, texts, translated }) {
  const kept = [...texts.keys()].map((key) => [key, translated.get(key) ?? '']);
  // Texts of the code are sorted, so that two branches seldom add at one place; the manifest's keep its order.
  if (file.startsWith('l10n/')) kept.sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}

function main() {
  const { values } = calledWith({ options: { write: { type: 'boolean' } } });
  const files = languages.flatMap(translationsTo);
  if (values.write) for (const file of files) write(file);
  const problems = languages.flatMap(translationsTo).flatMap(problemsOf);
  console.log(problems.length === 0 ? 'Every text is translated.' : problems.join('\n'));
  return problems.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main();
