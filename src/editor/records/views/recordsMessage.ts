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
  /** Names of the folders that have too many files to look at all. */
  readonly partial: readonly string[];
  /** Whether dates are missing because git is not read. */
  readonly isUndated: boolean;
  /** Where a person stopped the reading; null where all was read. */
  readonly stoppedAt: ReadingProgress | null;
  /** Of a reading that goes on and takes long. */
  readonly progress: ReadingProgress | null;
}

/**
 * The line above the records: what is filtered, and what Restricted Mode leaves out. Empty where no record is shown:
 * the editor has a view's welcome text, and with it the way out, only where there is no message.
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
