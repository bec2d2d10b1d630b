import { wordSet } from '../text/wordList';

/**
 * What a name promises of its value. `password`: any value is a secret. `token`: a value that looks generated is one.
 * `key`: only a value that can hardly be anything else, since most keys are those of maps and caches.
 */
export type SecretKind = 'password' | 'token' | 'key';

const passwords = wordSet(`
  password passwords passwd pwd passphrase passcode passwort kennwort contrasena contraseña senha wachtwoord hasło haslo parola
  lösenord requirepass masterauth rootpw bindpw userpass mypwd
`);
const secrets = wordSet(
  'secret secrets credential credentials creds clientsecret appsecret secretkey accesskey apikey apisecret privatekey',
);
const tokens = wordSet('token tokens authtoken accesstoken pat jwt bearer');
/** Words that, before `key` in a name, make it a key that gives access. */
const openingKeys = wordSet(`
  api access secret private signing sign signature encryption encrypt encrypting decryption crypto cipher aes rsa hmac jwt auth
  authorization authentication master shared account storage subscription session cookie app application webhook deploy deployment
  ssh tls ssl pgp gpg client consumer bot admin root license licence instrumentation ingest ingestion write integration
  provisioning registration function functions host sas kms vault bearer security service server user stripe sendgrid mailgun
  twilio datadog algolia openai anthropic google maps firebase github gitlab slack aws azure gcp cloudflare sentry newrelic
`);
/** Words for tokens and keys that give no access, or only for a moment. */
const harmless = wordSet(`
  public pub foreign primary sort partition range cache translation i18n l10n locale page next previous prev continuation cursor
  csrf xsrf idempotency correlation trace dedup map object row column index hot shortcut press event lookup design color css style
  lexer syntax parser react list testid design search tag label group config setting preference option storage_key query route
  fake dummy mock stub example sample placeholder redacted masked invalid expired wrong bad cancellation cancel abort sentinel
  match position punctuation
`);
/** Last words of a name whose value is about a secret and is none itself. */
const abouts = wordSet(`
  name names path paths file files filename dir directory folder url urls uri uris endpoint host hostname type types class kind ref
  refs reference label labels title pattern hint help field fields header headers prefix suffix regex regexp rule rules policy
  length len id ids identifier message messages msg placeholder selector route column version algorithm alg algo format count size
  limit expiry expiration expires expire ttl age duration timeout hash hashes hashed digest checksum fingerprint thumbprint
  encrypted arn issuer audience scope scopes status state error errors text description desc template strategy provider manager
  service generator validator schema code codes keycode used usage cost budget input output max min required enabled disabled
  valid visible visibility changed at date time reset strength rotation source env var variable set map word words space button
  page screen form modal dialog link icon test tests spec example regexes mode level role owner user username login email account
  store backend engine driver module plugin section tab group property attribute param parameter arg argument option flag
  separator delimiter char chars character characters mask masked policyname expected actual
`);

/** In UTF-16 units; no person writes a longer name. */
const longest = 120;

/** What a name promises, or null: `DB_PASS`, `apiKey`, `spring.datasource.password`, `X-Api-Key`, `$token`. */
export function kindOfName(name: string): SecretKind | null {
  if (name.length > longest) return null;
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (abouts.has(last)) return null;
  const isAny = (of: ReadonlySet<string>) => words.some((word) => of.has(word));
  if (isAny(passwords) || last === 'pass' || (words.includes('pass') && words.length > 1 && isUpper(name))) {
    return words.some((word) => word === 'fake' || word === 'dummy' || word === 'mock') ? 'key' : 'password';
  }
  if (isAny(harmless)) return null;
  const key = words.findIndex((word) => word === 'key' || word === 'keys');
  const opens = key > 0 && words.slice(0, key).some((word) => openingKeys.has(word));
  if (isAny(secrets) || isAny(tokens) || opens) return 'token';
  return key >= 0 || last === 'auth' || last === 'authorization' ? 'key' : null;
}

function isUpper(name: string): boolean {
  return name === name.toUpperCase();
}

/** `dbPassword2` → db, password; `API_KEY` → api, key; `mypassword` → mypassword, password. */
function wordsOf(name: string): readonly string[] {
  const parts = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}]+/gu) ?? [];
  return parts.flatMap((part) => {
    const word = part.toLowerCase();
    // A secret's word at the end of a compound: `dbpassword`, `mytoken`.
    const end = /^\p{L}{1,12}(password|passwd|passphrase|secret|token|apikey)s?$/u.exec(word)?.[1];
    return end === undefined ? word : [word, end];
  });
}
