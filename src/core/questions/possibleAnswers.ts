import { dirname } from '../files/paths';
import { relativeHref } from '../files/relativeHref';
import type { FilePath } from '../ports';
import type { FoundDocument } from '../search/documentSearch';
import type { SecretMask } from '../secrets/maskSecrets';
import type { PossibleAnswer } from './questionInput';

/**
 * What was found, as a question names it, secrets masked: a question goes to readers that the document may not have.
 * @param draft where the question is or will be; links begin in its folder
 */
export function possibleAnswers(
  found: readonly FoundDocument[],
  draft: FilePath,
  mask: SecretMask,
): readonly PossibleAnswer[] {
  return found
    .filter(({ source, passage }) => passage !== '' && source.path !== draft)
    .map(({ source, passage, line }) => ({
      title: mask.mask(source.id === null ? source.title : `${source.id} ${source.title}`).text,
      href: relativeHref(dirname(draft), source.path),
      passage: mask.mask(passage).text,
      line,
    }));
}
