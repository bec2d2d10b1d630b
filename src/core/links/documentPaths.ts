import { numberOfName } from '../names/spelling';

/** Extensions of documents that are records: a path with one of these is always taken for a document. */
const documentExtension =
  /\.(?:mdx?|markdown|mdown|rst|adoc|asciidoc|asc|drawio|excalidraw|puml|plantuml|mmd|mermaid|dsl|d2)$/i;

/** Extensions that a record may have or be published with: taken for a document only where the name has a number. */
const looseExtension = /\.(?:html?|txt|org)$/i;

/** Folders whose numbered children are decisions even without an extension: `docs/adr/0012`. */
const decisionFolder =
  /(?:^|\/)(?:adrs?|decisions?|decision-records?|architecture-decisions?|architecture-decision-records?)\/(?:[^/]+\/)?(?:adr[-_]?)?\d[\w.-]*\/?$/i;

/** Files beside a record, such as pictures and data. Not `.js`: `0005-use-node.js` is a record without its extension. */
const attachment = /(?<!\.(?:drawio|excalidraw))\.(?:png|jpe?g|gif|svg|webp|csv|json|ya?ml|xlsx?|pptx?|zip)$/i;

/** The same for proposals. `rfc/rfc2045.txt` is the IETF's, so these are resolved but never reported as missing. */
const proposalFolder = /(?:^|\/)(?:rfcs?|proposals?)\/(?:[^/]+\/)?(?:rfc[-_]?)?\d[\w.-]*\/?$/i;

/** `adr-0021..0028.md`: a range of two numbers, and no path of a file. */
const range = /\d\.{2,3}(?:[A-Za-z]{2,8}[-_]?)?\d/;

/** A published page: `/architecture/adr-` and a number. */
const decisionPage = /\/adr[-_]?\d[\w-]*\/?$/i;

const runbookPath = /(?:^|\/)run-?books?\/(?:[^/]+\/){0,3}[^/]+\.(?:mdx?|markdown|rst|adoc|asciidoc)$/i;

/** A runbook as a site publishes it. */
const runbookPage = /(?:^|\/)runbooks?\/(?:[^/]+\/){0,3}[^/]+\.html?$/i;

/** Every path of the shapes above contains one of these; most lines of code contain none. */
const glance =
  /\.(?:md|markdown|mdown|rst|ad|asc|draw|excali|puml|plant|mmd|mermaid|dsl|d2|htm|txt|org)|adr|decision|rfc|proposal/i;

/** A cheap test; false for a line that contains no path of a document. */
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

/** Whether a path is a runbook's by its folder and extension; one with a placeholder or wildcard is not. */
export function looksLikeRunbook(path: string): boolean {
  return runbookPath.test(path) && !/[$%*<>{}~]|(?:^|\/)\.\.\.(?:\/|$)/.test(path);
}
