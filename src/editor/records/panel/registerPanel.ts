import { Disposable, type Uri, type WebviewView, window } from 'vscode';
import { loadSentence } from '../../host/failureWords';
import type { FeatureServices } from '../../host/featureServices';
import { views } from '../../host/ids';
import { LazyFeature } from '../../host/lazyFeature';
import type { PanelFeature, PanelServices } from './panelFeature';

/** The view Decisions; its code is loaded after the activation. */
export function registerPanel(
  services: FeatureServices & PanelServices,
  extensionUri: Uri,
): Disposable & { readonly panel: LazyFeature<PanelFeature> } {
  const panel = new LazyFeature(async (parts) => {
    const { PanelFeature, readPageCode } = await import('./panelFeature');
    return new PanelFeature(parts, services, await readPageCode(extensionUri));
  });
  const resolve = async (view: WebviewView): Promise<void> => {
    try {
      (await panel.load()).panel.resolveWebviewView(view);
    } catch (error) {
      await showFailure(view, error, resolveWebviewView);
      throw error;
    }
  };
  const resolveWebviewView = (view: WebviewView): Promise<void> =>
    services.boundary.background('panel', null, () => resolve(view));
  const registered = window.registerWebviewViewProvider(views.decisions, { resolveWebviewView });
  return { panel, dispose: () => Disposable.from(registered, panel).dispose() };
}

/** A page without a script, until the view is shown again and so loads the feature again. */
async function showFailure(
  view: WebviewView,
  error: unknown,
  resolve: (view: WebviewView) => Promise<void>,
): Promise<void> {
  const listener = view.onDidChangeVisibility(() => {
    if (!view.visible) return;
    listener.dispose();
    void resolve(view);
  });
  // Imported only here, since the activation does not need this code.
  const { escapeHtml } = await import('../../../core/text/escape');
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
  const sentence = escapeHtml(loadSentence(error));
  view.webview.html = `<!DOCTYPE html><html><head>${policy}</head><body><p>${sentence}</p></body></html>`;
}
