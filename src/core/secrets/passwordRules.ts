import type { SecretRule } from './secretRule';

const words = '(?:password|passwd|pwd|passphrase)';
const keywords = ['password', 'passwd', 'pwd', 'passphrase'] as const;

interface Row extends Partial<Pick<SecretRule, 'name' | 'keywords' | 'loose'>> {
  readonly pattern: RegExp;
}

/** A password has no form of its own: it is recognized by the text before it. */
const rows: readonly Row[] = [
  {
    name: 'password in an address',
    keywords: ['://'],
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/'"`<>]{0,100}:([^\s@/'"`<>]{3,200})@/dgi,
  },
  // Server=x;Password=…;
  { pattern: /;\s?(?:password|pwd)\s?=\s?([^\s;'"`<>]{6,200})(?=;|["'`]|$)/dgim },
  // ?password=…&
  { pattern: /[?&](?:password|passwd|pwd)=([^\s;'"`<>&(),]{6,200})(?=[&#"'`\s]|$)/dgim },
  // mysql -p…, mongo -p …, sshpass -p …, redis-cli -a …
  {
    keywords: ['mysql', 'mariadb'],
    pattern: /\b(?:mysql|mariadb)\w{0,12}\s[^\n|;]{0,150}?-p["']?([^\s"'`$<>-][^\s"'`$<>]{5,200})/dg,
  },
  {
    keywords: [
      'sshpass',
      'mongo',
      'docker',
      'podman',
      'helm',
      'redis-cli',
      'az login',
      'oc login',
      'sqlcmd',
      'ldap',
      'curl',
    ],
    loose: true,
    pattern:
      /\b(?:sshpass|mongo\w{0,8}|(?:docker|podman|helm registry|az|oc) login|redis-cli|sqlcmd|ldap\w{3,8})\s[^\n|;]{0,150}?-[paPw]\s?["']?([^\s"'`$<>-][^\s"'`$<>]{5,200})/dg,
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
  // so password=… is void
  {
    loose: true,
    pattern: new RegExp(`(?<![\\w.-])${words}=([^\\s"'\`<>(){};,&]{5,200}[^\\s"'\`<>(){};,&.!?:])`, 'dgi'),
  },
  // The password was `…`.
  {
    keywords: [...keywords, 'passwort', 'kennwort', 'mot de passe', 'contraseña'],
    loose: true,
    pattern:
      /(?<!\p{L})(?:password|passphrase|passwort|kennwort|mot de passe|contraseña)\s{1,3}(?:is|was|ist|war|lautet|lautete|est|était|es|era)\s{1,3}(?:now |still |jetzt )?["'`“„«]?([^\s"'`“”„«»<>]{7,200}[^\s"'`“”„«»<>.,;:!?)])/dgiu,
  },
  // CREATE USER app IDENTIFIED BY '…'
  {
    keywords: ['identified'],
    pattern: /\bidentified (?:with [\w'"]{1,40} )?(?:by|as) (?:password )?['"]([^'"\n]{4,200})['"]/dgi,
  },
  // .netrc
  { keywords: ['login'], pattern: /\blogin\s{1,5}\S{1,80}\s{1,5}password\s{1,5}(\S{4,200})/dg },
];

/** Rules that recognize passwords by the text before them. */
export function passwordRules(): readonly SecretRule[] {
  return rows.map((row) => ({ name: 'password', keywords, entropy: 0, loose: false, ...row }));
}
