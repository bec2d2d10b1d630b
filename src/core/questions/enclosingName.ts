import type { LineSpan } from '../permalinks/codePermalink';

const modifiers =
  '(?:(?:export|default|declare|public|private|protected|internal|static|final|abstract|sealed|async|pub(?:\\([a-z]{1,20}\\))?|unsafe|extern|override|virtual|inline|open|data|partial|readonly|suspend|local|typed|const) )';
const types =
  'class|interface|struct|enum(?: class)?|trait|impl|module|namespace|object|record|protocol|extension|actor|type';
const functions = 'def|func|function|fn|fun|sub|proc|procedure|defp|defmodule|defn';

/** What declares something with a body, in most languages; the name is the first group. Prose seldom begins like it. */
const declarations: readonly RegExp[] = [
  new RegExp(
    `^${modifiers}{0,5}(?:${types}) ([\\w$.]{1,80})(?=\\s?(?:[({:<;=,]|$|extends|implements|with|where|for|do))`,
  ),
  new RegExp(
    `^${modifiers}{0,5}(?:${functions})\\*? (?:\\([^()]{0,80}\\) )?([\\w$.!?]{1,80})(?=\\s?(?:[({:<=[]|$|do))`,
  ),
  /^(?:export )?(?:const|let|var|val) ([\w$]{1,80})(?: ?: ?[^=]{1,80})? = (?:async )?(?:function\b|\()/,
  // A method of a language with braces: `public void post(Entry entry) {`.
  /^(?!(?:if|for|while|switch|catch|else|return|do|try|with|using|lock|foreach|when|match|new|throw|await|defer|go|func|function)\b)(?:[\w$<>[\],.?&*:@]{1,60} ){0,6}([\w$~]{1,80})\(.{0,300}\{$/,
];

const longestLine = 500;
/** Lines further above are not read. */
const mostLines = 5_000;
const deepest = 3;

/**
 * The names of what encloses some lines, by indentation alone: `Ledger.post`, outermost first, or null. For where no
 * language server answers; it names only what a line above declares outright.
 * @param lines of the whole text
 */
export function enclosingName(lines: readonly string[], { first, last }: LineSpan): string | null {
  const names: string[] = [];
  const marked = lines.slice(first - 1, last);
  const indents = marked.filter((line) => line.trim() !== '').map(indentOf);
  const leftmost = Math.min(...indents.slice(0, mostLines));
  // The first line, if among the leftmost, may itself declare what is asked about. A line above does not
  // enclose a line with the same indentation.
  const begins = marked[0]?.trim() !== '' && indents[0] === leftmost;
  let limit = indents.length === 0 ? indentBelow(lines, last) : leftmost + (begins ? 1 : 0);
  for (let at = first - 1; at >= 0 && at > first - mostLines && limit > 0 && names.length < deepest; at--) {
    const line = (lines[at] ?? '').slice(0, longestLine);
    const indent = indentOf(line);
    if (line.trim() === '' || indent >= limit) continue;
    const name = declaredIn(line.trim());
    if (name !== null) names.unshift(name);
    limit = indent;
  }
  return names.length === 0 ? null : names.join('.');
}

/** The indentation of the next line that is not blank, for where the marked lines are blank. */
function indentBelow(lines: readonly string[], last: number): number {
  return indentOf(lines.slice(last, last + mostLines).find((line) => line.trim() !== '') ?? '');
}

function declaredIn(line: string): string | null {
  for (const form of declarations) {
    const name = form.exec(line)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

/** In columns, with a tab as one: tabs and spaces are seldom mixed within one part of a text. */
function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
