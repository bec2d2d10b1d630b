import type { FilePath } from '../ports';
import { slugId } from './slug';

/** What a link of the page leads to. Nothing else is a link (R6). */
export type LinkTarget =
  | { readonly kind: 'file'; readonly path: FilePath; readonly fragment: string | null }
  | { readonly kind: 'fragment'; readonly id: string }
  | { readonly kind: 'external'; readonly url: string };

const longestHref = 2_000;
const scheme = /^[a-z][a-z0-9+.-]*:/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unsafe = /[\u0000-\u001f\u007f\\]/;

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
  const [written = '', ...rest] = href.split('#');
  const path = decoded(written.split('?')[0] ?? '');
  const fragment = decoded(rest.join('#'));
  if (path === null || fragment === null || unsafe.test(path)) return null;
  const id = fragment === '' ? null : slugId(fragment);
  if (written === '') return id === null ? null : { kind: 'fragment', id };
  if (scheme.test(path) || scheme.test(written) || path.startsWith('//')) return null;
  const inside = pathInFolder(path, from);
  return inside === null ? null : { kind: 'file', path: inside, fragment: id };
}

/** The host of an image that would have to be fetched, or null where it would not. */
export function remoteHost(src: string): string | null {
  const url = src.startsWith('//') ? `https:${src}` : src;
  return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).host || null : null;
}

function pathInFolder(path: string, from: FilePath): FilePath | null {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part.includes(':')) {
      return null; // An NTFS stream or a drive (R20).
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.length > 0 ? parts.join('/') : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
