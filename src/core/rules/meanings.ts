import type { RuleCode } from './sentences';

/** What a rule finds, in one sentence: for settings, code scanning and docs/rules.md. */
const meanings: Readonly<Record<RuleCode, string>> = {
  'missing-record': 'A reference names a record that is not in this repository.',
  'ambiguous-record': 'A reference could mean several records, or one with another title than the one that is written.',
  'foreign-record': 'A number means the record of another repository, and the line does not say which.',
  'retired-record': 'A reference leads to a record that is superseded, deprecated or rejected.',
  'stale-slug': 'A reference finds its record although the path in it is an earlier one.',
  'no-successor': 'A superseded record does not say by what.',
  'one-sided-supersession': 'A record supersedes another whose own status is still that it holds.',
  'premature-supersession': 'A record that is only proposed supersedes another.',
  'supersession-cycle': 'Records supersede each other in a circle.',
  'duplicate-id': 'Two records of one folder have the same number.',
  'title-number': 'The title of a record has another number than the name of its file.',
  'damaged-record': 'A record could not be read, or not all of it.',
  'no-status': 'A record states no status.',
  'unknown-status': 'A record states a status that is none of the known words.',
  'overdue-proposal': 'A record is still proposed after its own deadline.',
  'broken-link': 'A relative link or anchor of a record leads nowhere.',
  'empty-scope': 'A scope of a record matches no file.',
  'gone-path': 'A path that a record names was moved or removed after the record was last changed.',
  'drifted-path': 'A file that a record names has changed much since the record was last changed.',
};

export function meaningOf(code: RuleCode): string {
  return meanings[code];
}
