import { searchWords } from '../../search/words';

/** Words that paths, titles and comments of any subject have, in the form that `searchWords` gives them. */
const general: ReadonlySet<string> = new Set(
  searchWords(
    'src source main core lib libs library util utils helper helpers common shared base app apps package packages module ' +
      'modules internal pkg cmd impl implementation test tests spec mock fixture doc docs adr adrs rfc rfcs decision ' +
      'decisions record records architecture architectural design proposal use new add support approach strategy ' +
      'class function method file files code type types interface object value param return returns throws see todo ' +
      'note default java kotlin com org net io github index init public private static void string int bool boolean',
  ),
);

export function isGeneralWord(word: string): boolean {
  return word.length < 2 || general.has(word) || /^v?\d+$/.test(word);
}
