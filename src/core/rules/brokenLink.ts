import { dirname, resolveIn } from '../files/paths';
import { relativePath } from '../links/respelledPath';
import type { FilePath } from '../ports';
import { inlineLinks } from '../text/inlineLinks';
import { type Anchors, anchorsOf, isAnchor, nearAnchor } from './anchors';
import type { CheckedFile } from './checkedFile';
import { spanAt } from './checkedFile';
import { isToHold } from './citing';
import type { Fix, Found, Span } from './finding';
import { belowRoot, inRenumberedFolder, isMadeUnseen, isOfOtherRepository, pathOfLink } from './linkedFiles';
import { theOnlyNamed } from './onlyAlike';
import { rewriting } from './rewriting';
import type { Known, Rule } from './rule';
import { sentence } from './sentences';
import { isThere } from './servedFile';

const code = 'broken-link';

interface Target {
  /** What is shown for the link; empty for the definition of a name. */
  readonly text: string;
  readonly href: string;
  readonly span: Span;
}

/** A relative link of a record, in Markdown, to a file or heading that is not there. */
export const brokenLink: Rule = {
  code,
  severity: 'warning',
  *find(file, known) {
    if (!isChecked(file) || known.files.truncated) return;
    // A link that is a stale reference to a record is left to `stale-slug`.
    const cited = new Map(file.references.map((reference) => [`${reference.line}:${reference.column}`, reference]));
    let own: Anchors | undefined;
    for (const target of targetsIn(file)) {
      const reference = cited.get(`${target.span.startLine}:${target.span.startColumn}`);
      if (target.href.startsWith('#')) {
        // The heading may be in the part that was not read.
        if (file.document.truncated) continue;
        own ??= anchorsOf(file.document, file.text);
        if (!isAnchor(target.href, own)) yield withoutAnchor(target, target.href, own, file, 'anchor');
      } else if (reference === undefined) {
        const found = missing(target, file, known) ?? elsewhere(target, file, known);
        if (found) yield found;
      } else if (reference.resolution === 'resolved' && !reference.stale) {
        // A reference is resolved from every folder above its file, a path that begins with dots only from its own.
        const lost = /^\.{1,2}\//.test(target.href) ? missing(target, file, known) : null;
        const found = lost ?? elsewhere(target, file, known);
        if (found) yield found;
      }
    }
  },
};

function isChecked(file: CheckedFile): boolean {
  const [record] = file.records;
  return record !== undefined && record.kind !== 'diagram' && isToHold(file) && file.document.flavour === 'markdown';
}

/** The records to whose headings a file links: their anchors have to be read before this rule can speak of them. */
export function linkedRecords(file: CheckedFile, known: Pick<Known, 'record'>): readonly FilePath[] {
  if (!file.text.includes('#') || !isChecked(file)) return [];
  return [...targetsIn(file)].flatMap((target) => anchored(target, file, known)?.path ?? []);
}

/** The record that a link with a fragment leads to. */
function anchored({ href }: Target, file: CheckedFile, known: Pick<Known, 'record'>) {
  const at = href.indexOf('#');
  const path = at > 0 ? pathOfLink(href) : null;
  const target = path === null ? null : resolveIn(dirname(file.path), path);
  const record = target === null ? undefined : known.record(target);
  if (target === null || !record || record.kind === 'diagram') return null;
  return { path: target, fragment: href.slice(at) };
}

function elsewhere(target: Target, file: CheckedFile, known: Known): Found | null {
  const to = anchored(target, file, known);
  const anchors = to && known.anchorsOf(to.path);
  if (!to || !anchors || isAnchor(to.fragment, anchors)) return null;
  return withoutAnchor(target, to.fragment, anchors, file, 'anchorThere');
}

function withoutAnchor(
  { text: words, href, span }: Target,
  fragment: string,
  anchors: Anchors,
  file: CheckedFile,
  says: 'anchor' | 'anchorThere',
): Found {
  const near = nearAnchor(fragment, words, anchors);
  const to = href.slice(0, href.length - fragment.length);
  const found = { span, about: href, sentence: sentence(code, says, fragment, to) };
  if (near === null) return found;
  const text = `${to}#${encodeURI(near)}`;
  return { ...found, fix: rewriting(code, file.path, span, text) };
}

function* targetsIn(file: CheckedFile): Generator<Target> {
  const { document } = file;
  for (const { kind, number } of document.lines) {
    if (kind === 'blank' || kind === 'code' || kind === 'hidden') continue;
    const line = file.line(number);
    if (kind === 'definition') {
      const [, name = '', href] = /^ {0,3}\[([^\]\n]{1,200})\]:\s{1,4}<?([^\s<>]{1,300})/.exec(line) ?? [];
      if (href && isUsed(name, file))
        yield { text: '', href, span: spanAt(number, line.indexOf(href, line.indexOf(']:')), href.length) };
      continue;
    }
    if (!line.includes('](')) continue;
    for (const { end, href, start, text } of inlineLinks(line)) {
      if (line[end - 1] !== ')' || href === '') continue;
      const at = line.lastIndexOf(href, end);
      // Left out where the address has a blank: some renderers take it whole, others see no link.
      if (!/^\s{0,9}(?:$|[>"'(])/.test(line.slice(at + href.length, end - 1))) continue;
      if (at > start) yield { text, href, span: spanAt(number, at, href.length) };
    }
  }
}

/** Whether a text uses a link definition: a template defines names that none uses. */
function isUsed(name: string, file: CheckedFile): boolean {
  return (file.once(namesInBrackets).get(name.toLowerCase()) ?? 0) > 1;
}

/** How often each name stands in brackets, its definition included. `[name](address)` does not count. */
function namesInBrackets({ text }: CheckedFile): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, name = ''] of text.toLowerCase().matchAll(/\[([^[\]\n]{1,200})\](?!\()/g)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function missing({ href, span }: Target, file: CheckedFile, known: Known): Found | null {
  const path = pathOfLink(href);
  if (path === null) return null;
  const target = resolveIn(dirname(file.path), path);
  if (target === null || isThere(target, known) || known.files.isIgnored(target)) return null;
  const about = href;
  const departure = known.history?.departure(file.path, target) ?? null;
  if (departure?.kind === 'moved') {
    const { to, commit } = departure;
    return {
      span,
      about,
      sentence: sentence(code, 'renamed', path, to, commit.hash, commit.date),
      fix: linkTo(to, path, span, file),
    };
  }
  const fromRoot = path.replace(/^\.\//, '');
  if (target !== fromRoot && known.files.has(fromRoot))
    return { span, about, sentence: sentence(code, 'fromRoot', path), fix: linkTo(fromRoot, path, span, file) };
  const misspelt = belowRoot(path, known) ?? inRenumberedFolder(target, known);
  if (departure === null && misspelt === null && isMadeUnseen(target, known)) return null;
  // For a removed file none of the same name is offered: it may as well be its replacement (`v2/mail.proto`).
  const only = departure?.kind === 'removed' ? null : (misspelt ?? theOnlyNamed(path, known.files));
  if (departure === null && only === null && isOfOtherRepository(target, known)) return null;
  const found = { span, about, sentence: sentence(code, 'missing', path) };
  return only === null ? found : { ...found, fix: linkTo(only, path, span, file) };
}

function linkTo(target: FilePath, written: string, span: Span, file: CheckedFile): Fix {
  const path = relativePath(file.path, target).replace(/^\.\//, written.startsWith('./') ? './' : '');
  const place = { ...span, endColumn: span.startColumn + written.length };
  return rewriting(code, file.path, place, encodeURI(path), path);
}
