import { Disposable, type DocumentLinkProvider, type DocumentSelector, type Event, languages, workspace } from 'vscode';
import { Disposables } from '../../host/disposables';
import { settingKeys } from '../../host/ids';
import { isOn, onSettings } from '../../host/settings';
import type { ReferenceHover } from '../hover/referenceHover';
import { completionKeys, type ReferenceCompletions } from './completions';
import type { ReferenceDefinitions } from './definitions';
import type { ReferenceLinks } from './documentLinks';

/** Hover, links and definitions on the same ranges, and what may become one. */
export interface ReferenceProviders {
  readonly hover: ReferenceHover;
  readonly links: ReferenceLinks;
  readonly definitions: ReferenceDefinitions;
  readonly completions: ReferenceCompletions;
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

/** Where references are looked for: not in output, logs, terminals or the commit message, whose schemes are none of these. */
export function referenceSelector(): DocumentSelector {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = new Set([...folders, 'untitled', 'git', 'vscode-notebook-cell']);
  return [...schemes].map((scheme) => ({ scheme }));
}

/** More changes than these between a request for links and a click on one are not expected: requests are a second apart. */
const mostRetired = 3;

interface Registered {
  /** Whether the editor has links from it. */
  wasRead: boolean;
  isRetired: boolean;
  readonly registration: Disposable;
}

/**
 * The registration of document links. The editor requests links when a document opens and never by itself again, so
 * they are registered anew when records or switches change. A link that is on the screen is resolved by the
 * registration that gave it, and without it the editor says that its target is missing: the latest ones are kept, and
 * only give no links any more.
 */
export class LinkRegistration implements Disposable {
  private shown: Registered | undefined;
  private readonly retired: Disposable[] = [];

  constructor(private readonly links: Required<DocumentLinkProvider>) {}

  /** After a change of what links say. Where the editor has not yet requested any, it has none to be replaced. */
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
