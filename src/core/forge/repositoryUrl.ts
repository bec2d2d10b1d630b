import { decodeOnce } from '../files/paths';
import type { FilePath } from '../ports';
import { type Remote, remoteOf } from './remotes';

/** A file in a repository, as a browser's address names it. */
export interface RepositoryUrl {
  readonly remote: Remote;
  /** The file's path; several where the branch's name may hold slashes, the likeliest first. */
  readonly paths: readonly FilePath[];
  /** A branch, tag or commit; of a branch with slashes only the first part. Null where the address has none. */
  readonly revision: string | null;
}

/** How forges spell "file F at revision R": the marker between the repository and `R/F`. */
const markers: readonly (readonly string[])[] = [
  ['-', 'blob'],
  ['-', 'tree'],
  ['-', 'raw'],
  ['blob'],
  ['tree'],
  ['raw', 'branch'],
  ['raw', 'commit'],
  ['raw', 'tag'],
  ['raw'],
  ['blame'],
  ['edit'],
  ['src', 'branch'],
  ['src', 'commit'],
  ['src', 'tag'],
  ['src'],
];

/** Splits `R/F`. Each path lacks the first one, two, … parts, since a branch may be named `feature/x`. */
function atRevision(parts: readonly string[]): Omit<RepositoryUrl, 'remote'> {
  const from = parts[0] === 'refs' ? parts.slice(2) : parts;
  return {
    revision: from[0] ?? null,
    paths: from.slice(1, 6).map((_, skipped) => from.slice(skipped + 1).join('/')),
  };
}

/** The marker nearest to the repository; a folder of the same name further on is part of the path. */
function splitAtMarker(parts: readonly string[]): { before: readonly string[]; after: readonly string[] } | null {
  for (let at = 2; at < parts.length; at++) {
    const marker = markers.find((words) => words.every((word, step) => parts[at + step] === word));
    if (marker) return { before: parts.slice(0, at), after: parts.slice(at + marker.length) };
  }
  return null;
}

/**
 * Whether a text is a forge's address without its host: `acme/archive/blob/main/docs/queue.md`. Its end is no path
 * here.
 */
export function isPathAtForge(text: string): boolean {
  return /^[\w-]{1,60}\/[\w.-]{1,100}\/(?:-\/)?(?:blob|tree|raw)\//.test(text);
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
    return remote && { remote, ...atRevision(known.slice(2)) };
  }
  const azurePath = searchParams.get('path');
  if (known.includes('_git') && azurePath) {
    const remote = remoteOf(hostname, known.slice(0, known.indexOf('_git') + 2));
    // `GBmain`, `GC0123abc`: a branch, a commit.
    const revision = searchParams.get('version')?.replace(/^G[BCT]/, '') ?? null;
    return remote && { remote, paths: [azurePath.replace(/^\/+/, '')], revision };
  }
  const split = splitAtMarker(known);
  const remote = split && remoteOf(hostname, split.before);
  return split && remote ? { remote, ...atRevision(split.after) } : null;
}
