import { type Tab, Uri, window, workspace } from 'vscode';

const scheme = 'meridian-preview';

/**
 * Shows a read-only text while a person decides about it, and then closes its tab.
 * @param name what the tab is called, with `.md` at its end
 */
export async function whileShown<T>(name: string, text: string, decide: () => Promise<T>): Promise<T> {
  return withFixedText(name, text, async (uri) => {
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, { preview: false });
    return decide();
  });
}

/** As `whileShown`, for work that shows the text itself, such as one side of a comparison that is closed with it. */
export async function withFixedText<T>(name: string, text: string, work: (uri: Uri) => Promise<T>): Promise<T> {
  const provider = workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: () => text });
  // A new URI each time: the editor keeps the text that it has read for one.
  const uri = Uri.from({ scheme, path: `/${name}`, query: String(performance.now()) });
  try {
    return await work(uri);
  } finally {
    await window.tabGroups.close(window.tabGroups.all.flatMap(({ tabs }) => tabs.filter((tab) => isOf(tab, uri))));
    provider.dispose();
  }
}

function isOf({ input }: Tab, uri: Uri): boolean {
  if (typeof input !== 'object' || input === null) return false;
  const { uri: whole, original } = input as { readonly uri?: unknown; readonly original?: unknown };
  return [whole, original].some((shown) => shown instanceof Uri && shown.toString() === uri.toString());
}
