import { passwordRules } from './passwordRules';
import type { SecretRule } from './secretRule';

type Row = readonly [name: string, keywords: readonly string[], pattern: RegExp];

/** Secrets that gitleaks finds in headers of `curl` alone, or with a pattern that is not linear here, or not at all. */
const rows: readonly Row[] = [
  // The match ends at the next dashes, so that a thousand beginnings without an end cost no more than one.
  [
    'private key',
    ['private key'],
    /-----BEGIN[ A-Z0-9_-]{0,100}PRIVATE KEY(?: BLOCK)?-----((?:(?!-----)[\s\S]){16,20000})/dg,
  ],
  // A value of words alone is prose about a way to sign in: `Basic authentication/authorization`.
  [
    'authorization header',
    ['bearer', 'basic'],
    /\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC)\s{1,3}((?=[\w.~+/-]{0,200}?(?:\d|[a-z][A-Z]))[\w.~+/-]{16,2000}={0,2})/dg,
  ],
  [
    'authorization header',
    ['authorization'],
    /\bauthorization["'`]?\s{0,3}[:=,]\s{0,3}["'`]?(?:token|api-?key|key|jwt|bot|digest)\s{1,3}((?=[\w.~+/-]{0,200}?\d)[\w.~+/-]{16,2000}={0,2})/dgi,
  ],
  ['account key', ['accountkey', 'sharedaccesskey'], /\b(?:Account|SharedAccess)Key\s?=\s?([\w+/]{40,100}={0,2})/dgi],
  ['shared access signature', ['sig='], /[?&]sig=([\w%/+-]{40,150}=?)/dg],
  [
    'session cookie',
    ['cookie'],
    /\bcookie:\s?[^\n]{0,150}?(?:sess|sid|auth|token)[\w.-]{0,20}=([\w%+/.-]{16,500}=?)/dgi,
  ],
  [
    'secret key',
    ['secret_key', 'secretkey'],
    /secret_?key(?:_base)?["'`]?\s{0,3}[:=]\s{0,3}["'`]([^"'`\s]{20,200})["'`]/dgi,
  ],
  ['application key', ['app_key'], /\bAPP_KEY\s?=\s?["']?base64:([\w+/]{40,100}={0,2})/dg],
  ['discord webhook', ['/api/webhooks/'], /\bdiscord(?:app)?\.com\/api\/webhooks\/\d{15,22}\/([\w-]{50,100})/dgi],
  ['mailgun key', ['key-'], /\bkey-([0-9a-f]{32})(?![0-9a-f])/dg],
  ['docker access token', ['dckr_pat_'], /\bdckr_pat_[\w-]{20,60}/dg],
  ['sentry token', ['sntrys_', 'sntryu_'], /\bsntry[su]_[\w=+/.-]{40,500}/dg],
  ['supabase token', ['sbp_'], /\bsbp_[0-9a-f]{40}(?![0-9a-f])/dg],
];

export function ownRules(): readonly SecretRule[] {
  const own = rows.map(([name, keywords, pattern]) => ({
    name,
    keywords,
    pattern,
    entropy: 0,
    loose: false,
  }));
  return [...own, ...passwordRules()];
}
