import { dirname } from '../files/paths';
import { relativeHref } from '../files/relativeHref';
import type { FilePath } from '../ports';
import type { FoundDocument } from '../search/documentSearch';
import type { SecretMask } from '../secrets/maskSecrets';
import type { PossibleAnswer } from './questionInput';

/**
 * Search results as a question lists them, secrets masked: a question may have readers who cannot open the document.
 * @param draft where the question is or will be; links are relative to its folder
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
