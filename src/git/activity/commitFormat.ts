import type { CommitFact } from '../../core/activity/facts';
import { coAuthorsPlaceholder, logFormat, parseCoAuthors, type Row } from '../format';

/** Names and addresses are mapped by the mailmap, except `written`. */
const definition = {
  hash: '%H',
  tree: '%T',
  parents: '%P',
  name: '%aN',
  address: '%aE',
  written: '%ae',
  committerName: '%cN',
  committerAddress: '%cE',
  authored: '%at',
  committed: '%ct',
  subject: '%s',
  body: '%b',
  trailers: '%(trailers)',
  coAuthors: coAuthorsPlaceholder,
} as const;

export const commitFormat = logFormat(definition);

const longestSubject = 1_000;
const longestBody = 8 * 1024;
const longestTrailers = 2_000;

export function commitOf(row: Row<typeof definition>): CommitFact {
  const trailers = row.trailers.slice(0, longestTrailers).trim();
  const { subject, body } = withWholeSubject(row);
  return {
    hash: row.hash,
    parents: row.parents.split(' ').filter((parent) => parent !== ''),
    author: { name: row.name, address: row.address },
    writtenAddress: row.written,
    committer: { name: row.committerName, address: row.committerAddress },
    authored: Number(row.authored) * 1000,
    committed: Number(row.committed) * 1000,
    subject: subject.slice(0, longestSubject),
    body: (isWords(trailers) ? body.trimEnd() : withoutTrailers(body, row.trailers)).slice(0, longestBody),
    trailers: isWords(trailers) ? '' : trailers,
    coAuthors: parseCoAuthors(row.coAuthors),
    tree: row.tree,
  };
}

/** What ends with an ellipsis, a request behind it, and goes on behind another in the body, where GitHub cut it. */
function withWholeSubject({ subject, body }: { readonly subject: string; readonly body: string }) {
  const cut = /^(.*)…( \(#\d+\))?$/.exec(subject);
  const rest = /^…(.+)\n*/.exec(body);
  if (!cut || !rest) return { subject, body };
  const [, begun = '', request = ''] = cut;
  return { subject: begun + rest[1] + request, body: body.slice(rest[0].length) };
}

/**
 * Whether the trailers are prose. To git `- : tests for empty names` and `Frontend: show the region too` are trailers,
 * because any word, and even a hyphen, may be a key. To people they say what the commit does.
 */
function isWords(trailers: string): boolean {
  return trailers !== '' && trailers.split('\n').every((line) => /^[\s-]/.test(line) || spokenLine.test(line));
}

/** One word and a sentence without an address; keys that tools use are excluded. */
const spokenLine =
  /^(?!(?:fix(?:es)?|close[sd]?|resolve[sd]?|refs?|references|see|issues?|tickets?|bugs?|link|url|cc|changelog|breaking)\b)[A-Za-z]{2,30}:[ \t]{1,4}[^\s<>@]{1,80}[ \t]{1,4}[^\s<>@]{1,80}[ \t]{1,4}[^<>@]{1,400}$/i;

/** The body without the trailers, which are its last paragraph if it has any. */
function withoutTrailers(body: string, trailers: string): string {
  const text = body.trimEnd();
  const block = trailers.trimEnd();
  return block !== '' && text.endsWith(block) ? text.slice(0, -block.length).trimEnd() : text;
}
