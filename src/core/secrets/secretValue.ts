import { commaSet, wordSet } from '../text/wordList';
import type { SecretKind } from './secretName';

/** Values that stand in place of a secret: `${TOKEN}`, `<token>`, `changeme`, `xxxxxxxx`, `AKIA…EXAMPLE`. */
const placeholders: readonly RegExp[] = [
  /^(?:\$\{?[\w.]{1,100}\}?|%[\w]{1,100}%|@[\w]{1,100}@|\{\{?[^{}]{0,200}\}\}?|<[^<>]{1,200}>|\[[^[\]]{1,200}\])$/,
  /\$\{\{?[^{}]{1,200}\}?\}|\{\{[^{}]{0,200}\}\}|\$\([^()]{1,200}\)|#\{[^{}]{1,200}\}/,
  /^%[^%\s]{1,200}%$/,
  // A pattern that a password has to match.
  /^\^.*\$$/,
  /^(.)\1*$/,
  /^(?:true|false|null|undefined|none|nil|redacted|hidden|example)$/i,
  // Well-known default passwords, which hide nothing.
  /^(?:password|passwd|secret|token|changeme|change[-_]me|guest|admin|root|postgres|mysql|test|demo)\d{0,4}$/i,
  /^(?:your|my|some|the|dummy|fake|sample|test|example|insert|replace)[-_ ][\w -]{1,100}$/i,
  /example$/i,
  /^[xX0*.•_-]+$|([0xX*#.])\1{7,}/,
];
/** In a value of words alone, one of these words marks a placeholder or a text. */
const fillers = commaSet(
  `change, changeme, me, your, here, example, sample, dummy, fake, mock, placeholder, replace, insert, todo, redacted,
  masked, hidden, removed, foo, bar, baz, test, tests, testing, default, none, null, required, optional, invalid, missing,
  password, passwd, secret, token, key, credential, credentials, must, too, short, long, weak, strong, enter, confirm,
  forgot, reset, wrong, incorrect, user, local, production, development, not, real, auth, error, errors, form, field, input,
  hash, env`,
);
/**
 * Values known not to be secrets: hashes, references to a secret, encrypted text, addresses, versions, names of
 * algorithms.
 */
const others: readonly RegExp[] = [
  /^(?:sha(?:1|224|256|384|512)|md5|h1)[-:=]/i,
  /^\$(?:2[abxy]?|argon2\w{0,2}|[156]|apr1|pbkdf2[\w-]{0,10}|scrypt|y)\$|^\{(?:SSHA|SHA|MD5|CRYPT|bcrypt|noop)\w{0,6}\}/i,
  /^(?:ENC[[(]|\{cipher\}|vault:v\d|\$ANSIBLE_VAULT|!(?:Ref|Sub|GetAtt|ImportValue|env|secret|vault|include|Base64)\b|arn:|op:\/\/|ref\+|sm:\/\/|ssm:|secretsmanager:|projects\/[\w-]{1,60}\/secrets\/|\{\{resolve:)/i,
  /^0x[0-9a-f]{2,}$/i,
  /^#[0-9a-f]{3,8}$/i,
  /^[a-z][a-z0-9+.-]{1,20}:\/\/[^@]*$/i,
  /^(?:\.{0,2}|~|[A-Z]:)[\\/](?:[\w.@ -]{1,60}[\\/]){0,12}[\w.@ -]{0,60}$/i,
  /^[\w.-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,30}){0,4}\.[a-z]{2,12}$/,
  /^v?\d{1,6}(?:[.:/-]\d{1,6}){0,6}(?:[-+.](?:alpha|beta|rc|dev|snapshot)[\w.-]{0,10})?$/i,
  /^\d{4}-\d\d-\d\d(?:T[\d:.+Z-]{4,30})?$/,
  /^(?:hs|rs|es|ps)(?:256|384|512)$|^(?:aes|des|rsa|ec|sha|hmac|pbkdf|ed|chacha)\d{0,5}(?:[-_/]\w{1,8}){0,4}$/i,
  /^[\w-]{1,60}\.(?:pem|key|pub|crt|cer|p12|pfx|jks|json|ya?ml|txt|env|ts|js|py|go|rb|java|md|html?)$/i,
  /^(?:text|application|image|audio|video|font|multipart)\/[\w.+-]{1,60}/i,
  /^data:[\w/+.-]{1,60}[;,]/i,
  // A pattern: `[a-z0-9]{32}`, `^\\w+$`.
  /\[[^\]\s]{0,40}(?:[a-z]-[a-z]|0-9)[^\]\s]{0,40}\]|\\[dwsb][+*{]/i,
];
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const hex = /^[0-9a-f]+$/i;

/**
 * Whether a value only stands in place of a secret, by its form or its words: `your_api_key_here`,
 * `change-me-in-production`.
 */
export function isPlaceholder(value: string): boolean {
  return placeholders.some((form) => form.test(value)) || isFilled(value);
}

/**
 * Whether a value reads like code: names in a row, perhaps ending in numbers. In a random string the pieces between
 * changes of case, digits and marks are only one or two characters long.
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

/** What a value is made of: one word, words, hexadecimal digits, or letters, digits and marks in random order. */
type Make = 'word' | 'words' | 'hex' | 'random';

/**
 * Whether a value whose name promises a secret is one.
 *
 * @param written whether it is a text of its own (in quotes, or the whole value of a setting); else it may be code
 */
export function isSecretValue(value: string, kind: SecretKind, written: boolean): boolean {
  if (isPlaceholder(value) || others.some((form) => form.test(value))) return false;
  const made = makeOf(value);
  if (kind === 'password') {
    if (value.length < 6 || /\s/.test(value)) return false;
    // One word is a label or a hint; `correct-horse` is a password.
    if (made === 'word') return false;
    if (made === 'words') return written && /[-_.]/.test(value) && !isIdentifier(value);
    return true;
  }
  if (/\s/.test(value) || value.length < (kind === 'token' ? 10 : 20)) return false;
  if (uuid.test(value)) return kind === 'token';
  if (made === 'hex') return kind === 'token' && value.length >= 16;
  return (
    made === 'random' && entropyOf(value) >= (kind === 'token' ? 2.8 : 3.8) && (kind === 'token' || isMixed(value))
  );
}

function isFilled(value: string): boolean {
  const parts = value.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).filter((part) => part !== '');
  const isText = parts.every((part) => /^(?:\p{L}+\d{0,3}|\d{1,4})$/u.test(part) && !isScrambled(part));
  return isText && parts.some((part) => fillers.has(part.toLowerCase()));
}

/** `RESET_PASSWORD`, `invalid_grant`, `auth.tokens.refresh`: constants and keys of messages, not words with hyphens. */
function isIdentifier(value: string): boolean {
  return /^[A-Z0-9]+(?:_[A-Z0-9]+)*$/.test(value) || /^[a-z][A-Za-z0-9]*(?:[._][A-Za-z0-9]+)+$/.test(value);
}

function isMixed(value: string): boolean {
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value) && !isCode(value);
}

function makeOf(value: string): Make {
  if (value.length >= 16 && hex.test(value) && /\d/.test(value) && /[a-f]/i.test(value)) return 'hex';
  const marks = value.match(/[^\p{L}\p{N}\s._:/-]/gu) ?? [];
  const parts = value.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
  const scrambled = parts.filter(isScrambled);
  if (scrambled.length === 0 && marks.length < 2 && parts.every((part) => /^\p{L}+\d{0,2}$/u.test(part))) {
    return parts.length > 1 ? 'words' : /\d/.test(value) || marks.length > 0 ? 'words' : 'word';
  }
  if (scrambled.length > 0 || marks.length >= 2) return isMostlyWords(parts) && marks.length < 2 ? 'words' : 'random';
  return isCode(value) && marks.length === 0 ? 'words' : 'random';
}

function isMostlyWords(parts: readonly string[]): boolean {
  const words = parts.filter((part) => /^\p{Lu}?\p{Ll}{2,}$|^\p{Lu}{3,}$/u.test(part));
  return words.join('').length >= parts.join('').length * 0.6;
}

/** Pairs of letters that make up some nine tenths of words, of English and its neighbours. */
const pairs =
  wordSet(`th he in er an re nd on en at ou ed ha to or it is hi es ng st ar te se le ve of me ne co ro io ti li ra as ri de ur la el ce
  us ut ma no ta ic ll na nt al ec om un ch wi ai ns pe ot ho ea si tr ge ad ul ac rs ol wh ca so di pr em et sh ck ie ly ld
  ss ee mo ry sp su lo do fo po be ay ow am il ir id im ab ap ag av ev ef ke ey ga gh gr fi fa fe fr fu bl br bu bo ba by cl cr
  cu da dr du dy ei eg ep eq ew ex ff ft go gi gu gn if ig ip iv ix ja je jo ju ki kn ks lu lt lv lp mi mp mm mb my nc ne nk nn
  nu oa ob oc od og oi ok oo op os ov oy pa ph pi pl pp pt pu qu rc rd rg rk rm rn rr rt ru rv sc sk sl sm sn sq sw sy tl tt tu
  tw ty ua ub uc ud ue ug ui um up va vi vo wa we wn wo wr xp ye yp ys yt ze zi ke`);

/** Whether letters and digits are in random order: pairs that words seldom have, or many changes of case and digits. */
function isScrambled(part: string): boolean {
  if (part.length < 5) return false;
  const pieces = part.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu) ?? [];
  const letters = pieces.map((piece) => piece.toLowerCase()).filter((piece) => /^\p{L}{2,}$/u.test(piece));
  const all = letters.flatMap((piece) => Array.from({ length: piece.length - 1 }, (_, at) => piece.slice(at, at + 2)));
  const share = all.filter((pair) => pairs.has(pair)).length / (all.length || 1);
  if (pieces.length >= 3 && part.length / pieces.length < 3.2) return share < 0.8 || all.length < 4;
  return all.length >= 7 && share < 0.62;
}

/** The Shannon entropy in bits per character. */
export function entropyOf(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  const length = [...value].length;
  return [...counts.values()].reduce((sum, count) => sum - (count / length) * Math.log2(count / length), 0);
}
