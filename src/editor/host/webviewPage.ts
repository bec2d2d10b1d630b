import { escapeHtml } from '../../core/text/escape';

interface WebviewPage {
  readonly language: string;
  readonly title: string;
  /** Content security policy directives for what the page may load, such as `style-src …`. All else is refused. */
  readonly allowed: readonly string[];
  /** The style's element or link, and the body: HTML that is already safe. */
  readonly head: string;
  readonly body: string;
}

/** A page of a webview. It may load what is allowed and nothing else, and sends no form (docs/security.md#r7). */
export function webviewPage({ language, title, allowed, head, body }: WebviewPage): string {
  const policy = ["default-src 'none'", ...allowed, "form-action 'none'", "base-uri 'none'", "frame-src 'none'"];
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy.join('; '))}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>${escapeHtml(title)}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;
}
