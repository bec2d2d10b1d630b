import type { Reference } from '../links/link';
import { recordLabel } from '../names/series';
import { sameNumber } from '../names/spelling';
import type { FilePath } from '../ports';
import { type CheckedFile, spanOfReference } from './checkedFile';
import { heldReferences, nameOfReference } from './citing';
import { isLinkedElsewhere } from './linkedElsewhere';
import type { Known, Rule } from './rule';
import { sentence } from './sentences';

const code = 'ambiguous-record';
const mostNamed = 3;

/** A reference that several records answer to, or one whose title is another than the one beside it. */
export const ambiguousRecord: Rule = {
  code,
  severity: 'info',
  *find(file, known) {
    for (const reference of heldReferences(file)) {
      const { resolution, candidates, form, prefix, number } = reference;
      const text = nameOfReference(reference);
      const [first] = candidates;
      if (resolution !== 'ambiguous' || first === undefined) continue;
      if (isOwnTitle(reference, file) || isLinkedElsewhere(reference, file, known)) continue;
      // A file of that number that is no record may be the one that is meant.
      if (number !== null && form !== 'path' && known.series.hasOther(prefix ?? 'ADR', number, candidates)) continue;
      const named = candidates.slice(0, mostNamed).join(', ') + (candidates.length > mostNamed ? ', …' : '');
      const said =
        candidates.length === 1
          ? sentence(code, form === 'path' ? 'otherFile' : 'otherTitle', text, nameOf(first, known))
          : sentence(code, 'several', text, candidates.length, named);
      yield { span: spanOfReference(reference), sentence: said, about: text };
    }
  },
};

/** `# ADR 0012: Ledger (part 2)`: a record's own number in its own title, whatever another record is called. */
function isOwnTitle({ line, number, candidates }: Reference, file: CheckedFile): boolean {
  const { record } = file;
  if (!record?.id || number === null || !candidates.includes(record.path)) return false;
  return sameNumber(record.id) === sameNumber(number) && file.titleSpan(record).startLine === line;
}

function nameOf(path: FilePath, known: Known): string {
  const record = known.record(path);
  const label = record && recordLabel(record);
  return label ? `${label} (${path})` : path;
}
