import { l10n } from 'vscode';
import type { RuleCode } from '../../../core/rules/sentences';

/** What a rule finds, in few words. */
export function ruleName(code: RuleCode): string {
  return names[code]();
}

const names: Readonly<Record<RuleCode, () => string>> = {
  'missing-record': () => l10n.t('Record not found'),
  'ambiguous-record': () => l10n.t('Ambiguous reference'),
  'foreign-record': () => l10n.t('Record of another repository'),
  'retired-record': () => l10n.t('Retired record cited'),
  'stale-slug': () => l10n.t('Record with another name'),
  'no-successor': () => l10n.t('Superseded without a successor'),
  'one-sided-supersession': () => l10n.t('Supersession on one side only'),
  'premature-supersession': () => l10n.t('Superseded by what is not accepted'),
  'supersession-cycle': () => l10n.t('Supersession in a circle'),
  'duplicate-id': () => l10n.t('Number used twice'),
  'title-number': () => l10n.t('Title with another number'),
  'damaged-record': () => l10n.t('Damaged record'),
  'no-status': () => l10n.t('No status stated'),
  'unknown-status': () => l10n.t('Unknown status'),
  'overdue-proposal': () => l10n.t('Proposal past its deadline'),
  'broken-link': () => l10n.t('Broken link'),
  'empty-scope': () => l10n.t('Scope without a file'),
  'gone-path': () => l10n.t('Path that is gone'),
  'drifted-path': () => l10n.t('File that has changed much'),
};
