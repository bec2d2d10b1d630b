import type { FileTree } from '../files/fileTree';
import { basename, dirname, isInside } from '../files/paths';
import { readText } from '../files/readText';
import type { FilePath, FileStore } from '../ports';

/** A component of a site that Antora makes: the folder with its `antora.yml`, and its name. */
export interface AntoraComponent {
  readonly folder: FilePath;
  readonly name: string;
}

/** Marks a `Beside.place` that is the name of a component and no repository or folder. */
export const componentMark = 'antora::';

const maxBytes = 64 * 1024;
const maxFiles = 200;
const nameLine = /^name[ \t]*:[ \t]*["']?([^\s"'#]+)/m;

/** Whether a file says what a component is called. */
export function isAntoraConfig(path: FilePath): boolean {
  return (path.endsWith('antora.yml') || path.endsWith('antora.yaml')) && basename(path).startsWith('antora.');
}

/** The components of a tree, the innermost first. What cannot be read is left out. */
export async function antoraComponents(
  store: FileStore,
  tree: FileTree,
  signal: AbortSignal,
): Promise<readonly AntoraComponent[]> {
  const components: AntoraComponent[] = [];
  for (const path of tree.files().filter(isAntoraConfig).slice(0, maxFiles)) {
    if (signal.aborted) break;
    const read = await readText(store, path, maxBytes);
    const name = read.ok ? nameLine.exec(read.text)?.[1] : undefined;
    if (name !== undefined) components.push({ folder: dirname(path), name });
  }
  return components.sort((one, other) => other.folder.length - one.folder.length);
}

/**
 * Whether the component that the page `from` names in an address (`xref:name:ROOT:adr/x.adoc`) is not in this workspace
 * folder. False where the page itself is in no component, since then the components of its site are not known.
 */
export function isOtherComponent(name: string, from: FilePath, components: readonly AntoraComponent[]): boolean {
  const own = components.find(({ folder }) => folder === '' || isInside(from, folder));
  return own !== undefined && !components.some((one) => one.name === name);
}

/** The component in the address of a macro (`xref:1.0@name:ROOT:`), by the parts between its colons; null where none is written. */
export function componentWritten(parts: readonly string[]): string | null {
  const [macro, ...rest] = parts;
  if (macro !== 'xref' && macro !== 'include') return null;
  // A block macro (`include::`) has two colons. An address within one component has at most a module in front.
  const address = macro === 'include' && rest[0] === '' ? rest.slice(1) : rest;
  const name = address.length === 3 ? address[0]?.replace(/^[^@]*@/, '') : undefined;
  return name && /^[\w.-]+$/.test(name) ? name : null;
}

/**
 * The page `to` as a page of the same site names it: below the `pages` of its module, whichever folder it is cited from;
 * null where the two are not pages of one site.
 */
export function pageOfSite(from: FilePath, to: FilePath): string | null {
  const [here, there] = [from, to].map((path) => /^(.*?)modules\/([^/]+)\/pages\/(.+\.a(?:sciid|d)oc)$/i.exec(path));
  if (!here || !there || here[1] !== there[1]) return null;
  return `${here[2] === there[2] ? '' : `${there[2]}:`}${there[3]}`;
}
