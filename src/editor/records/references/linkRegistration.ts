import { type Disposable, type DocumentLinkProvider, type DocumentSelector, languages } from 'vscode';

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
