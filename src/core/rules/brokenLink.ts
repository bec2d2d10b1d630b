import { dirname, extension, resolveIn, stem } from '../files/paths';
import { relativePath } from '../links/respelledPath';
import type { FilePath } from '../ports';
import { slugOfHeading } from '../render/slug';
import { inlineLinks } from '../text/inlineLinks';
import { plainText } from '../text/plainText';
import type { CheckedFile } from './checkedFile';
import { spanAt } from './checkedFile';
import { isToHold } from './citing';
import type { Fix, Found, Span } from './finding';
import { theOnlyNamed } from './onlyAlike';
import type { Known, Rule } from './rule';
import { sentence } from './sentences';

const code = 'broken-link';

/** A document or another file by its extension; pages and folders are a site generator's to make. */
const fileName = /\.(?!html?$|com$|org$|io$|net$|dev$)[A-Za-z]\w{0,9}$/;
/** What a form leaves to be filled in. */
const placeholder = /[{}<>$*|]|\.\.\.|…|xxx|nnn|yyyy|path\/to|(?:^|\/)(?:url|link|todo|tbd|example)\b/i;
/** Anchors that a page has without a heading. */
const otherAnchor = /^(?:top|fn|fnref|user-content|footnote|ref|cite|_|\^|:~:|L?\d)/i;

const picture = /\[?!\[[^\]]{0,200}\]\([^)]{0,300}\)(?:\]\([^)]{0,300}\))?/g;

interface Target {
  readonly href: string;
  readonly span: Span;
}

/** A relative link of a record, in Markdown, to a file or heading that is not there. */
export const brokenLink: Rule = {
  code,
  severity: 'warning',
  *find(file, known) {
    const [record] = file.records;
    if (!record || record.kind === 'diagram' || !isToHold(file) || known.files.truncated) return;
    if (file.document.flavour !== 'markdown') return;
    // Records that references find have a rule for their slugs.
    const cited = new Set(file.references.map(({ line, column }) => `${line}:${column}`));
    let anchors: ReadonlySet<string> | undefined;
    for (const target of targetsIn(file)) {
      if (target.href.startsWith('#')) {
        anchors ??= anchorsOf(file);
        if (isAnchor(target.href, anchors)) continue;
        yield { span: target.span, sentence: sentence(code, 'anchor', target.href), about: target.href };
      } else if (!cited.has(`${target.span.startLine}:${target.span.startColumn}`)) {
        const found = missing(target, file, known);
        if (found) yield found;
      }
    }
  },
};

function* targetsIn(file: CheckedFile): Generator<Target> {
  const { document } = file;
  for (const { kind, number } of document.lines) {
    if (kind === 'blank' || kind === 'code' || kind === 'hidden') continue;
    const line = file.line(number);
    if (kind === 'definition') {
      const href = /^ {0,3}\[[^\]\n]{1,200}\]:\s{1,4}<?([^\s<>]{1,300})/.exec(line)?.[1];
      if (href) yield { href, span: spanAt(number, line.indexOf(href, line.indexOf(']:')), href.length) };
      continue;
    }
    if (!line.includes('](')) continue;
    for (const { end, href, start } of inlineLinks(line)) {
      if (line[end - 1] !== ')' || href === '') continue;
      const at = line.lastIndexOf(href, end);
      if (at > start) yield { href, span: spanAt(number, at, href.length) };
    }
  }
}

function missing({ href, span }: Target, file: CheckedFile, known: Known): Found | null {
  const path = pathOf(href);
  if (path === null) return null;
  const target = resolveIn(dirname(file.path), path);
  if (target === null || isThere(target, known) || known.files.isIgnored(target)) return null;
  const about = href;
  const departure = known.history?.departure(file.path, target) ?? null;
  if (departure?.kind === 'moved') {
    const { to, commit } = departure;
    return {
      ...{ span, about, sentence: sentence(code, 'renamed', path, to, commit.hash, commit.date) },
      fix: linkTo(to, path, span, file),
    };
  }
  const only = theOnlyNamed(path, known.files);
  const found = { span, about, sentence: sentence(code, 'missing', path) };
  return only === null ? found : { ...found, fix: linkTo(only, path, span, file) };
}

/** The path of a link that can only mean a file of the folder; null for pages, addresses and forms. */
function pathOf(href: string): string | null {
  const [path = ''] = href.split(/[?#]/, 1);
  if (/^[a-z][a-z0-9+.-]*:|^[/@~]|^www\./i.test(path) || placeholder.test(path)) return null;
  // An image of a site may be kept anywhere.
  return fileName.test(path) && !/\.(?:png|jpe?g|gif|svg|webp|avif|ico)$/i.test(path) ? path : null;
}

const documents = ['.md', '.mdx', '.markdown', '.rst', '.adoc'];

function isThere(path: FilePath, { files }: Known): boolean {
  if (files.has(path) || files.hasDirectory(path)) return true;
  const bare = path.slice(0, path.length - extension(path).length);
  // A generator makes one kind of page of several kinds of document.
  if (documents.includes(extension(path)) && documents.some((other) => files.has(bare + other))) return true;
  // What a site serves beside its pages is kept in a folder of its own.
  return files.filesCalled(stem(path)).some((file) => served.test(file) && file.endsWith(`/${below(path)}`));
}

const served = /(?:^|\/)(?:public|static|assets|www)\//i;

/** The last two parts of a path. */
function below(path: FilePath): string {
  return path.split('/').slice(-2).join('/');
}

function linkTo(target: FilePath, written: string, span: Span, file: CheckedFile): Fix {
  const path = relativePath(file.path, target).replace(/^\.\//, written.startsWith('./') ? './' : '');
  const text = encodeURI(path);
  const edit = { file: file.path, ...span, endColumn: span.startColumn + written.length, text };
  return { title: sentence(code, 'fix', path), edits: [edit] };
}

/** The anchors of the headings of a file, and those that it makes itself, by their letters alone: generators differ in the rest. */
function anchorsOf(file: CheckedFile): ReadonlySet<string> {
  const { document, text } = file;
  const headings = document.lines.flatMap((line) => (line.kind === 'heading' ? [line.text] : []));
  const own = [...text.matchAll(/(?:\b(?:id|name)\s{0,2}=\s{0,2}["']?|\{\s{0,3}#)([^"'\s>}]{1,200})/g)].map(
    ([, id = '']) => id,
  );
  // Of a picture in a heading some take the words that stand for it.
  const plain = headings.flatMap((heading) => [heading, heading.replace(picture, '')]);
  const slugs = plain.map((heading) => slugOfHeading(plainText(heading, document.definitions)));
  return new Set([...slugs, ...headings, ...own].map(letters));
}

function isAnchor(href: string, anchors: ReadonlySet<string>): boolean {
  const anchor = href.slice(1);
  if (letters(anchor) === '' || otherAnchor.test(anchor) || placeholder.test(anchor)) return true;
  let name = anchor;
  try {
    name = decodeURIComponent(anchor);
  } catch {
    return true;
  }
  // The second heading of a name has a number behind it.
  return anchors.has(letters(name)) || anchors.has(letters(name.replace(/[-_]\d{1,3}$/, '')));
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
