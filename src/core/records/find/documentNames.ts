import { extension, stem } from '../../files/paths';
import type { FilePath } from '../../ports';
import type { RecordKind } from '../record';
import { isDecisionName, isRfcName, wordsOf } from './nameShape';
import type { Place } from './place';

const documentExtensions: ReadonlySet<string> = new Set([
  ...['.md', '.markdown', '.mdown', '.mkd', '.mdx'],
  ...['.rst', '.rest', '.adoc', '.asciidoc', '.txt'],
]);

/** Longest first: an editable drawing inside an image is one file with two extensions. */
const diagramEndings: readonly string[] = [
  ...['.drawio.svg', '.excalidraw.svg', '.excalidraw.json', '.drawio.xml'],
  ...['.drawio', '.dio', '.excalidraw', '.puml', '.plantuml', '.iuml', '.mmd', '.mermaid', '.dsl', '.d2'],
];

/** Documents that newcomers are sent to, by the name that they have in every repository. */
const guideNames: ReadonlySet<string> = new Set([
  ...['contributing', 'contribution guide', 'contributing guide', 'architecture', 'onboarding', 'hacking'],
  ...['getting started', 'gettingstarted', 'quickstart', 'quick start', 'development', 'developing', 'developers'],
  ...['developer guide', 'developer setup', 'dev setup', 'development guide', 'development setup', 'local development'],
  ...['developer onboarding', 'style guide', 'styleguide', 'coding guidelines', 'coding standards'],
]);

export function isDocument(path: FilePath): boolean {
  return documentExtensions.has(extension(path));
}

/** Plain text is a record only under a name that leaves no doubt: most `.txt` files are data. */
export function isPlainText(path: FilePath): boolean {
  return extension(path) === '.txt';
}

export function isDiagram(path: FilePath): boolean {
  const lower = path.toLowerCase();
  return diagramEndings.some((ending) => lower.endsWith(ending));
}

/** The kind of a document whose own name says what it is, wherever it lies among documents; else null. */
export function kindByName(path: FilePath, place: Place): RecordKind | null {
  const name = stem(path);
  if (isDecisionName(name)) return 'decision';
  if (isRfcName(name) && place.surroundings !== 'code') return 'rfc';
  if (isPlainText(path)) return null;
  const words = wordsOf(name.toLowerCase());
  if (isRunbookName(words) && place.surroundings !== 'code') return 'runbook';
  return guideNames.has(words.join(' ')) && isGuidePlace(name, place) ? 'guide' : null;
}

function isRunbookName(words: readonly string[]): boolean {
  if (words.length === 1) return words[0] === 'runbook';
  return [words[0], words.at(-1)].some((word) => word === 'runbook' || word === 'playbook');
}

/** In capitals (`CONTRIBUTING`) it is the convention and counts in every package; else only among documents. */
function isGuidePlace(name: string, place: Place): boolean {
  return place.surroundings === 'documents' || (name === name.toUpperCase() && place.surroundings === 'neither');
}
