import { webviewPage } from '../../host/webviewPage';

/** What the page is made of, as text; neither holds an end tag of its own element. */
export interface PageCode {
  readonly script: string;
  readonly style: string;
}

export interface ShellParts extends PageCode {
  readonly nonce: string;
  readonly cspSource: string;
  readonly language: string;
  readonly title: string;
}

/**
 * The page without content: it asks for that when it is ready. Nothing is allowed but its own style, script and images
 * (docs/security.md#r7). Style and script stand in it: each file that a page asks for is a way to the editor and back
 * before it shows anything.
 */
export function shellHtml({ nonce, cspSource, script, style, language, title }: ShellParts): string {
  return webviewPage({
    language,
    title,
    allowed: [`img-src ${cspSource}`, `style-src 'nonce-${nonce}'`, `script-src 'nonce-${nonce}'`],
    head: `<style nonce="${nonce}">${style}</style>`,
    body: `<main id="content"></main>
<div id="announcement" class="spoken" role="status" aria-live="polite"></div>
<script nonce="${nonce}">${script}</script>`,
  });
}
