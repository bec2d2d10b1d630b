/**
 * Each rule's code with its sentences. A code never changes: settings, baselines and the code scanning of a forge
 * identify findings by it, and docs/rules.md has a section of that name.
 */
const byCode = {
  'missing-record': {
    decision: '{0} is not among the {1} decisions here.',
    onlyDecision: '{0} is not here: the only decision has another number.',
    onlyRecord: '{0} is not here: the only record has another number.',
    record: '{0} is not among the {1} records here.',
    path: '{0} leads to no file here.',
  },
  'ambiguous-record': {
    several: '{0} could mean one of {1} records: {2}.',
    otherTitle: '{0} may be {1}, which has another title.',
    otherFile: '{0} leads to no file here; {1} has its number and another title.',
  },
  'foreign-record': { foreign: '{0} is a record of another repository.' },
  'retired-record': {
    superseded: '{0} is superseded; {1} holds now.',
    supersededByMany: '{0} is superseded; these hold now: {1}.',
    supersededByNone: '{0} is superseded.',
    deprecated: '{0} is deprecated.',
    deprecatedFor: '{0} is deprecated; {1} holds now.',
    rejected: '{0} was rejected.',
    withdrawn: '{0} was withdrawn.',
    fix: 'Cite {0}',
  },
  'stale-slug': { moved: '{0} has another name here: {1}.', fix: 'Write {0}' },
  'no-successor': { alone: 'This record is superseded and does not say by what.' },
  'one-sided-supersession': {
    oneSided: '{0} says that it supersedes this record, whose own status is still "{1}".',
    fix: 'Write "{0}" here',
  },
  'premature-supersession': {
    claim: 'This record is not accepted yet and says that it supersedes {0}, which is.',
    retired: 'This record says that it is superseded by {0}, which is not accepted yet: neither is in force.',
  },
  'supersession-cycle': {
    cycle: 'These records supersede each other: {0}.',
    itself: 'This record says that it supersedes itself.',
  },
  'duplicate-id': { duplicate: '{0} has the number {1} too.' },
  'title-number': {
    other: 'The title has the number {0}, and the name of the file {1}.',
    owned: 'The title has the number {0}, that of {1}, and the name of the file {2}.',
    fix: 'Write {0}',
  },
  'damaged-record': {
    conflict: 'A merge was left unfinished in this record.',
    'front-matter': 'The front matter of this record is not valid YAML.',
    truncated: 'Only the beginning of this record, or of a very long line in it, was read.',
    encoding: 'This record is not in UTF-8.',
    'too-large': 'This record is larger than 1 MB and was not read.',
    'not-text': 'This record is not text.',
    empty: 'This record is empty.',
    unreadable: 'This record could not be read.',
  },
  'no-status': { none: 'This record states no status.' },
  'unknown-status': { unknown: 'The status "{0}" is none that is known.' },
  'overdue-proposal': { overdue: 'This record is not decided yet, and its deadline was {0}.' },
  'broken-link': {
    missing: '{0} leads to no file here.',
    fromRoot: '{0} leads to no file from here, only from the root.',
    renamed: '{0} leads to no file here; it was moved to {1} in {2} ({3}).',
    anchor: 'No heading here has the anchor {0}.',
    anchorThere: 'No heading of {1} has the anchor {0}.',
    fix: 'Link to {0}',
  },
  'empty-scope': {
    empty: 'The scope {0} matches no file.',
    moved: 'The scope {0} matches no file; {1} was moved to {2} in {3} ({4}).',
    alike: 'The scope {0} matches no file; {1} would match.',
    fix: 'Write {0}',
  },
  'gone-path': {
    removed: '{0} was removed in {1} ({2}), after this record was last changed.',
    removedAs: '{0} became {1} after this record was last changed, and that was removed in {2} ({3}).',
    moved: '{0} was moved to {1} in {2} ({3}), after this record was last changed.',
    fix: 'Write {0}',
  },
  'drifted-path': {
    once: '{0} of the lines of {1} have changed in a commit since this record was last changed ({2}): look at it again?',
    drifted:
      '{0} of the lines of {1} have changed in {2} commits since this record was last changed ({3}): look at it again?',
  },
} as const;

export type RuleCode = keyof typeof byCode;
export const ruleCodes = Object.keys(byCode) as readonly RuleCode[];

/** A sentence as data: its template, and the values for the placeholders. */
export interface Sentence {
  readonly template: string;
  readonly values: readonly (string | number)[];
}

/** The sentence of a rule with its values, in the order of its placeholders. */
export function sentence<C extends RuleCode>(
  code: C,
  name: keyof (typeof byCode)[C] & string,
  ...values: readonly (string | number)[]
): Sentence {
  return { template: (byCode[code] as Readonly<Record<string, string>>)[name] ?? code, values };
}

/** The sentence in English, for where there is no translation. Values longer than 200 characters are cut. */
export function said({ template, values }: Sentence): string {
  return template.replace(/\{(\d)\}/g, (_, at: string) => shown(values[Number(at)]));
}

const mostShown = 200;

function shown(value: string | number | undefined): string {
  const text = String(value ?? '');
  return text.length <= mostShown ? text : `${text.slice(0, mostShown - 1)}…`;
}
