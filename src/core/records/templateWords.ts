import { wordSet } from '../text/wordList';

/** Words for a template, in the languages that records come in. */
const nouns = wordSet(`
  template templates templ tmpl tmpls vorlage vorlagen plantilla plantillas szablon skabelon sjabloon шаблон 模板 テンプレート
  ひな形 템플릿`);

/** The same, but these may also mean a model of data: they count only where every other word is one of a template. */
const models = wordSet('modele modèle modelo modello gabarit');

/** A cheap test, so that most names need not be split into words. */
const mayHold =
  /te?mpl|vorlage|plantilla|szablon|skabelon|sjabloon|шаблон|模板|テンプレート|ひな形|템플릿|mod[eèé]l|gabarit/;

/** Names that run together: `ADRTemplate`, `ADR模板`. */
const joined = /(?<!^)(?=template|vorlage|plantilla|模板|テンプレート|ひな形|템플릿)/g;

/** The words of a name in lower case, where `adrtemplate` is two; null where none of them is a word for a template. */
export function templateNameWords(lower: string): readonly string[] | null {
  if (!mayHold.test(lower)) return null;
  const found = lower.replace(joined, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.some((word) => nouns.has(word) || models.has(word)) ? found : null;
}

export function isTemplateNoun(word: string): boolean {
  return nouns.has(word);
}

export function isModelNoun(word: string): boolean {
  return models.has(word);
}
