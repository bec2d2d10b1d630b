import type { DocRecord, RecordStatus } from '../record';
import { openRecordText, readBack, readBackAll, refused, statedAt, type Writing } from './recordText';
import { newStatusEdit, restatedEdits, valueEdit } from './statusEdit';
import { withWord } from './statusValue';
import type { StatusWording, Verdict } from './statusWording';

/** A verdict on one record alone; superseding takes two. */
export type OwnVerdict = Exclude<Verdict, 'superseded'>;

const open: readonly RecordStatus[] = ['none', 'other', 'draft', 'proposed'];
/** The statuses that a verdict may follow: a record that was never accepted is rejected and not deprecated. */
const from: Readonly<Record<OwnVerdict, readonly RecordStatus[]>> = {
  accepted: open,
  rejected: open,
  deprecated: ['none', 'other', 'accepted'],
};

/** Why a verdict does not go with what a record says; null where it does. */
function whyNot({ status }: Pick<DocRecord, 'status'>, verdict: OwnVerdict): 'already' | 'otherwise' | null {
  if (status === verdict) return 'already';
  return from[verdict].includes(status) ? null : 'otherwise';
}

/**
 * The edits by which a record says that it is accepted, rejected or deprecated, in the form that it states its status in.
 * @param text of its file, as it is now
 */
export function changeStatus(record: DocRecord, text: string, verdict: OwnVerdict, wording: StatusWording): Writing {
  const opened = openRecordText(record, text);
  if (typeof opened === 'string') return refused(opened);
  const { stated } = opened.findings;
  const reason = whyNot(stated, verdict);
  if (reason !== null) return refused(reason);
  const word = wording.word(verdict);
  const found = statedAt(opened);
  if (found === null) {
    // The status is not found where it was read, or it is in a file beside the record (`kep.yaml`) and would stay.
    if (stated.text !== null || record.statusText !== null) return refused('not-found');
    const edit = newStatusEdit(opened, word);
    return edit === null ? refused('no-status') : readBack(opened, [edit], { status: verdict });
  }
  const value = found.isForm ? word : withWord(found.value, word);
  if (value === null) return refused('prose');
  return readBackAll(opened, [valueEdit(found, value)], restatedEdits(opened, found, word), { status: verdict });
}
