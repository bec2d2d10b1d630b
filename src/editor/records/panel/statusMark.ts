import type { RecordStatus } from '../../../core/records/record';

/** The mark stands beside the status word, never instead of it. */
export const statusMarks: Readonly<Record<RecordStatus, string>> = {
  draft: '✎',
  proposed: '◌',
  accepted: '✔',
  rejected: '✖',
  deprecated: '⊘',
  superseded: '⊘',
  none: '',
  other: '•',
};
