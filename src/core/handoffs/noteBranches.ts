import { isDetachedName } from '../activity/heads';
import type { SourceDocument } from '../text/document';
import { textOf } from '../text/line';
import { normalName } from '../text/plainText';
import { commaSet } from '../text/wordList';

const stateSections = commaSet('state, status, work items, in progress, ongoing, current work');
/**
 * Code in these sections names a branch only where the note gives its tip: a step may name a file or a command, too.
 */
const nextSections = commaSet('next, more to go on with');
const branchLabels = commaSet('branch, branches, working branch, feature branch, resume from, resume at');
/** Shared branches, on which nobody takes up work; a note has their tips as well. */
const shared = commaSet('main, master, trunk, develop, development, head');
const maxBranches = 20;

/**
 * Branches that a note asks its reader to go on with, in this order:
 * - those of its "Next"
 * - those of its "State" that its "Next" names
 * - the others of its "State", and those of a `Branch:` line
 * - where it names none of these, those whose tips it gives
 * @param tips all branches that it gives the tip of
 */
export function noteBranches(document: SourceDocument, next: readonly string[], tips: readonly string[]): string[] {
  const known = new Set(tips);
  const proposed = codeIn(document, nextSections).filter((name) => known.has(name) && !shared.has(name.toLowerCase()));
  const stated = [...codeIn(document, stateSections), ...labelledBranches(document)].filter((name) => {
    return known.size > 0 ? known.has(name) : isBranch(name);
  });
  const named = [...proposed, ...stated];
  const isNext = (name: string) => next.some((text) => text.includes(name));
  const found = named.length > 0 ? named : tips.filter((name) => isNext(name) || !shared.has(name.toLowerCase()));
  // Any person may have written the note, and `git checkout -f` throws away what is not committed.
  const all = found.filter((name) => !name.startsWith('-') && !isDetachedName(name));
  return [...new Set([...all.filter(isNext), ...all])].slice(0, maxBranches);
}

function codeIn({ sections, lines }: SourceDocument, names: ReadonlySet<string>): string[] {
  return sections
    .filter(({ name }) => names.has(name))
    .flatMap(({ start, outerEnd }) => lines.slice(start, outerEnd))
    .flatMap((line) => codeSpans(line.kind === 'row' ? (line.cells[0] ?? '') : (textOf(line) ?? '')));
}

function labelledBranches({ lines }: SourceDocument): string[] {
  return lines.flatMap((line) => {
    const text = textOf(line)?.replaceAll('*', '') ?? '';
    const colon = text.indexOf(':');
    if (colon <= 0 || colon > 30 || !branchLabels.has(normalName(text.slice(0, colon)))) return [];
    const value = text.slice(colon + 1);
    return value.includes('`') ? codeSpans(value) : value.split(',').map((part) => part.trim());
  });
}

function codeSpans(text: string): string[] {
  return [...text.matchAll(/(`{1,3})([^`]{1,250})\1/g)].map(([, , name = '']) => name.trim());
}

/** Whether a name is a branch's name to git and cannot be taken for an option of a command. */
function isBranch(name: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_./#+@-]{0,200}$/u.test(name) && !/\.\.|\.lock$|[/.]$|@\{|\/\//.test(name);
}
