import { sameNumber } from '../names/spelling';
import type { FilePath } from '../ports';
import type { CitableRecord } from './completionIndex';
import type { Backlink } from './link';

/** The most references that are counted; the usual way is clear long before. */
const looked = 200;

/** Whether people here write the zeros before a number, as most references to these records have it. */
export function zerosOf(
  records: readonly CitableRecord[],
  citing: (record: FilePath) => readonly Backlink[],
): 'written' | 'left-out' {
  let [written, leftOut] = [0, 0];
  for (const { record, text } of records) {
    if (!text.startsWith('0')) continue;
    if (written + leftOut >= looked) break;
    for (const { reference } of citing(record.path)) {
      const digits = reference.form === 'id' ? /(?<!\d)\d{1,6}$/.exec(reference.text)?.[0] : undefined;
      if (digits === undefined || sameNumber(digits) !== sameNumber(text)) continue;
      if (digits.startsWith('0')) written++;
      else leftOut++;
    }
  }
  return leftOut > written ? 'left-out' : 'written';
}
