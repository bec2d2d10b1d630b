import { Disposable, type DocumentLinkProvider, type DocumentSelector, type Event, languages, workspace } from 'vscode';
import { Disposables } from '../../host/disposables';
import { settingKeys } from '../../host/ids';
import { isOn, onSettings } from '../../host/settings';
import type { ReferenceHover } from '../hover/referenceHover';
import type { ReferenceDefinitions } from './definitions';
import type { ReferenceLinks } from './documentLinks';

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
  const requested = new Disposables();
  const links = new LinkRegistration(providers.links);
  const selector = (): DocumentSelector | null => (isOn(settingKeys.enabled) ? referenceSelector() : null);
  const register = (): void => {
    const where = selector();
    requested.clear();
    links.renew(where);
    if (!where) return;
    requested.add(languages.registerHoverProvider(where, providers.hover));
    requested.add(languages.registerDefinitionProvider(where, providers.definitions));
  };
  register();
  return Disposable.from(
    workspace.onDidChangeWorkspaceFolders(register),
    onSettings(register),
    onDidChange(() => links.renew(selector())),
    requested,
    links,
  );
}

/** Where references are looked for: not in output, logs, terminals or the commit message, whose schemes are none of these. */
export function referenceSelector(): DocumentSelector {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = new Set([...folders, 'untitled', 'git', 'vscode-notebook-cell']);
  return [...schemes].map((scheme) => ({ scheme }));
}

/**
 * The registration of document links. The editor asks for links when a document opens and never by itself again, so
 * they are registered anew when records or switches change. A link that is on the screen is resolved by the
 * registration that gave it: the one before is kept until the next change, and only gives no links any more.
 */
export class LinkRegistration implements Disposable {
  private shown: { readonly retire: () => void; readonly registration: Disposable } | undefined;
  private retired: Disposable | undefined;

  constructor(private readonly links: Required<DocumentLinkProvider>) {}

  /** Makes the editor ask again; without a selector there is nothing to ask. */
  renew(selector: DocumentSelector | null): void {
    this.retired?.dispose();
    this.shown?.retire();
    this.retired = this.shown?.registration;
    this.shown = selector ? this.register(selector) : undefined;
  }

  dispose(): void {
    this.renew(null);
    this.retired?.dispose();
  }

  private register(selector: DocumentSelector) {
    const { links } = this;
    let isRetired = false;
    const registration = languages.registerDocumentLinkProvider(selector, {
      provideDocumentLinks: (document, token) => (isRetired ? [] : links.provideDocumentLinks(document, token)),
      resolveDocumentLink: (link, token) => links.resolveDocumentLink(link, token),
    });
    const retire = () => {
      isRetired = true;
    };
    return { registration, retire };
  }
}
