import type { FilePath } from '../ports';

/** One name of a path or query, percent-encoded. What could end a link in Markdown is encoded, too. */
export function encodeName(name: string): string {
  const whole = name.replace(/\p{Cs}/gu, '\uFFFD');
  return encodeURIComponent(whole).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A path as a part of an address. */
export function encodePath(path: FilePath): string {
  return path.split('/').map(encodeName).join('/');
}
