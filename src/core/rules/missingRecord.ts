import type { Reference } from '../links/link';
import { spanOfReference } from './checkedFile';
import { heldReferences, nameOfReference } from './citing';
import type { Known, Rule } from './rule';
import { type Sentence, sentence } from './sentences';

const code = 'missing-record';

/** A reference that no record here answers to. What is only an example, a test's or another project's is left alone. */
export const missingRecord: Rule = {
  code,
  severity: 'warning',
  *find(file, known) {
    for (const reference of heldReferences(file)) {
      if (reference.resolution !== 'missing' || reference.elsewhere !== undefined) continue;
      yield { span: spanOfReference(reference), sentence: saying(reference, known), about: reference.text };
    }
  },
};

function saying(reference: Reference, { records }: Known): Sentence {
  const { form, prefix } = reference;
  const text = nameOfReference(reference);
  if (form === 'path' || form === 'url') return sentence(code, 'path', text);
  const decisions = records.filter(({ kind }) => kind === 'decision').length;
  const isDecision = decisions > 0 && prefix !== 'RFC' && form !== 'alert';
  if (isDecision && decisions === 1 && form === 'id') return sentence(code, 'onlyDecision', text);
  return isDecision ? sentence(code, 'decision', text, decisions) : sentence(code, 'record', text, records.length);
}
