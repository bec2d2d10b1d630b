import type { Place } from './quotedValue';
import type { SecretKind } from './secretName';
import { isSecretValue } from './secretValue';

/** A value without quotes, up to a blank or a quote. */
const bare = /[^\s"'`]{6,400}/y;
/** How many UTF-16 units are examined before a name and after a value. */
const around = 60;
const behind = 40;

const element = />([^<>\s]{6,400})<\//y;
const fallback = /:[-=+?]?([^\s{}"'`]{6,400})\}/y;

/** `<apiKey>…</apiKey>`. */
export function elementAt(text: string, start: number, end: number): Place | null {
  return /[<:]/.test(text[start - 1] ?? '') ? groupAt(element, text, end) : null;
}

/** `${DB_PASS:-…}` of a shell, `${db.password:…}` of Spring. */
export function fallbackAt(text: string, start: number, end: number): Place | null {
  return text.startsWith('${', start - 2) ? groupAt(fallback, text, end) : null;
}

/** The place of the pattern's first group. */
function groupAt(pattern: RegExp, text: string, from: number): Place | null {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (!match) return null;
  const at = from + match[0].indexOf(match[1] ?? '');
  return { start: at, end: at + (match[1]?.length ?? 0) };
}

const sign = /^["']?\s{0,3}(?:=|:\s{0,3})$/;
/** Before a variable that a shell, a container or a build is given. */
const beforeVariable =
  /(?:^|[\s;&|"'(:])(?:(?:export|set|env|ENV|ARG|local|declare|readonly|SetEnv)\s{1,3}|-\s{0,3}|-e\s|--env[ =]|\$env:)?$/;
/** Before an option's or an address's own name: `--set db.`, `-D`, `?`, `&`. */
const beforeOption = /(?:--?[\w-]{0,30}[ =,][\w.\-[\]]{0,60}|\s-D|^-D|[?&;,{]\s?)$/;
/** Nothing but a setting on the line, also in a comment. */
const beforeSetting = /^[\s\-*|>/#;]{0,40}(?:export |set |var |let |const |my |\$|@|["'])?(?:[\w.[\]-]{0,40})$/;
/** The text that may follow a value which is complete. */
const afterValue = /^[ \t]*(?:[#;,\\]|\/\/|&&|\||$|\r?\n|["'`])|^[ \t]+\S/;

/**
 * A value without quotes: of a setting on a line of its own, of a shell's variable, of an option, of a header.
 *
 * @param from where the value begins
 */
export function bareAt(text: string, start: number, end: number, from: number, kind: SecretKind): Place | null {
  bare.lastIndex = from;
  const match = bare.exec(text);
  if (!match) return null;
  const before = text.slice(Math.max(0, start - around), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const way = wayOf(line, text.slice(start, end), text.slice(end, from));
  if (way === null) return null;
  const value = valueIn(match[0], way);
  const after = text.slice(from + value.length, from + value.length + behind);
  const isAlone = way === 'option' || afterValue.test(after || '\n');
  if (!isAlone || value.length < 6 || looksLikeCode(value)) return null;
  return isSecretValue(value, kind, way === 'variable') ? { start: from, end: from + value.length } : null;
}

/** The form in which a value is set. `variable`: `DB_PASS=…`; a name in lower case could be an argument instead. */
type Way = 'variable' | 'setting' | 'option';

function wayOf(line: string, name: string, between: string): Way | null {
  const written = between.trim().replace(/^["']/, '');
  if (written === '' || /^:?\s*[|>]/.test(written)) return 'setting';
  if (written === '=' && beforeOption.test(line)) return 'option';
  if (written === '=' && /^[A-Z][A-Z0-9_]*$/.test(name) && beforeVariable.test(line)) return 'variable';
  const plain = between.trimEnd() + (written === ':' && /\s$/.test(between) ? ' ' : '');
  if (beforeSetting.test(line) && sign.test(plain)) return 'setting';
  // `"X-Api-Key: …"`, `-H 'X-Api-Key: …'`
  return written === ':' && name.includes('-') && /["'\s]$/.test(line) ? 'setting' : null;
}

function valueIn(written: string, way: Way): string {
  const end = way === 'option' ? /[;&,)}\]]/ : /[,;)}\]]+$/;
  const at = written.search(end);
  return at < 0 ? written : written.slice(0, at);
}

/**
 * Whether a value is a call, member, type or expression: `process.env.X`, `getToken(user)`, `Option<String>`,
 * `var.db_password`.
 */
function looksLikeCode(value: string): boolean {
  if (/[()<>{}[\]]/.test(value) && /^[\w$.!?:&*@-]{1,80}[([{<]/.test(value)) return true;
  return (
    /^[$@&*!]?[A-Za-z_][\w$]*(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]*)+[;,?!]*$/.test(value) ||
    (/^[$@!&*]/.test(value) && /^[$@!&*][A-Za-z_]+$/.test(value))
  );
}
