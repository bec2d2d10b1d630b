import { l10n } from 'vscode';
import type { ReadingProgress } from '../../../core/projectView';
import { joinParts } from '../../../core/text/compareText';
import { visibleText } from '../../host/visibleText';
import { progressNumbers } from '../words/progressText';
import { statusName } from '../words/statusWords';
import { isFiltering, type RecordsFilter } from './model/recordsFilter';

export interface ShownRecords {
  readonly filter: RecordsFilter;
  /** How many records pass the filter. */
  readonly matching: number;
  readonly total: number;
  /** Names of the folders with too many files to read all of them. */
  readonly partial: readonly string[];
  /** Whether dates are missing because git is not read. */
  readonly isUndated: boolean;
  /** How far the reading was when a person stopped it; null where it was not stopped. */
  readonly stoppedAt: ReadingProgress | null;
  /** The progress of a long reading that is under way; else null. */
  readonly progress: ReadingProgress | null;
}

/**
 * The line above the records: the filter, and what is missing in Restricted Mode. Empty where no record is shown: only
 * without a message does the editor show the view's welcome text, with the action that helps.
 */
export function recordsMessage({
  filter,
  matching,
  total,
  partial,
  isUndated,
  stoppedAt,
  progress,
}: ShownRecords): string {
  if (matching === 0) return '';
  const lines = [
    progress ? l10n.t('Reading: {0} of {1} files.', ...progressNumbers(progress)) : '',
    stoppedAt && !progress ? stoppedText(stoppedAt) : '',
    isFiltering(filter) ? l10n.t('{0} of {1} records: {2}', matching, total, filterText(filter)) : '',
    partial.length > 0
      ? l10n.t('Too many files in {0} to look at all: what cites a record is not complete.', joinParts(partial, ', '))
      : '',
    isUndated ? l10n.t('Restricted Mode: git is not read, so some dates are missing.') : '',
  ];
  return joinParts(lines, ' ');
}

function stoppedText(stoppedAt: ReadingProgress): string {
  return stoppedAt.total === 0
    ? l10n.t('Reading was stopped: records and what cites them are missing.')
    : l10n.t(
        'Reading was stopped after {0} of {1} files: what the others say and cite is missing.',
        ...progressNumbers(stoppedAt),
      );
}

function filterText({ statuses, tags, text }: RecordsFilter): string {
  const parts = [...[...statuses].map(statusName), ...[...tags].map((tag) => `#${visibleText(tag, 40)}`)];
  return joinParts([parts.join(', '), text === '' ? '' : `"${visibleText(text, 60)}"`], ', ');
}
