import { numberOfName } from '../names/spelling';

/** Extensions of documents that are records; a path that ends so is always worth a look. */
const documentExtension =
  /\.(?:mdx?|markdown|mdown|rst|adoc|asciidoc|asc|drawio|excalidraw|puml|plantuml|mmd|mermaid|dsl|d2)$/i;

/** Extensions that a record may have or be published with; worth a look only where the name has a number. */
const looseExtension = /\.(?:html?|txt|org)$/i;

/** Folders whose numbered children are decisions even without an extension: `docs/adr/0012`. */
const decisionFolder =
  /(?:^|\/)(?:adrs?|decisions?|decision-records?|architecture-decisions?|architecture-decision-records?)\/(?:[^/]+\/)?(?:adr[-_]?)?\d[\w.-]*\/?$/i;

/** What lies beside a record and is none: its picture, its figures. `0005-use-node.js` is a record without its extension. */
const attachment = /(?<!\.(?:drawio|excalidraw))\.(?:png|jpe?g|gif|svg|webp|csv|json|ya?ml|xlsx?|pptx?|zip)$/i;

/** The same for proposals. `rfc/rfc2045.txt` is the IETF's, so these are looked up but never missed. */
const proposalFolder = /(?:^|\/)(?:rfcs?|proposals?)\/(?:[^/]+\/)?(?:rfc[-_]?)?\d[\w.-]*\/?$/i;

/** `adr-0021..0028.md`: of a range both ends are numbers, and the whole is no file. */
const range = /\d\.{2,3}(?:[A-Za-z]{2,8}[-_]?)?\d/;

/** A published page: `/architecture/adr-` and a number. */
const decisionPage = /\/adr[-_]?\d[\w-]*\/?$/i;

const runbookPath = /(?:^|\/)run-?books?\/(?:[^/]+\/){0,3}[^/]+\.(?:mdx?|markdown|rst|adoc|asciidoc)$/i;

/** A runbook as a site publishes it. */
const runbookPage = /(?:^|\/)runbooks?\/(?:[^/]+\/){0,3}[^/]+\.html?$/i;

/** A part of every path that has one of the shapes above: in code most lines have none. */
const glance =
  /\.(?:md|markdown|mdown|rst|ad|asc|draw|excali|puml|plant|mmd|mermaid|dsl|d2|htm|txt|org)|adr|decision|rfc|proposal/i;

/** False for a line in which nothing is a document's path. */
export function mayHaveDocumentPath(line: string): boolean {
  return glance.test(line);
}

/** Whether a path without fragment could be a record's, by its spelling alone. */
export function isDocumentPath(path: string): boolean {
  if (attachment.test(path) || range.test(path)) return false;
  if ([documentExtension, decisionFolder, proposalFolder, decisionPage, runbookPage].some((shape) => shape.test(path)))
    return true;
  return looseExtension.test(path) && numberOfName(path.slice(path.lastIndexOf('/') + 1)) !== null;
}

/** Whether a path that leads nowhere reads as a decision's, so that "not found" is worth saying. */
export function looksLikeDecision(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const named = /^adr[-_]?\d/i.test(name) && documentExtension.test(name);
  return (
    path.includes('/') && !attachment.test(path) && (named || decisionFolder.test(path) || decisionPage.test(path))
  );
}

/** Whether a path is a runbook's by its folder and extension; a name that stands for others is none. */
export function looksLikeRunbook(path: string): boolean {
  return runbookPath.test(path) && !/[$%*<>{}~]|(?:^|\/)\.\.\.(?:\/|$)/.test(path);
}
