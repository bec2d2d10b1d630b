import { seriesOf } from '../names/series';
import type { DocRecord } from '../records/record';

/**
 * What a line of code must hold to cite a record, as patterns that git and JavaScript read alike. A file in which none
 * of them matches has no reference that resolves or is missing. They match more than the finders keep, and much less
 * than these find before it is known which records there are. This pattern is the same whatever records there are.
 */
export const commonPattern = [
  // `ADR-12`, `adr 12`, `@adr name`, `docs/adr/12`; a number may be wrapped to the next line. What stands before is left
  // open: a pattern that begins with a letter is searched many times as fast as one that begins with all others.
  '(ADR|[Aa]dr)[sS]?([^A-Za-z]|$)',
  '(RFC|[Rr]fc|RfC)[sS]?[^A-Za-z]*([0-9]|$)',
  // The words that stand for ADR where their number is padded.
  '(AD|ADL|DR|DECISION|RECORD)[- \u2011]0[0-9]',
  '[Dd]ecisions?[ #_-]+0[0-9]',
  '[Dd]ecision [Rr]ecords?[^A-Za-z]*([0-9]|$)',
  // Documents by their extension, and numbered pages.
  '\\.(mdx?|mdown|markdown|rst|adoc|asciidoc|asc|puml|plantuml|drawio|excalidraw|mmd|mermaid|dsl|d2)([^A-Za-z0-9]|$)',
  '[0-9][^ ]*\\.(html?|txt|org)([^A-Za-z0-9]|$)',
  // Folders of decisions and proposals, in whose paths a number is enough.
  '([dD]ecisions?|[rR]ecords?|[pP]roposals?|rfcs?)/',
  // `[[0012]]`, `[[use-files]]`: in code a word alone is syntax, which ends at the bracket (between `A` and `^`).
  '\\[\\[([0-9]|[A-Za-z]+([^A-^a-z]|\\^))',
].join('|');

/** The pattern for what else cites these records: series of their own, and runbooks by name; null without either. */
export function furtherPattern(records: readonly DocRecord[]): string | null {
  const series = new Set(records.flatMap((record) => seriesOf(record)));
  const others = [...series].filter((name) => name !== 'ADR' && name !== 'RFC' && /^[A-Z][A-Z0-9-]*$/.test(name));
  const hasAlerts = records.some(({ kind }) => kind === 'runbook');
  const further = [
    ...others.map((name) => `${name}[- \u2011][0-9]`),
    ...others.filter((name) => /^[A-Z]{1,3}[EI]P$/.test(name)).map((name) => `:${name.toLowerCase()}:`),
    ...(hasAlerts ? ['[rR][uU][nN][bB][oO][oO][kK]', '[pP][lL][aA][yY][bB][oO][oO][kK]', '[aA][lL][eE][rR][tT]'] : []),
  ];
  return further.length > 0 ? further.join('|') : null;
}
