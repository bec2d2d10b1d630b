import { seriesOf } from '../names/series';
import type { DocRecord } from '../records/record';

/**
 * What a line of code must hold to cite one of these records, as a pattern that git and JavaScript read alike. Where it does
 * not match, a file has no reference that leads anywhere or is missed; it is wider than the finders, and much narrower than
 * what they look at before it is known which records there are.
 */
export function searchPattern(records: readonly DocRecord[]): string {
  const series = new Set(records.flatMap((record) => seriesOf(record)));
  const others = [...series].filter((name) => name !== 'ADR' && name !== 'RFC' && /^[A-Z][A-Z0-9-]*$/.test(name));
  const hasAlerts = records.some(({ kind }) => kind === 'runbook');
  return [
    // `ADR-12`, `adr 12`, `@adr name`, `docs/adr/12`; a number may be wrapped to the next line.
    '(^|[^A-Za-z0-9])(ADR|[Aa]dr)[sS]?([^A-Za-z]|$)',
    '(^|[^A-Za-z0-9])(RFC|[Rr]fc|RfC)[sS]?[^A-Za-z]*([0-9]|$)',
    // The words that stand for ADR where their number is padded.
    '(AD|ADL|DR|DECISION|RECORD)[- \u2011]0[0-9]',
    ...others.map((name) => `${name}[- \u2011][0-9]`),
    // Documents by their extension, and numbered pages.
    '[A-Za-z0-9_%)-]\\.(md|mdown|markdown|rst|ad|asc|puml|plant|draw|excali|mmd|mermaid|dsl|d2)',
    '[0-9][^ ]*\\.(htm|txt|org)',
    // Folders of decisions and proposals, in whose paths a number is enough.
    '([dD]ecisions?|[rR]ecords?|[pP]roposals?)/',
    '\\[\\[[A-Za-z0-9]',
    ...(hasAlerts ? ['[rR][uU][nN][bB][oO][oO][kK]', '[pP][lL][aA][yY][bB][oO][oO][kK]', '[aA][lL][eE][rR][tT]'] : []),
  ].join('|');
}
