import { gitleaksRules } from './gitleaks';
import { namedRule, namedSecrets } from './namedSecrets';
import { ownRules } from './ownRules';
import type { SecretRule } from './secretRule';
import { entropyOf, isCode, isPlaceholder } from './secretValue';

/** A place where a secret was; never the secret. */
export interface MaskedSecret {
  /** For people: `stripe access token`. */
  readonly rule: string;
  /** Counts from 1. */
  readonly line: number;
}

export interface MaskedText {
  readonly text: string;
  /** In order of place. */
  readonly masked: readonly MaskedSecret[];
}

interface Found {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/** Finds secrets by form. Compiles its rules once, so keep one object for all texts. */
export class SecretMask {
  /** Certain rules go before loose ones: the first rule that matches gives its name. */
  constructor(
    private readonly rules: readonly SecretRule[] = [...ownRules(), ...gitleaksRules()].sort(
      (a, b) => Number(a.loose) - Number(b.loose),
    ),
  ) {}

  /** A mask for parts of a text, which is faster: it leaves out rules of which the text has no keyword. */
  narrowedTo(text: string): SecretMask {
    return new SecretMask(this.rulesFor(text));
  }

  /**
   * The text with each secret masked in its own shape: letters become x, digits 0, everything else stays. It cannot
   * recognize every secret: what it leaves readable may still be one.
   * @param firstLine the number of the text's first line
   */
  mask(text: string, firstLine = 1): MaskedText {
    const found = this.find(text);
    let masked = '';
    let at = 0;
    for (const { start, end } of found) {
      masked += text.slice(at, start) + shapeOf(text.slice(start, end));
      at = end;
    }
    return { text: masked + text.slice(at), masked: placesOf(text, found, firstLine) };
  }

  private find(text: string): readonly Found[] {
    const all = this.rulesFor(text).flatMap((rule) =>
      [...text.matchAll(rule.pattern)].flatMap((match) => foundBy(rule, match)),
    );
    // The sort is stable, so matches that begin at one place stay in the order of the rules.
    return apart([...all, ...namedSecrets(text)].sort((a, b) => a.start - b.start));
  }

  private rulesFor(text: string): readonly SecretRule[] {
    const small = text.toLowerCase();
    return this.rules.filter(({ keywords }) => keywords.length === 0 || keywords.some((word) => small.includes(word)));
  }
}

function foundBy({ name, entropy, loose }: SecretRule, match: RegExpExecArray): readonly Found[] {
  const group = match.indices?.find((place, at) => at > 0 && place !== undefined);
  const [start, end] = group ?? [match.index, match.index + match[0].length];
  const secret = match[0].slice(start - match.index, end - match.index);
  const isNone =
    secret === '' || isPlaceholder(secret) || (entropy > 0 && entropyOf(secret) < entropy) || (loose && isCode(secret));
  return isNone ? [] : [{ rule: name, start, end }];
}

/** Merges overlapping matches under the name of the first rule that says more than that a name promises a secret. */
function apart(found: readonly Found[]): readonly Found[] {
  const merged: Found[] = [];
  for (const next of found) {
    const last = merged.at(-1);
    if (last && next.start < last.end) {
      const rule = last.rule === namedRule ? next.rule : last.rule;
      merged[merged.length - 1] = { ...last, rule, end: Math.max(last.end, next.end) };
    } else merged.push(next);
  }
  return merged;
}

function shapeOf(secret: string): string {
  return secret
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{L}\p{M}]/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\p{N}/gu, '0');
}

function placesOf(text: string, found: readonly Found[], firstLine: number): readonly MaskedSecret[] {
  let line = firstLine;
  let at = 0;
  return found.map(({ rule, start }) => {
    for (; at < start; at++) {
      const unit = text[at];
      if (unit === '\n' || (unit === '\r' && text[at + 1] !== '\n')) line++;
    }
    return { rule, line };
  });
}
