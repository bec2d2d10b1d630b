import { inlineText } from '../text/escape';
import type { TouchedRecord } from './handoffInput';

/** `ADR-0012 Use PostgreSQL`, as it is written there. */
export function recordTitle({ label, title }: Pick<TouchedRecord, 'label' | 'title'>): string {
  return label === null ? title : `${label} ${title}`;
}

/** A record's status in its own words; `''` for a runbook without one, which needs none. */
export function statusWords({
  kind,
  status,
  statusText,
}: Pick<TouchedRecord, 'kind' | 'status' | 'statusText'>): string {
  if (status === 'none') return kind === 'runbook' ? '' : 'no status';
  return status === 'other' ? inlineText(statusText ?? '', 40) : status;
}
