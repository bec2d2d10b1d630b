import type { SecretRule } from './secretRule';

const words = '(?:password|passwd|pwd|passphrase)';
const keywords = ['password', 'passwd', 'pwd', 'passphrase'] as const;

interface Row extends Partial<Pick<SecretRule, 'name' | 'keywords' | 'loose' | 'named'>> {
  readonly pattern: RegExp;
}

/** A password has no form of its own: it is known by what is said before it. */
const rows: readonly Row[] = [
  {
    name: 'password in an address',
    keywords: ['://'],
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/'"`<>]{0,100}:([^\s@/'"`<>]{3,200})@/dgi,
  },
  // password: "…", dbPassword = '…', 'password' => '…'
  {
    named: true,
    pattern: new RegExp(`${words}[\\w-]{0,20}["'\`]?\\s{0,3}(?:=>|[:=])\\s{0,3}["'\`]([^"'\`\\s]{6,200})["'\`]`, 'dgi'),
  },
  // Server=x;Password=…; and ?password=…&, not an argument of a call
  { pattern: /\b(?:password|pwd)=([^\s;'"`<>&(),]{6,200})(?=;|&|$)/dgim },
  // DB_PASSWORD=… of an environment, where a name in small letters would be a variable
  {
    keywords: ['password=', 'passwd=', 'pwd=', 'pass='],
    pattern:
      /^[ \t]{0,20}(?:export |set |ENV |- |-e )?[A-Z0-9_]{0,60}(?:PASSWORD|PASSWD|PWD|PASS)=([^\s"'`$<>{}();,/]{6,200})[ \t]*$/dgm,
  },
  // password: … without quotes
  {
    loose: true,
    named: true,
    pattern: new RegExp(
      `^[ \\t]{0,40}[\\w.-]{0,60}${words}\\s?[:=]\\s{0,3}([^\\s"'\`$<>{}();,]{6,200})[ \\t]*$`,
      'dgim',
    ),
  },
  // <password>…</password>
  { pattern: new RegExp(`<[\\w.:-]{0,40}${words}>([^<>\\s]{6,200})</`, 'dgi') },
  // key="Password" value="…"
  { pattern: new RegExp(`\\b(?:key|name)="[^"\\n]{0,60}${words}"\\s{1,3}value="([^"\\s]{6,200})"`, 'dgi') },
  // define("DB_PASSWORD", "…")
  {
    keywords: ['define('],
    pattern: /\bdefine\(\s?["']\w{0,40}(?:PASSWORD|SECRET|SALT|KEY|TOKEN)["']\s?,\s?["']([^"'\n]{6,200})["']/dg,
  },
  // --password …
  {
    keywords: ['--'],
    loose: true,
    pattern:
      /--[a-z-]{0,20}(?:password|passwd|pass|secret|token|api-?key)(?:=|\s{1,2})["']?([^\s"'`$<>-][^\s"'`<>]{5,200})/dgi,
  },
  // curl -u ann:…
  {
    keywords: ['-u ', '--user'],
    loose: true,
    pattern: /\s(?:-u|--user)[ =]["']?[\w.@-]{1,60}:([^\s"'`$<>]{6,200})/dg,
  },
  // .netrc
  { keywords: ['login'], pattern: /\blogin\s{1,5}\S{1,80}\s{1,5}password\s{1,5}(\S{4,200})/dg },
];

/** Passwords by what is said before them. */
export function passwordRules(): readonly SecretRule[] {
  return rows.map((row) => ({ name: 'password', keywords, entropy: 0, loose: false, named: false, ...row }));
}
