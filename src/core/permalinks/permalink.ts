import { extension } from '../files/paths';
import type { FilePath } from '../ports';
import { encodeName, encodePath } from '../text/encodeName';
import { wordSet } from '../text/wordList';
import type { LineSpan } from './codePermalink';
import type { HostKind } from './hostRules';
import type { RepositoryHost } from './repositoryHost';

/** Lines of a file as it was in one commit. */
export interface CodeLocation {
  /** A whole hash. */
  readonly commit: string;
  /** Relative to the repository's root. */
  readonly path: FilePath;
  /** Null for the whole file. */
  readonly lines: LineSpan | null;
}

/** The parts of an address below the repository's page. Paths and hashes come in encoded. */
interface AddressForm {
  readonly file: (path: string, commit: string) => string;
  readonly lines: (first: number, last: number) => string;
  /** A query for documents, which hosts render, without line numbers, unless the query asks for their source. */
  readonly source?: string;
}

const dash = (first: number, last: number) => (first === last ? `${first}` : `${first}-${last}`);

const forms: Readonly<Record<HostKind, AddressForm>> = {
  github: {
    file: (path, commit) => `/blob/${commit}/${path}`,
    source: '?plain=1',
    lines: (first, last) => (first === last ? `#L${first}` : `#L${first}-L${last}`),
  },
  gitlab: {
    file: (path, commit) => `/-/blob/${commit}/${path}`,
    source: '?plain=1',
    lines: (first, last) => `#L${dash(first, last)}`,
  },
  bitbucket: {
    file: (path, commit) => `/src/${commit}/${path}`,
    lines: (first, last) => (first === last ? `#lines-${first}` : `#lines-${first}:${last}`),
  },
  'bitbucket-server': {
    file: (path, commit) => `/browse/${path}?at=${commit}`,
    lines: (first, last) => `#${dash(first, last)}`,
  },
  azure: {
    file: (path, commit) => `?path=%2F${path.replaceAll('/', '%2F')}&version=GC${commit}`,
    // The end is the first column of the line after the last one.
    lines: (first, last) =>
      `&line=${first}&lineEnd=${last + 1}&lineStartColumn=1&lineEndColumn=1&lineStyle=plain&_a=contents`,
  },
  gitea: {
    file: (path, commit) => `/src/commit/${commit}/${path}`,
    source: '?display=source',
    lines: (first, last) => (first === last ? `#L${first}` : `#L${first}-L${last}`),
  },
  sourcehut: {
    file: (path, commit) => `/tree/${commit}/item/${path}`,
    source: '?view-source',
    lines: (first, last) => `#L${dash(first, last)}`,
  },
};

const documents = wordSet(
  '.md .mdx .markdown .mdown .rst .adoc .asciidoc .asc .org .rdoc .textile .mediawiki .pod .ipynb .svg .csv',
);

/** A permanent address of lines. Nothing in it can end a Markdown link or begin another. */
export function permalink({ kind, page }: RepositoryHost, { commit, path, lines }: CodeLocation): string {
  const form = forms[kind];
  const file = form.file(encodePath(path), encodeName(commit));
  if (lines === null) return page + file;
  const source = form.source !== undefined && documents.has(extension(path)) ? form.source : '';
  return page + file + source + form.lines(lines.first, lines.last);
}
