import { escapeHtml } from '../../../core/text/escape';
import { webviewPage } from '../../host/webviewPage';

export interface ShellParts {
  readonly nonce: string;
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUris: readonly string[];
  readonly language: string;
  readonly title: string;
}

/**
 * The page without content: it asks for that when it is ready. Nothing is allowed but its own style, script and images
 * (docs/security.md#r7).
 */
export function shellHtml({ nonce, cspSource, scriptUri, styleUris, language, title }: ShellParts): string {
  return webviewPage({
    language,
    title,
    allowed: [`img-src ${cspSource}`, `style-src ${cspSource}`, `script-src 'nonce-${nonce}'`],
    styleUris,
    body: `<main id="content"></main>
<div id="announcement" class="spoken" role="status" aria-live="polite"></div>
<script nonce="${nonce}" src="${escapeHtml(scriptUri)}"></script>`,
  });
}
