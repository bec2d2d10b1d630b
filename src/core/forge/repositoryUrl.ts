import { decodeOnce } from '../files/paths';
import type { FilePath } from '../ports';
import { type Remote, remoteOf } from './remotes';

/** A file in a repository, as a browser's address names it. */
export interface RepositoryUrl {
  readonly remote: Remote;
  /** The file's path, several where the branch's name may hold slashes; the likeliest first. */
  readonly paths: readonly FilePath[];
}

/** How forges spell "file F at revision R": the marker between the repository and `R/F`. */
const markers: readonly (readonly string[])[] = [
  ['-', 'blob'],
  ['-', 'tree'],
  ['-', 'raw'],
  ['blob'],
  ['tree'],
  ['raw'],
  ['blame'],
  ['edit'],
  ['src', 'branch'],
  ['src', 'commit'],
  ['src', 'tag'],
  ['src'],
];

/** `R/F` without its first one, two, … parts: `feature/x` is a branch too. */
function withoutRevision(parts: readonly string[]): readonly FilePath[] {
  return parts.slice(1, 6).map((_, skipped) => parts.slice(skipped + 1).join('/'));
}

/** The marker nearest to the repository; a folder of the same name further on is part of the path. */
function splitAtMarker(parts: readonly string[]): { before: readonly string[]; after: readonly string[] } | null {
  for (let at = 2; at < parts.length; at++) {
    const marker = markers.find((words) => words.every((word, step) => parts[at + step] === word));
    if (marker) return { before: parts.slice(0, at), after: parts.slice(at + marker.length) };
  }
  return null;
}

/** What a URL says of a file in a repository; null where it is no such URL (an issue, a page, another site). */
export function parseRepositoryUrl(text: string): RepositoryUrl | null {
  if (!URL.canParse(text)) return null;
  const { hostname, pathname, searchParams } = new URL(text);
  const parts = pathname.split('/').filter(Boolean).map(decodeOnce);
  const known = parts.filter((part) => part !== null);
  if (known.length !== parts.length) return null;
  if (hostname === 'raw.githubusercontent.com') {
    const remote = remoteOf('github.com', known.slice(0, 2));
    return remote && { remote, paths: withoutRevision(known.slice(known[2] === 'refs' ? 4 : 2)) };
  }
  const azurePath = searchParams.get('path');
  if (known.includes('_git') && azurePath) {
    const remote = remoteOf(hostname, known.slice(0, known.indexOf('_git') + 2));
    return remote && { remote, paths: [azurePath.replace(/^\/+/, '')] };
  }
  const split = splitAtMarker(known);
  const remote = split && remoteOf(hostname, split.before);
  return split && remote ? { remote, paths: withoutRevision(split.after) } : null;
}
