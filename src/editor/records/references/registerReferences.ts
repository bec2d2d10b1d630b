import { Disposable, type DocumentSelector, type Event, languages, workspace } from 'vscode';
import { Disposables } from '../../host/disposables';
import { settingKeys } from '../../host/ids';
import { isOn, onSettings } from '../../host/settings';
import type { ReferenceHover } from '../hover/referenceHover';
import type { ReferenceDefinitions } from './definitions';
import type { ReferenceLinks } from './documentLinks';
import { LinkRegistration } from './linkRegistration';

/** Hover, links and definitions on the same ranges. */
export interface ReferenceProviders {
  readonly hover: ReferenceHover;
  readonly links: ReferenceLinks;
  readonly definitions: ReferenceDefinitions;
}

/**
 * Registers for every language in the schemes that the open folders have; again when folders come or go. Switched off,
 * Meridian has no provider at all.
 */
export function registerReferences(providers: ReferenceProviders, onDidChange: Event<void>): Disposable {
  const asked = new Disposables();
  const links = new LinkRegistration(providers.links);
  const selector = (): DocumentSelector | null => (isOn(settingKeys.enabled) ? referenceSelector() : null);
  const register = (): void => {
    const where = selector();
    asked.clear();
    links.renew(where);
    if (!where) return;
    asked.add(languages.registerHoverProvider(where, providers.hover));
    asked.add(languages.registerDefinitionProvider(where, providers.definitions));
  };
  register();
  return Disposable.from(
    workspace.onDidChangeWorkspaceFolders(register),
    onSettings(register),
    onDidChange(() => links.renew(selector())),
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
