import { env, Uri } from 'vscode';
import { isForgePage } from '../../core/forge/remoteUrl';

/** Opens a page in the browser; does nothing where the page is not at that host. */
export async function openPage(url: string, host: string): Promise<void> {
  if (isForgePage(url, host)) await env.openExternal(Uri.parse(url, true));
}
