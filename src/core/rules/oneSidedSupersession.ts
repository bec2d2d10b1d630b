import { recordLabel } from '../names/series';
import { type DocRecord, fileOf, isDecided } from '../records/record';
import { wordingFor } from '../records/write/statusWording';
import { writeSuperseded } from '../records/write/supersede';
import { TextLines } from '../records/write/textLines';
import type { Edit } from './finding';
import type { Rule } from './rule';
import { sentence } from './sentences';

const code = 'one-sided-supersession';

/**
 * A record whose own status is still `accepted`, although an accepted record says that it supersedes it. The other way
 * round is no fault: many logs note a supersession in the older record alone.
 */
export const oneSidedSupersession: Rule = {
  code,
  severity: 'warning',
  *find(file, known) {
    for (const record of file.records) {
      if (!isDecided(record.kind) || record.status !== 'accepted') continue;
      for (const { path, mirrored, partial, pending } of record.supersededBy) {
        const newer = path === null ? undefined : known.record(path);
        // Where the newer record is retired itself, the supersession may have been undone.
        if (!mirrored || partial || pending || newer?.status !== 'accepted' || !isDecided(newer.kind)) continue;
        // Where one of the two says the opposite as well, it is not certain which of them is the newer.
        if (record.supersedes.some((other) => other.path === path)) continue;
        const edits = successorEdits(record, file.text, newer);
        yield {
          span: file.statusSpan(record),
          sentence: sentence(code, 'oneSided', recordLabel(newer) ?? newer.path, record.statusText ?? record.status),
          about: newer.path,
          ...(edits[0] && { fix: { title: sentence(code, 'fix', edits[0].text.trim()), edits } }),
        };
      }
    }
  },
};

/** Edits by which the older record names the newer one in its own format; none where they are not certain. */
function successorEdits(older: DocRecord, text: string, newer: DocRecord): readonly Edit[] {
  const wording = wordingFor(older, []);
  const written = writeSuperseded(older, text, { others: [newer], partial: false, style: 'label', wording });
  if (!written.ok) return [];
  const lines = new TextLines(text);
  return written.edits.map(({ start, end, text: instead }) => {
    const [from, to] = [lines.placeOf(start), lines.placeOf(end)];
    return {
      file: fileOf(older),
      startLine: from.line,
      startColumn: from.column,
      endLine: to.line,
      endColumn: to.column,
      text: instead,
    };
  });
}
