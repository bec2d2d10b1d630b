import { kindOfName, type SecretKind } from './secretName';
import { isSecretValue } from './secretValue';

/** The place of a value, in UTF-16 units from the start of the text. */
export interface NamedSecret {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/** What is known of a value by its name alone. */
export const namedRule = 'generic api key';

/** A word that a name of a secret has; without one a text is not looked through. */
const hint = /pass|pwd|wort|secret|token|key|cred|auth|rootpw|bindpw|contrase|senha|parola|jwt|\bpat\b/gi;
const longestName = 80;
const nameUnit = /[\p{L}\p{N}_$.-]/u;

/** A text in quotes with what may stand before the quote: `b"…"`, `@"…"`, `String::from("…"`, `new Secret('…'`. */
const quoted =
  /(?:!!?\w{1,12} )?(?:(?:await |new )?&?(?:[\w.:[\]]{1,40}(?:<[\w<>, ]{0,20}>)?!?\(\s{0,3}){0,2})(?:[rbuf@$L]{0,2})("""|'''|["'`])((?:(?!\1)[^\\\n\r]|\\.){4,400})\1/y;
/** What goes on after a text in quotes: `+ "…"`. */
const goesOn = /\s{0,3}(?:\+|\.\.|\.|\\)?\s{0,40}(["'`])((?:(?!\1)[^\\\n\r]|\\.){2,400})\1/y;

/** From the end of a name to its value; the value's quote or first character comes next. */
const assigned =
  /["'`\])}]{0,3}(?:\[\w{0,10}\])?[?!]?(?:\s{1,4}(?:string|str|String|\[\]byte|&str|text|As [\w.]{1,20}|as [\w.]{1,20}))?(?:\s{0,4}:\s{0,3}(?:[\w<>[\]&*?|,. ]|'static ){1,50}?(?=\s{0,3}=))?(?:\s?\{ ?get; ?(?:(?:private |protected |internal )?(?:set|init); ?)?\})?\s{0,12}(?:=>|:=|<-|\?\?=|\|\|=|\?=|=(?![=~>])|:(?![:=]))\s{0,12}/y;
/** Compared with, the fallback of, or beside in a call: `=== "…"`, `?? "…"`, `or "…"`, `("DB_PASS", "…")`. */
const compared = /(?:["'`\])]{0,3}\s{0,4}(?:[=!]==?|\|\||\?\?|\bor\b|\?:)|["'`]\s{0,3},)\s{0,4}/y;
/** `("…")` of a setter or a builder. */
const called = /\(\s{0,3}/y;
/** Only a blank between: `#define X "…"`, `:password "…"`, `IDENTIFIED BY '…'`, `ENV X …`. */
const besides = /["']?(?:\s{1,3}(?:is|by|BY))?[ \t]{1,12}/y;
/** The value is said apart: `name: X`, `value: "…"`; `variable "x" { default = "…"`. */
const apart =
  /["']{0,2}\s{0,3}[,/;{]?(?:\s{0,40}(?:type|description|sensitive)\s{0,3}=\s{0,3}[^\n]{0,80}){0,3}\s{0,40}-?\s{0,3}["']?(?:value|default|defaultValue|content|val)["']?\s{0,3}[=:]\s{0,3}/iy;
/** YAML's block: the value alone on the next line. */
const block = /["']?\s{0,3}:\s{0,3}[|>][+-]?[ \t]{0,3}\r?\n[ \t]{1,40}/y;
/** Without quotes, up to a blank or to what ends a value where it stands. */
const bare = /[^\s"'`]{6,400}/y;

const directive =
  /(?:^|\s)(?:#\s?define|ENV|ARG|setx|set(?: -[gxU]{1,3})?|define|requirepass|masterauth|password|user|bindpw|rootpw)\s{1,8}$/i;

/** The values that names such as `DB_PASS`, `apiKey` or `x-auth-token` kind to be secret. Linear in the text. */
export function namedSecrets(text: string): readonly NamedSecret[] {
  const found: NamedSecret[] = [];
  let last = -1;
  for (const { index } of text.matchAll(hint)) {
    if (index < last) continue;
    const [start, end] = nameAround(text, index);
    last = end;
    const name = text.slice(start, end);
    const kind = kindOfName(name);
    if (kind !== null) found.push(...valuesOf(text, start, end, kind));
  }
  return found;
}

function nameAround(text: string, index: number): readonly [start: number, end: number] {
  let start = index;
  while (start > 0 && index - start < longestName && nameUnit.test(text[start - 1] ?? '')) start--;
  while (start < index && /[.-]/.test(text[start] ?? '')) start++;
  // Java's `-Dname=…`
  if (text.startsWith('-D', start - 1) && start < index) start++;
  let end = index;
  while (end < text.length && end - index < longestName && nameUnit.test(text[end] ?? '')) end++;
  while (end > index && /[.-]/.test(text[end - 1] ?? '')) end--;
  return [start, end];
}

function valuesOf(text: string, start: number, end: number, kind: SecretKind): readonly NamedSecret[] {
  const rule = kind === 'password' ? 'password' : namedRule;
  const after = (pattern: RegExp): number | null => {
    pattern.lastIndex = end;
    return pattern.test(text) ? pattern.lastIndex : null;
  };
  // One of two texts: `ok ? 'pass' : 'fail'`.
  const isChoice = /\?\s{0,3}["'`]$/.test(text.slice(Math.max(0, start - 5), start));
  const direct = isChoice ? null : after(assigned);
  const ways: readonly (readonly [at: number | null, isDirect: boolean])[] = [
    [direct, true],
    [after(apart), true],
    [after(block), true],
    [after(compared), false],
    [isSetter(text, start, end) ? after(called) : null, false],
    [isBesides(text, start, end) ? after(besides) : null, false],
  ];
  for (const [at, isDirect] of ways) {
    if (at === null) continue;
    const values = quotedAt(text, at, kind, isDirect);
    if (values.length > 0) return values.map((value) => ({ rule, ...value }));
  }
  const inside = elementAt(text, start, end) ?? fallbackAt(text, start, end);
  if (inside !== null) {
    return isSecretValue(text.slice(inside.start, inside.end), kind, false) ? [{ rule, ...inside }] : [];
  }
  const place = bareAfter(text, start, end, after(block) ?? direct, kind);
  return place === null ? [] : [{ rule, ...place }];
}

type Place = Omit<NamedSecret, 'rule'>;

/** The text in quotes at a place, with those that are joined to it. */
function quotedAt(text: string, at: number, kind: SecretKind, isDirect: boolean): readonly Place[] {
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
  for (let at = from; places.length < 20; ) {
    goesOn.lastIndex = at;
    const match = goesOn.exec(text);
    if (!match || !/^\s*(?:\+|\.|\\)|\n/.test(match[0])) return places;
    const value = match[2] ?? '';
    at = goesOn.lastIndex;
    places.push({ start: at - 1 - value.length, end: at - 1 });
  }
  return places;
}

/** `setPassword(`, `.password(`, `withApiKey(`. */
function isSetter(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  return /(?:^|\.)(?:set|with|use|add)[A-Z_]/.test(name) || /\.\w+$/.test(name) || text[start - 1] === '.';
}

function isBesides(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return (
    directive.test(before) ||
    /(?:^|[\s({[,]):$/.test(before) ||
    /^(?:PASSWORD|requirepass|masterauth|rootpw|bindpw)$/.test(text.slice(start, end))
  );
}

const element = />([^<>\s]{6,400})<\//y;
const fallback = /:[-=+?]?([^\s{}"'`]{6,400})\}/y;

/** `<apiKey>…</apiKey>`. */
function elementAt(text: string, start: number, end: number): Place | null {
  return /[<:]/.test(text[start - 1] ?? '') ? groupAt(element, text, end) : null;
}

/** `${DB_PASS:-…}` of a shell, `${db.password:…}` of Spring. */
function fallbackAt(text: string, start: number, end: number): Place | null {
  return text.startsWith('${', start - 2) ? groupAt(fallback, text, end) : null;
}

/** The place of the first group, which ends where the match does but for what closes it. */
function groupAt(pattern: RegExp, text: string, from: number): Place | null {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (!match) return null;
  const at = from + match[0].indexOf(match[1] ?? '');
  return { start: at, end: at + (match[1]?.length ?? 0) };
}

const assignment = /^["']?\s{0,3}(?:=|:\s{0,3})$/;

/** A value without quotes: of a setting on a line of its own, of a shell's variable, of an option, of a header. */
function bareAfter(text: string, start: number, end: number, at: number | null, kind: SecretKind): Place | null {
  const from = at ?? (isBesides(text, start, end) ? placeAfterBlanks(text, end) : null);
  if (from === null) return null;
  bare.lastIndex = from;
  const match = bare.exec(text);
  if (!match) return null;
  const around = text.slice(Math.max(0, start - 60), start);
  const before = around.slice(around.lastIndexOf('\n') + 1);
  const way = wayOf(before, text.slice(start, end), text.slice(end, from));
  if (way === null) return null;
  const value = valueIn(match[0], way);
  const isAlone =
    way === 'option' ||
    /^[ \t]*(?:[#;,\\]|\/\/|&&|\||$|\r?\n|["'`])|^[ \t]+\S/.test(
      text.slice(from + value.length, from + value.length + 40) || '\n',
    );
  if (!isAlone || value.length < 6 || looksLikeCode(value)) return null;
  const isWritten = way === 'variable';
  return isSecretValue(value, kind, isWritten) ? { start: from, end: from + value.length } : null;
}

function placeAfterBlanks(text: string, end: number): number | null {
  besides.lastIndex = end;
  return besides.test(text) ? besides.lastIndex : null;
}

/** `variable`: `DB_PASS=…`, where a name in small letters could be an argument. */
type Way = 'variable' | 'setting' | 'option';

function wayOf(before: string, name: string, between: string): Way | null {
  const sign = between.trim().replace(/^["']/, '');
  if (/^\s*$/.test(sign) || sign.startsWith('|') || sign.startsWith('>')) return 'setting';
  if (/^:?\s*[|>][+-]?\s*$/.test(sign)) return 'setting';
  if (/(?:--?[\w-]{0,30}[ =,][\w.\-[\]]{0,60}|\s-D|^-D|[?&;,{]\s?)$/.test(before) && sign === '=') return 'option';
  const isVariable = sign === '=' && /^[A-Z][A-Z0-9_]*$/.test(name);
  if (
    isVariable &&
    /(?:^|[\s;&|"'(:])(?:(?:export|set|env|ENV|ARG|local|declare|readonly|SetEnv)\s{1,3}|-\s{0,3}|-e\s|--env[ =]|\$env:)?$/.test(
      before,
    )
  )
    return 'variable';
  const isLine = /^[\s\-*|>/#;]{0,40}(?:export |set |var |let |const |my |\$|@|["'])?(?:[\w.[\]-]{0,40})$/.test(before);
  if (isLine && assignment.test(between.replace(/\s+$/, sign === ':' ? ' ' : ''))) return 'setting';
  return /["'\s]$/.test(before) && sign === ':' && name.includes('-') ? 'setting' : null;
}

function valueIn(written: string, way: Way): string {
  const end = way === 'option' ? /[;&,)}\]]/ : /[,;)}\]]+$/;
  const at = written.search(end);
  return at < 0 ? written : written.slice(0, at);
}

/** Calls, members, types and expressions: `process.env.X`, `getToken(user)`, `Option<String>`, `var.db_password`. */
function looksLikeCode(value: string): boolean {
  if (/[()<>{}[\]]/.test(value) && /^[\w$.!?:&*@-]{1,80}[([{<]/.test(value)) return true;
  return (
    /^[$@&*!]?[A-Za-z_][\w$]*(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]*)+[;,?!]*$/.test(value) ||
    (/^[$@!&*]/.test(value) && /^[$@!&*][A-Za-z_]+$/.test(value))
  );
}
