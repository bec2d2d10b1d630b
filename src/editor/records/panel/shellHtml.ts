import { webviewPage } from '../../host/webviewPage';

/** The page's code as text. Neither part contains an end tag of its own element. */
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
 * The page without content: it asks for content when it is ready. Only its own style, script and images are allowed
 * (docs/security.md#r7). Style and script are inline: each file that a page loads costs a round trip to the editor
 * before anything is shown.
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
