import { anyOf } from '../text/wordList';

/** Comments that turn off findings of a linter name its codes, which are written as numbers of records are. */

/** Every directive below contains one of these; most lines of code contain none. */
const glance = /noqa|lint|ignore|disable|suppress|inspection|nosec|semgrep|skip|pragma/i;
const linters = anyOf(
  /pylint|pycodestyle|rubocop|swiftlint|detekt|ktlint|sqlfluff|credo|standard|tslint|jshint|stylelint|eslint|oxlint/,
  /markdownlint|yamllint|shellcheck|hadolint|mypy|pyright|psalm|phpcs|checkov|tfsec|trivy|kics|semgrep/,
);
/** `-disable-next-line`, `: ignore`, `disable=`. */
const turnedOff =
  /-?(?:disable|enable|ignore|skip|capture|source)(?:-(?:next-line|line|next|previous|this|file|all|rule|error-code)){0,2}/;
const directive = new RegExp(
  `(?:${anyOf(
    /#[ \t]{0,3}(?:(?:ruff|flake8)[ \t]{0,2}:[ \t]{0,2})?noqa/,
    String.raw`\b(?:${linters})(?:[ \t]{0,2}:)?[ \t]{0,2}${turnedOff.source}`,
    /#[ \t]{0,3}type[ \t]{0,2}:[ \t]{0,2}ignore/,
    /\bnolint|\bNOLINT(?:NEXTLINE|BEGIN|END)?|#[ \t]{0,3}nosec|\bnosemgrep|\bnoinspection|\blint:ignore/,
    /@?SuppressWarnings|@Suppress|@phpstan-ignore(?:-next-line|-line)?/,
    /#pragma[ \t]{1,3}warning[ \t]{1,3}(?:disable|restore)/,
  )})(?![A-Za-z])`,
  'g',
);
/** What opens the list: `: `, `=`, `[`, `(["`. Without it, `# noqa` and `nolint` mean every code, and prose follows. */
const opening = /[ \t]{0,3}[:=[(][ \t]{0,3}[[({]{0,2}["']?|[ \t]{1,3}(?=\S)/y;
/** Codes with commas between them, or with blanks where they have no dash: `ADR001 ADR002`. */
const code = '[A-Za-z@][\\w./@-]{0,60}';
const list = new RegExp(
  `${code}(?:["']?[ \\t]{0,3},[ \\t]{0,3}["']?${code}|[ \\t]{1,2}[A-Z]{1,8}\\d{2,5}\\b){0,40}`,
  'y',
);
const needsMark = /noqa|nolint|nosec|nosemgrep|type[ \t]{0,2}:[ \t]{0,2}ignore/i;

/** Half-open ranges of a line that list codes of a linter. */
export function* lintCodes(line: string): Generator<readonly [at: number, end: number]> {
  if (!glance.test(line)) return;
  for (const match of line.matchAll(directive)) {
    opening.lastIndex = match.index + match[0].length;
    const opened = opening.exec(line)?.[0];
    if (opened === undefined || (opened.trim() === '' && needsMark.test(match[0]))) continue;
    const at = match.index + match[0].length + opened.length;
    list.lastIndex = at;
    const codes = list.exec(line)?.[0] ?? '';
    if (codes !== '') yield [at, at + codes.length];
  }
}
