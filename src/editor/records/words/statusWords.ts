import { l10n, ThemeColor, ThemeIcon } from 'vscode';
import {
  type DocRecord,
  isDecided,
  isTextUnknown,
  type RecordKind,
  type RecordStatus,
} from '../../../core/records/record';
import { visibleText } from '../../host/visibleText';

/** The name of a theme icon and its colour. The status word always stands beside it. */
interface Look {
  readonly icon: string;
  readonly color: string | null;
}

const statusLooks: Readonly<Record<RecordStatus, Look>> = {
  accepted: { icon: 'pass', color: 'charts.green' },
  proposed: { icon: 'circle-large-outline', color: 'charts.yellow' },
  draft: { icon: 'edit', color: 'charts.yellow' },
  rejected: { icon: 'error', color: 'disabledForeground' },
  deprecated: { icon: 'archive', color: 'disabledForeground' },
  superseded: { icon: 'circle-slash', color: 'disabledForeground' },
  none: { icon: 'note', color: null },
  other: { icon: 'tag', color: null },
};

const kindLooks: Readonly<Record<RecordKind, Look>> = {
  decision: { icon: 'note', color: null },
  rfc: { icon: 'note', color: null },
  runbook: { icon: 'notebook', color: 'charts.blue' },
  guide: { icon: 'compass', color: null },
  diagram: { icon: 'type-hierarchy', color: null },
  handoff: { icon: 'arrow-swap', color: null },
};

function lookOf(record: DocRecord): Look {
  return record.status === 'none' ? kindLooks[record.kind] : statusLooks[record.status];
}

/** The name inside `$(…)`. */
export function statusIconName(record: DocRecord): string {
  return lookOf(record).icon;
}

export function statusIcon(record: DocRecord): ThemeIcon {
  const { icon, color } = lookOf(record);
  return new ThemeIcon(icon, color === null ? undefined : new ThemeColor(color));
}

/** A word or two, without names, dates and links, and not the beginning of `Replaced by …`. */
const plainWords = /^\p{L}[\p{L}-]{1,24}(?: (?!(?:by|with|von|durch|par|por)$)\p{L}[\p{L}-]{1,24})?$/iu;

/**
 * The status in a word: the record's own where that says something else (`Final` is more than accepted, `Withdrawn` is
 * not rejected), else the usual one. A missing status is named as such.
 */
export function statusWord({ status, statusText }: DocRecord): string {
  const own = statusText === null ? '' : visibleText(statusText, 60);
  if (status === 'other' && own !== '') return own;
  const isAnother = plainWords.test(own) && !own.toLowerCase().startsWith(status);
  return isAnother ? own.charAt(0).toUpperCase() + own.slice(1) : statusName(status);
}

export function statusName(status: RecordStatus): string {
  switch (status) {
    case 'draft':
      return l10n.t('Draft');
    case 'proposed':
      return l10n.t('Proposed');
    case 'accepted':
      return l10n.t('Accepted');
    case 'rejected':
      return l10n.t('Rejected');
    case 'deprecated':
      return l10n.t('Deprecated');
    case 'superseded':
      return l10n.t('Superseded');
    case 'none':
      return l10n.t('No status');
    case 'other':
      return l10n.t('Other status');
  }
}

/**
 * Decisions and RFCs have a status even where none is written, but not a list of them; for other kinds only a written
 * one is shown.
 */
export function hasStatus(record: DocRecord): boolean {
  return record.status !== 'none' || (isDecided(record.kind) && !record.isCollection && !isTextUnknown(record));
}
