import { Disposable, type DocumentSelector, type Event, languages, workspace } from 'vscode';
import { Disposables } from '../disposables';
import type { ReferenceHover } from '../hover/referenceHover';
import { settingKeys } from '../ids';
import { isOn } from '../settings';
import type { ReferenceDefinitions } from './definitions';
import type { ReferenceLinks } from './documentLinks';

/** Hover, links and definitions on the same ranges. */
export interface ReferenceProviders {
  readonly hover: ReferenceHover;
  readonly links: ReferenceLinks;
  readonly definitions: ReferenceDefinitions;
}

/**
 * Registers for every language in the schemes that the open folders have; again when folders come or go. Links are
 * asked for when a document opens and never by themselves again, so they are registered anew when records or switches
 * change. Switched off, Meridian has no provider at all.
 */
export function registerReferences(providers: ReferenceProviders, onDidChange: Event<void>): Disposable {
  const asked = new Disposables();
  const links = new Disposables();
  const registerLinks = (): void => {
    links.clear();
    if (!isOn(settingKeys.enabled)) return;
    links.add(languages.registerDocumentLinkProvider(referenceSelector(), providers.links));
  };
  const register = (): void => {
    asked.clear();
    registerLinks();
    if (!isOn(settingKeys.enabled)) return;
    asked.add(languages.registerHoverProvider(referenceSelector(), providers.hover));
    asked.add(languages.registerDefinitionProvider(referenceSelector(), providers.definitions));
  };
  register();
  return Disposable.from(
    workspace.onDidChangeWorkspaceFolders(register),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('meridian')) register();
    }),
    onDidChange(registerLinks),
    asked,
    links,
  );
}

/** Where references are looked for: not in output, logs, terminals or the commit message, whose schemes are none of these. */
export function referenceSelector(): DocumentSelector {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = new Set([...folders, 'untitled', 'git', 'vscode-notebook-cell']);
  return [...schemes].map((scheme) => ({ scheme }));
}
