import { Disposable, type DocumentLinkProvider, type DocumentSelector, type Event, languages, workspace } from 'vscode';
import { Disposables } from '../../host/disposables';
import { settingKeys } from '../../host/ids';
import { isOn, onSettings } from '../../host/settings';
import type { ReferenceHover } from '../hover/referenceHover';
import { completionKeys, type ReferenceCompletions } from './completions';
import type { ReferenceDefinitions } from './definitions';
import type { ReferenceLinks } from './documentLinks';

/** Hover, links and definitions for the same ranges, and completions. */
export interface ReferenceProviders {
  readonly hover: ReferenceHover;
  readonly links: ReferenceLinks;
  readonly definitions: ReferenceDefinitions;
  readonly completions: ReferenceCompletions;
}

/**
 * Registers for every language, in the schemes of the open folders; again when folders are added or removed. Where the
 * setting is off, no provider is registered at all.
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
    requested.add(languages.registerCompletionItemProvider(where, providers.completions, ...completionKeys));
  };
  register();
  return Disposable.from(
    workspace.onDidChangeWorkspaceFolders(register),
    onSettings(register),
    onDidChange(() => links.refresh(selector())),
    requested,
    links,
  );
}

/** Where references are looked for: not in output, logs, terminals or commit messages, which have other schemes. */
export function referenceSelector(): DocumentSelector {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = new Set([...folders, 'untitled', 'git', 'vscode-notebook-cell']);
  return [...schemes].map((scheme) => ({ scheme }));
}

/** How many earlier registrations are kept. More changes between a request for links and a click are not expected. */
const mostRetired = 3;

interface Registered {
  /** Whether the editor has requested links from it. */
  wasRead: boolean;
  isRetired: boolean;
  readonly registration: Disposable;
}

/**
 * The registration of document links. The editor requests links only when a document opens, so they are registered
 * again when records or settings change. A link on the screen is resolved by the registration that it came from.
 * Without that, the editor says that its target is missing. So the latest registrations are kept, but give no links any
 * more.
 */
export class LinkRegistration implements Disposable {
  private shown: Registered | undefined;
  private readonly retired: Disposable[] = [];

  constructor(private readonly links: Required<DocumentLinkProvider>) {}

  /** Called when links may have changed. Where the editor has not requested any yet, there are none to replace. */
  refresh(selector: DocumentSelector | null): void {
    if (!this.shown || this.shown.wasRead) this.renew(selector);
  }

  /** Makes the editor request links again; without a selector there are none. */
  renew(selector: DocumentSelector | null): void {
    if (this.shown) {
      this.shown.isRetired = true;
      this.retired.push(this.shown.registration);
    }
    if (this.retired.length > mostRetired) this.retired.shift()?.dispose();
    this.shown = selector ? this.register(selector) : undefined;
  }

  dispose(): void {
    this.renew(null);
    for (const registration of this.retired.splice(0)) registration.dispose();
  }

  private register(selector: DocumentSelector): Registered {
    const { links } = this;
    const registration = languages.registerDocumentLinkProvider(selector, {
      provideDocumentLinks: (document, token) => {
        if (registered.isRetired) return [];
        registered.wasRead = true;
        return links.provideDocumentLinks(document, token);
      },
      resolveDocumentLink: (link, token) => links.resolveDocumentLink(link, token),
    });
    const registered = { wasRead: false, isRetired: false, registration };
    return registered;
  }
}
