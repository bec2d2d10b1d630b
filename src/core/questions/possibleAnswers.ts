import { dirname } from '../files/paths';
import { relativeHref } from '../files/relativeHref';
import type { FilePath } from '../ports';
import type { FoundDocument } from '../search/documentSearch';
import type { PossibleAnswer } from './questionInput';

/**
 * What was found, as a question names it.
 * @param draft where the question is or will be; links begin in its folder
 */
export function possibleAnswers(found: readonly FoundDocument[], draft: FilePath): readonly PossibleAnswer[] {
  return found
    .filter(({ source, passage }) => passage !== '' && source.path !== draft)
    .map(({ source, passage, line }) => ({
      title: source.id === null ? source.title : `${source.id} ${source.title}`,
      href: relativeHref(dirname(draft), source.path),
      passage,
      line,
    }));
}
