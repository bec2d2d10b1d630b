/** Values that stand for a secret and are none: `${TOKEN}`, `<token>`, `changeme`, `xxxxxxxx`, `AKIA…EXAMPLE`. */
const placeholders: readonly RegExp[] = [
  /^(?:\$\{?[\w.]{1,100}\}?|%[\w]{1,100}%|@[\w]{1,100}@|\{\{?[^{}]{0,200}\}\}?|<[^<>]{1,200}>|\[[^[\]]{1,200}\])$/,
  /^\$\{\{?[^{}]{1,200}\}?\}$/,
  /^(.)\1*$/,
  /^(?:true|false|null|undefined|none|nil|password|passwd|secret|token|changeme|change[-_]me|redacted|hidden|example)$/i,
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
  if (!/\d/.test(value)) return true;
  const pieces = value.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return pieces.length === 0 || length / pieces.length >= 3;
}

/** Shannon's, in bits a character. */
export function entropyOf(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  const length = [...value].length;
  return [...counts.values()].reduce((sum, count) => sum - (count / length) * Math.log2(count / length), 0);
}
