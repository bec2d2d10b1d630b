import type { SecretRule } from './secretRule';

type Row = readonly [name: string, keywords: readonly string[], pattern: RegExp];

/** What gitleaks looks for in headers of `curl` alone, or in a way that is not linear here, or not at all. */
const rows: readonly Row[] = [
  // Up to the next dashes, so that a thousand beginnings without an end cost no more than one.
  [
    'private key',
    ['private key'],
    /-----BEGIN[ A-Z0-9_-]{0,100}PRIVATE KEY(?: BLOCK)?-----((?:(?!-----)[\s\S]){16,20000})/dg,
  ],
  ['password in an address', ['://'], /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/'"`<>]{0,100}:([^\s@/'"`<>]{3,200})@/dgi],
  ['authorization header', ['bearer', 'basic'], /\b(?:bearer|basic)\s{1,3}([\w.~+/-]{16,2000}={0,2})/dgi],
  ['account key', ['accountkey', 'sharedaccesskey'], /\b(?:Account|SharedAccess)Key\s?=\s?([\w+/]{40,100}={0,2})/dgi],
  [
    'password',
    ['password', 'passwd', 'pwd', 'passphrase'],
    /(?:password|passwd|pwd|passphrase)[\w-]{0,20}["'`]?\s{0,3}(?:=>|[:=])\s{0,3}["'`]([^"'`\s]{6,200})["'`]/dgi,
  ],
  ['password', ['password=', 'pwd='], /\b(?:password|pwd)=([^\s;'"`<>&]{6,200})(?=;|&|$)/dgim],
];

export function ownRules(): readonly SecretRule[] {
  return rows.map(([name, keywords, pattern]) => ({ name, keywords, pattern, entropy: 0, loose: false }));
}
