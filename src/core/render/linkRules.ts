import type { MarkdownIt, Token } from 'markdown-it';
import type { Reference } from '../links/link';
import type { FilePath } from '../ports';
import { escapeHtml } from '../text/escape';
import { type LinkTarget, linkTarget, remoteHost } from './linkTarget';
import { withReferences } from './referenceTokens';
import { recordOf, writtenTarget } from './writtenTarget';

/** What the renderer asks of the page that shows its HTML. */
export interface RenderPorts {
  /** The opaque id by which the page asks for the target (docs/security.md#r10), or null where it takes no more: then it is text. */
  idOf(target: LinkTarget): string | null;
  /** From where the page may load an image of the folder, or null where it may not. */
  imageUri(path: FilePath): string | null;
  /** What stands in place of an image that would have to be fetched; `alt` may be empty. */
  remoteImage(host: string, alt: string): string;
  /** The label of the fold of a record's head; null where the page shows none of the head, which then stays open. */
  readonly head: string | null;
  /** References in a piece of text, in order, with offsets into it. */
  references(text: string): readonly Reference[];
}

/**
 * Turns every link into an opaque id (docs/security.md#r10) and every reference in the text into a link of the same
 * kind, so that one can walk from record to record. What is not on the allow-list of R6 stays text.
 */
export function linkRules(md: MarkdownIt, from: FilePath, ports: RenderPorts): void {
  // An image of another host passes here to become its placeholder; a link that passes only by this is undone below.
  md.validateLink = (href) => linkTarget(href, from) !== null || remoteHost(href) !== null;
  md.core.ruler.push('record_links', ({ tokens, Token: TokenClass }) => {
    const links = new InlineLinks(TokenClass, from, ports);
    for (const token of tokens) if (token.children) token.children = links.rewrite(token.children);
  });
  md.renderer.rules.image = (tokens, index, options, env, renderer) => {
    const token = tokens[index];
    const alt = renderer.renderInlineAsText(token?.children ?? [], options, env);
    return imageHtml(String(token?.attrGet('src') ?? ''), alt, from, ports);
  };
}

function imageHtml(src: string, alt: string, from: FilePath, ports: RenderPorts): string {
  const host = remoteHost(src);
  if (host !== null) return `<span class="remote-image">${escapeHtml(ports.remoteImage(host, alt))}</span>`;
  const target = linkTarget(src, from);
  const uri = target?.kind === 'file' ? ports.imageUri(target.path) : null;
  return uri === null
    ? escapeHtml(alt || src)
    : `<img src="${escapeHtml(uri)}" alt="${escapeHtml(alt)}" loading="lazy">`;
}

class InlineLinks {
  constructor(
    private readonly TokenClass: typeof Token,
    private readonly from: FilePath,
    private readonly ports: RenderPorts,
  ) {}

  rewrite(tokens: readonly Token[]): Token[] {
    const rewritten: Token[] = [];
    // The token that closes the open link; links do not nest.
    let end: Token | null = null;
    for (const token of tokens) {
      if (token.type === 'link_open') {
        const href = String(token.attrGet('href') ?? '');
        const target = writtenTarget(href, this.from, (text) => this.ports.references(text));
        const open = target && this.open(target);
        const auto = token.markup === 'autolink';
        end = open ? this.close() : this.text(auto ? '' : `](${href})`);
        rewritten.push(open ?? this.text(auto ? '' : '['));
      } else if (token.type === 'link_close') {
        rewritten.push(end ?? token);
        end = null;
      } else if (token.type === 'text' && end?.type !== 'link_close') {
        rewritten.push(...this.referenced(token.content));
      } else {
        rewritten.push(token);
      }
    }
    return rewritten;
  }

  private referenced(text: string): Token[] {
    const around = (reference: Reference) => {
      const target = recordOf(reference);
      const open = target && this.open(target);
      return open && { open, close: [this.close()] };
    };
    return withReferences(text, this.ports.references(text), around, (piece) => this.text(piece));
  }

  private open(target: LinkTarget): Token | null {
    const token = new this.TokenClass('link_open', 'a', 1);
    if (target.kind === 'fragment') {
      token.attrs = [['href', `#${target.id}`]];
      return token;
    }
    const id = this.ports.idOf(target);
    if (id === null) return null;
    token.attrs = [
      ['href', '#'],
      ['data-id', id],
      ['title', target.kind === 'file' ? target.path : target.url],
    ];
    return token;
  }

  private close(): Token {
    return new this.TokenClass('link_close', 'a', -1);
  }

  private text(content: string): Token {
    const token = new this.TokenClass('text', '', 0);
    token.content = content;
    return token;
  }
}
