const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What a form to copy is called, in the languages that records come in. */
const nouns = words(
  'template templates templ tmpl tmpls vorlage vorlagen plantilla plantillas szablon skabelon sjabloon шаблон 模板 テンプレート ' +
    'ひな形 템플릿',
);

/** The same, but a model of data as well: one only among nothing but words of a template. */
const models = words('modele modèle modelo modello gabarit');

/** Saves taking most names apart. */
const mayHold =
  /te?mpl|vorlage|plantilla|szablon|skabelon|sjabloon|шаблон|模板|テンプレート|ひな形|템플릿|mod[eèé]l|gabarit/;

/** Names that run together: `ADRTemplate`, `ADR模板`. */
const joined = /(?<!^)(?=template|vorlage|plantilla|模板|テンプレート|ひな形|템플릿)/g;

/** The words of a name in lower case, the one for a template apart; null where it has none. */
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
