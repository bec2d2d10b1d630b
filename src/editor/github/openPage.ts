import { env, Uri } from 'vscode';

/** Whether an address is a page of the forge that it is said to be of: `https`, and nothing else's host (A6). */
export function isPageOf(url: string, host: string): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' && parsed.host === host && parsed.username + parsed.password === '';
}

/** Opens a page in the browser, or nothing where it is none of that host. */
export async function openPage(url: string, host: string): Promise<void> {
  if (isPageOf(url, host)) await env.openExternal(Uri.parse(url, true));
}
