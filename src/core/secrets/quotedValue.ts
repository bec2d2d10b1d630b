import type { SecretKind } from './secretName';
import { isSecretValue } from './secretValue';

/** The place of a value, in UTF-16 units from the start of the text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The text between a name and its value, in this order; every piece but the sign is optional. */
const assignedPieces: readonly string[] = [
  // What closes the name: `"name"`, `['name']`, `name[]`, `name?`
  '["\'`\\])}]{0,3}(?:\\[\\w{0,10}\\])?[?!]?',
  // A type behind a blank: Go, Visual Basic
  '(?:\\s{1,4}(?:string|str|String|\\[\\]byte|&str|text|As [\\w.]{1,20}|as [\\w.]{1,20}))?',
  // A type behind a colon: `: string =`, `: &'static str =`
  "(?:\\s{0,4}:\\s{0,3}(?:[\\w<>[\\]&*?|,. ]|'static ){1,50}?(?=\\s{0,3}=))?",
  // A property of C#
  '(?:\\s?\\{ ?get; ?(?:(?:private |protected |internal )?(?:set|init); ?)?\\})?',
  // The sign
  '\\s{0,12}(?:=>|:=|<-|\\?\\?=|\\|\\|=|\\?=|=(?![=~>])|:(?![:=]))\\s{0,12}',
];

/**
 * Patterns from the end of a name to the beginning of its value. `direct`: the value belongs to the name; otherwise it
 * may belong to something else in the same statement.
 */
export const ways = {
  assigned: { pattern: new RegExp(assignedPieces.join(''), 'y'), direct: true },
  /** `name: X`, `value: "…"`; `variable "x" { default = "…"`. */
  apart: {
    pattern:
      /["']{0,2}\s{0,3}[,/;{]?(?:\s{0,40}(?:type|description|sensitive)\s{0,3}=\s{0,3}[^\n]{0,80}){0,3}\s{0,40}-?\s{0,3}["']?(?:value|default|defaultValue|content|val)["']?\s{0,3}[=:]\s{0,3}/iy,
    direct: true,
  },
  /** A block scalar of YAML: the value is alone on the next line. */
  block: { pattern: /["']?\s{0,3}:\s{0,3}[|>][+-]?[ \t]{0,3}\r?\n[ \t]{1,40}/y, direct: true },
  /** A comparison, a fallback or the next argument: `=== "…"`, `?? "…"`, `or "…"`, `("DB_PASS", "…")`. */
  compared: {
    pattern: /(?:["'`\])]{0,3}\s{0,4}(?:[=!]==?|\|\||\?\?|\bor\b|\?:)|["'`]\s{0,3},)\s{0,4}/y,
    direct: false,
  },
  /** The argument `("…")` of a setter or a builder. */
  called: { pattern: /\(\s{0,3}/y, direct: false },
  /** A blank alone between name and value: `#define X "…"`, `:password "…"`, `ENV X …`. */
  besides: { pattern: /["']?(?:\s{1,3}(?:is|by|BY))?[ \t]{1,12}/y, direct: false },
} as const;

/** A string literal with what may stand before it: `b"…"`, `@"…"`, `String::from("…"`, `new Secret('…'`. */
const quoted =
  /(?:!!?\w{1,12} )?(?:(?:await |new )?&?(?:[\w.:[\]]{1,40}(?:<[\w<>, ]{0,20}>)?!?\(\s{0,3}){0,2})(?:[rbuf@$L]{0,2})("""|'''|["'`])((?:(?!\1)[^\\\n\r]|\\.){4,400})\1/y;
/** The next part of a concatenated string literal: `+ "…"`. */
const goesOn = /\s{0,3}(?:\+|\.\.|\.|\\)?\s{0,40}(["'`])((?:(?!\1)[^\\\n\r]|\\.){2,400})\1/y;
const mostParts = 20;

/** The string literal at an offset, with the literals that are concatenated to it. */
export function quotedAt(text: string, at: number, kind: SecretKind, isDirect: boolean): readonly Place[] {
  quoted.lastIndex = at;
  const match = quoted.exec(text);
  if (!match) return [];
  const value = match[2] ?? '';
  const end = quoted.lastIndex - (match[1]?.length ?? 1);
  const isWrapped = text.slice(at, end - value.length).includes('(');
  if (!isSecretValue(value, kind, isDirect && !isWrapped)) return [];
  return [{ start: end - value.length, end }, ...joinedAt(text, quoted.lastIndex)];
}

function joinedAt(text: string, from: number): readonly Place[] {
  const places: Place[] = [];
  for (let at = from; places.length < mostParts; ) {
    goesOn.lastIndex = at;
    const match = goesOn.exec(text);
    if (!match || !/^\s*(?:\+|\.|\\)|\n/.test(match[0])) return places;
    const value = match[2] ?? '';
    at = goesOn.lastIndex;
    places.push({ start: at - 1 - value.length, end: at - 1 });
  }
  return places;
}
