import rules from './gitleaksRules.json';
import type { SecretRule } from './secretRule';

/** A row of `gitleaksRules.json`, which `scripts/secret-rules.mjs` writes: a whole pattern, or `NAME = "SECRET"`. */
interface Row {
  readonly id: string;
  readonly keywords: readonly string[];
  readonly entropy?: number;
  readonly pattern?: string;
  readonly anyCase?: boolean;
  readonly name?: string;
  readonly secret?: string;
}

/** The text between a name and its secret, and the text after a secret. */
const between = `(?:[ \\t\\w.-]{0,20})[\\s'"]{0,3}(?:=|>|:{1,3}=|\\|\\||:|=>|\\?=|,)[\\x60'"\\s=]{0,5}`;
const end = `(?=[\\x60'"\\s;,)&<>|\\]}]|\\\\[nr]|$)`;

/** The forms of some two hundred providers' tokens; from gitleaks (MIT). */
export function gitleaksRules(): readonly SecretRule[] {
  return rules.map(ruleOf);
}

function ruleOf({ id, keywords, entropy = 0, pattern, anyCase = false, name = '', secret = '' }: Row): SecretRule {
  const isAssigned = pattern === undefined;
  const source = isAssigned ? `(?:${name})${between}(${secret})${end}` : pattern;
  return {
    name: id.replaceAll('-', ' '),
    pattern: new RegExp(source, isAssigned || anyCase ? 'dgi' : 'dg'),
    keywords,
    entropy,
    loose: false,
  };
}
