import { basename, extension, stem } from '../files/paths';
import type { Reference } from '../links/link';
import { sameNumber } from '../names/spelling';
import { type CheckedFile, spanOfReference } from './checkedFile';
import { heldReferences, nameOfReference } from './citing';
import { isLinkedElsewhere } from './linkedElsewhere';
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
      if (isDoubtful(reference, known) || isLinkedElsewhere(reference, file, known) || isKnown(reference, file))
        continue;
      yield { span: spanOfReference(reference), sentence: saying(reference, known), about: reference.text };
    }
  },
};

/** `… | (missing) |`, `… (not yet written)`: a line that says it, right behind the number. */
const knowing =
  /^[\s|:,;*_`~\]\u2013\u2014-]{0,6}[([]?[*_`]{0,2}(?:(?:is|was|are|still|yet|currently) ){0,2}(?:missing|absent|lost|gone|not (?:yet )?(?:found|here|written|there|present|committed|available)|to be written|planned|reserved|does not exist|no file|no such (?:file|record|adr)|deleted|removed)\b/i;

function isKnown({ line, column, length, form, number }: Reference, file: CheckedFile): boolean {
  const after = file.line(line).slice(column - 1 + length);
  return knowing.test(after) || (form === 'id' && number !== null && isAddressed(sameNumber(number), after));
}

/** `KEP-5359: Swap, https://github.com/acme/app/issues/5359`: the line gives the address of what has the number. */
function isAddressed(number: string, text: string): boolean {
  return [...text.matchAll(address)].some(([, last = '']) => sameNumber(last) === number);
}

const address = /https?:\/\/[^\s)>\]]{1,300}?[/#](\d{1,8})(?![\w/])/g;

/** Whether the record may be here under another form, on a site that is made from here, or at home in another project. */
function isDoubtful({ form, text, prefix, number }: Reference, { series, files }: Known): boolean {
  if (form === 'path' || form === 'url') {
    const name = basename(text.split(/[?#]/, 1)[0] ?? '');
    // Without an extension it is a page, a folder or a branch; a file of that name is only not where it was looked for.
    return (
      text.startsWith('/') ||
      extension(name) === '' ||
      files.filesCalled(stem(name)).some((one) => basename(one) === name)
    );
  }
  return number !== null && (series.hasOther(prefix ?? 'ADR', number) || series.isElsewhere(prefix ?? 'ADR'));
}

function saying(reference: Reference, { records }: Known): Sentence {
  const { form, prefix } = reference;
  const text = nameOfReference(reference);
  if (form === 'path' || form === 'url') return sentence(code, 'path', text);
  const decisions = records.filter(({ kind }) => kind === 'decision').length;
  const isDecision = decisions > 0 && prefix !== 'RFC' && form !== 'alert';
  if (isDecision && decisions === 1 && form === 'id') return sentence(code, 'onlyDecision', text);
  return isDecision ? sentence(code, 'decision', text, decisions) : sentence(code, 'record', text, records.length);
}
