/** Values that stand for a secret and are none: `${TOKEN}`, `<token>`, `changeme`, `xxxxxxxx`, `AKIA…EXAMPLE`. */
const placeholders: readonly RegExp[] = [
  /^(?:\$\{?[\w.]{1,100}\}?|%[\w]{1,100}%|@[\w]{1,100}@|\{\{?[^{}]{0,200}\}\}?|<[^<>]{1,200}>|\[[^[\]]{1,200}\])$/,
  /^\$\{\{?[^{}]{1,200}\}?\}$/,
  /^%[^%\s]{1,200}%$/,
  // A pattern that a password has to have.
  /^\^.*\$$/,
  /^(.)\1*$/,
  /^(?:true|false|null|undefined|none|nil|redacted|hidden|example)$/i,
  // The passwords that are guessed first hide nothing.
  /^(?:password|passwd|secret|token|changeme|change[-_]me|guest|admin|root|postgres|mysql|test|demo)\d{0,4}$/i,
  /^(?:your|my|some|the|dummy|fake|sample|test|example|insert|replace)[-_ ][\w -]{1,100}$/i,
  /example$/i,
  /^[xX0*.•_-]+$/,
];

export function isPlaceholder(value: string): boolean {
  return placeholders.some((form) => form.test(value));
}

/**
 * Whether a value reads like code: names one after the other, with numbers at their ends. The pieces of a random string
 * between its changes of case, digits and marks are one or two characters long.
 */
export function isCode(value: string): boolean {
  if (!/\d/.test(value) || isNames(value)) return true;
  const pieces = value.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return pieces.length === 0 || length / pieces.length >= 3;
}

/** Whether most of a value is whole words with marks between them: `argocd-k8s-auth`. */
function isNames(value: string): boolean {
  const parts = value.split(/[^A-Za-z0-9]+/).filter((part) => part !== '');
  const words = parts.filter((part) => /^(?:[A-Z]?[a-z]{3,}|[A-Z]{3,})$/.test(part));
  return parts.length > 1 && words.join('').length >= parts.join('').length * 0.6;
}

const otherNames =
  /(?:public[_-]?key(?:[_-]?token)?|name|path|file|dir|url|uri|endpoint|type|class|kind|ref|label|title|pattern|hint|help|field|header|prefix|suffix|regexp?|rule|policy|length|id|message|placeholder|selector|route|column)s?["'`]?\s{0,3}(?::{0,2}=|=>|[:=>])\s{0,3}["'`]?$/i;
const checksums =
  /(?:\bh1:|\bsha(?:1|224|256|384|512)[-:=]|\bmd5[-:=]|\b(?:integrity|checksum|digest|etag)["'\s:=]{1,5})$/i;

/** Whether what stands before a value says that it is no secret: `passwordPattern: "`, `h1:`. */
export function isSomethingElse(before: string): boolean {
  return otherNames.test(before) || checksums.test(before);
}

/** Shannon's, in bits a character. */
export function entropyOf(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  const length = [...value].length;
  return [...counts.values()].reduce((sum, count) => sum - (count / length) * Math.log2(count / length), 0);
}
