import type { HoverProvider } from 'vscode';
import { Disposable, type DocumentSelector, languages, workspace } from 'vscode';
import { Disposables } from '../disposables';
import type { ReferenceDefinitions } from './definitions';
import type { ReferenceLinks } from './documentLinks';

/** Hover, links and definitions on the same ranges. */
export interface ReferenceProviders {
  readonly hover: HoverProvider;
  readonly links: ReferenceLinks;
  readonly definitions: ReferenceDefinitions;
}

/** Registers for every language in the schemes that the open folders have; again when folders come or go. */
export function registerReferences(providers: ReferenceProviders): Disposable {
  const registered = new Disposables();
  const register = (): void => {
    registered.clear();
    const selector = referenceSelector();
    registered.add(languages.registerHoverProvider(selector, providers.hover));
    registered.add(languages.registerDocumentLinkProvider(selector, providers.links));
    registered.add(languages.registerDefinitionProvider(selector, providers.definitions));
  };
  register();
  return Disposable.from(workspace.onDidChangeWorkspaceFolders(register), registered);
}

/** Where references are looked for: not in output, logs, terminals or the commit message, whose schemes are none of these. */
export function referenceSelector(): DocumentSelector {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = new Set([...folders, 'untitled', 'git', 'vscode-notebook-cell']);
  return [...schemes].map((scheme) => ({ scheme }));
}
