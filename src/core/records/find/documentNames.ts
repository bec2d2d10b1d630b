import { dirname, extension, stem } from '../../files/paths';
import type { FilePath } from '../../ports';
import type { RecordKind } from '../record';
import { isDecisionName, isRfcName, partsOfName } from './nameShape';
import { isTopOfDocuments, type Place } from './place';

/** Longest first: an editable drawing inside an image is one file with two extensions. */
const diagramEndings: readonly string[] = [
  ...['.drawio.svg', '.excalidraw.svg', '.excalidraw.json', '.drawio.xml'],
  ...['.drawio', '.dio', '.excalidraw', '.puml', '.plantuml', '.iuml', '.mmd', '.mermaid', '.dsl', '.d2'],
];

const diagramExtensions: ReadonlySet<string> = new Set(diagramEndings.map((ending) => extension(`x${ending}`)));

/** Documents that newcomers are sent to, by the name that they have in every repository. */
const guideNames: ReadonlySet<string> = new Set([
  ...['contributing', 'contribute', 'contribution guide', 'contributing guide', 'onboarding', 'developer onboarding'],
  ...['getting started', 'gettingstarted', 'developer guide', 'developer setup', 'dev setup', 'local development'],
  ...['development guide', 'development setup', 'coding guidelines', 'coding standards', 'style guide', 'styleguide'],
]);

/** The same in capitals or at the top of the documents: in a section such a name is just the section's topic. */
const topGuideNames: ReadonlySet<string> = new Set([
  ...['architecture', 'development', 'developing', 'developers', 'hacking', 'quickstart', 'quick start'],
]);

/**
 * Rules that a team sets itself, at the top of its documents. In capitals `SECURITY` is the page of a forge that says
 * where to report, and in a section of the documents it is that section's topic.
 */
const topRuleNames: ReadonlySet<string> = new Set(['security', 'security rules', 'threat model']);

/** Plain text is a record only under a name that leaves no doubt: most `.txt` files are data. */
export function isPlainText(path: FilePath): boolean {
  return extension(path) === '.txt';
}

export function isDiagram(path: FilePath): boolean {
  // Called for every file of the folder: nearly all have another last extension.
  if (!diagramExtensions.has(extension(path))) return false;
  const lower = path.toLowerCase();
  return diagramEndings.some((ending) => lower.endsWith(ending));
}

/** The kind of a document whose own name says what it is, wherever it lies among documents; else null. */
export function kindByName(path: FilePath, place: Place): RecordKind | null {
  const name = stem(path);
  if (isDecisionName(name)) return 'decision';
  if (isRfcName(name) && place.surroundings !== 'code') return 'rfc';
  if (isPlainText(path)) return null;
  const words = partsOfName(name.toLowerCase());
  if (isHandoffName(words) && place.surroundings === 'documents') return 'handoff';
  // Nothing else is called so; in the folders of a program it may be sample data.
  if (isRunbookName(words) && (isConventional(name, place) || place.surroundings === 'neither')) return 'runbook';
  return isGuideName(words.join(' '), path) && isConventional(name, place) && !place.isTranslation ? 'guide' : null;
}

/** `add-runbook` and `how-to-write-a-runbook` are about runbooks. */
const aboutRunbooks = /^(?:add|adding|new|create|creating|write|writing|how|about|what)$/;

function isRunbookName(words: readonly string[]): boolean {
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  if (words.length === 1) return first === 'runbook';
  return [first, last].some((word) => word === 'runbook' || word === 'playbook') && !aboutRunbooks.test(first);
}

function isGuideName(name: string, path: FilePath): boolean {
  const [inCapitals, atTop] = [isCapitals(stem(path)), isTopOfDocuments(dirname(path))];
  if (topRuleNames.has(name)) return atTop && !inCapitals;
  return guideNames.has(name) || (topGuideNames.has(name) && (inCapitals || atTop));
}

function isCapitals(name: string): boolean {
  return name === name.toUpperCase();
}

/** The name of a handoff has a date or no other word: a "design handoff" without a date is about handing over. */
function isHandoffName(words: readonly string[]): boolean {
  const isHandoff = [words[0], words.at(-1)].some((word) => word === 'handoff' || word === 'handover');
  return isHandoff && (words.length === 1 || words.some((word) => /^20\d\d/.test(word)));
}

/** Names in capitals (`CONTRIBUTING`, `RUNBOOK`) are meant for every package; others count only among documents. */
function isConventional(name: string, place: Place): boolean {
  return place.surroundings === 'documents' || (isCapitals(name) && place.surroundings === 'neither');
}
