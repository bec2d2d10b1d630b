import type { MarkdownIt, Token } from 'markdown-it';
import { escapeHtml } from '../text/escape';
import { SlugIds } from './slug';

const longestLanguage = 30;

/**
 * Headings with ids, tables and code that scroll inside themselves, task boxes; no `style` attribute anywhere
 * (docs/security.md#r7).
 */
export function blockRules(md: MarkdownIt): void {
  md.core.ruler.push('record_blocks', ({ tokens }) => {
    const ids = new SlugIds();
    for (const [index, token] of tokens.entries()) {
      const next = tokens[index + 1];
      if (token.type === 'heading_open' && next) token.attrs = [['id', ids.unique(plainText(next))]];
      else if (token.type === 'th_open' || token.type === 'td_open') classForAlignment(token);
      else if (token.type === 'list_item_open') taskBox(tokens[index + 2]);
    }
  });
  const { rules } = md.renderer;
  rules.table_open = () => '<div class="scroll" tabindex="0"><table>\n';
  rules.table_close = () => '</table></div>\n';
  rules.code_block = (tokens, index) => codeHtml(tokens[index]?.content ?? '', '');
  rules.fence = (tokens, index) => codeHtml(tokens[index]?.content ?? '', tokens[index]?.info ?? '');
}

function codeHtml(content: string, info: string): string {
  const language = /^[\w+#.-]+/.exec(info.trim())?.[0].slice(0, longestLanguage) ?? '';
  const label = language ? ` data-language="${escapeHtml(language)}"` : '';
  return `<pre tabindex="0"${label}><code>${escapeHtml(content)}</code></pre>\n`;
}

function plainText(inline: Token): string {
  return (inline.children ?? []).map(({ type, content }) => (type === 'softbreak' ? ' ' : content)).join('');
}

/** markdown-it writes the alignment of a column as a style, which the page's policy refuses. */
function classForAlignment(cell: Token): void {
  const align = /^text-align:(left|center|right)$/.exec(String(cell.attrGet('style') ?? ''))?.[1];
  cell.attrs = align ? [['class', `align-${align}`]] : null;
}

function taskBox(inline: Token | undefined): void {
  const first = inline?.type === 'inline' ? inline.children?.[0] : undefined;
  if (first?.type !== 'text') return;
  first.content = first.content.replace(/^\[([ xX])\] /, (_, mark: string) => (mark === ' ' ? '☐ ' : '☑ '));
}
