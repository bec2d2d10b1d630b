import { decodeOnce, resolveRelative } from '../files/paths';
import type { FilePath } from '../ports';
import { slugId } from './slug';

/** Where a link of the page leads. Nothing else becomes a link (docs/security.md#r6). */
export type LinkTarget =
  | {
      readonly kind: 'file';
      readonly path: FilePath;
      readonly fragment: string | null;
      /** The other folder of the window that `path` belongs to. */
      readonly folder?: string;
    }
  | { readonly kind: 'fragment'; readonly id: string }
  | { readonly kind: 'external'; readonly url: string };

const longestHref = 2_000;

/**
 * The allow-list of R6: a path inside the workspace folder, `#fragment`, `https:` and `mailto:`. Null for everything
 * else, which is then shown as text. A path that begins with `/` counts from the folder, as on GitHub.
 *
 * @param href as written or percent-encoded; it is decoded once
 */
export function linkTarget(href: string, from: FilePath): LinkTarget | null {
  if (href === '' || href.length > longestHref) return null;
  if (/^https:\/\/[^/]/i.test(href)) return URL.canParse(href) ? { kind: 'external', url: href } : null;
  if (/^mailto:[^?]/i.test(href)) return { kind: 'external', url: href };
  const hash = href.indexOf('#');
  const written = hash < 0 ? href : href.slice(0, hash);
  const fragment = hash < 0 ? '' : decodeOnce(href.slice(hash + 1));
  if (fragment === null) return null;
  const id = fragment === '' ? null : slugId(fragment);
  if (written === '') return id === null ? null : { kind: 'fragment', id };
  const path = resolveRelative(from, written);
  return path ? { kind: 'file', path, fragment: id } : null;
}

/** The host that an image would be fetched from, or null for an image that is not fetched. */
export function remoteHost(src: string): string | null {
  const url = src.startsWith('//') ? `https:${src}` : src;
  return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).host || null : null;
}
