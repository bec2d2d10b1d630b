import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gitleaksRules } from '../../../src/core/secrets/gitleaks';
import { SecretMask } from '../../../src/core/secrets/maskSecrets';
import { ownRules } from '../../../src/core/secrets/ownRules';
import { countFloors } from '../support/floors';

const mask = new SecretMask();
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Put together here, so that no scanner finds a token in this file. The same for the same length each time. */
function random(length: number, alphabet = letters): string {
  let state = 7 + length;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return alphabet[Math.floor(state / 65_536) % alphabet.length];
  }).join('');
}
const capitals = (length: number) => random(length, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
const hex = (length: number) => random(length, '0123456789abcdef');
/** As a person types one. */
const typed = ['S3cret', 'Pw9'].join('');
const dashes = '-'.repeat(5);
const pem = (kind: string) =>
  [`${dashes}BEGIN ${kind} KEY${dashes}`, random(64), random(48), `${dashes}END ${kind} KEY${dashes}`].join('\n');

/** Each is a secret and what it is found as. */
const secrets: readonly (readonly [rule: string, around: (secret: string) => string, secret: string])[] = [
  ['github pat', (secret) => `token: ${secret}`, `ghp_${random(36)}`],
  ['github fine grained pat', (secret) => `"${secret}"`, `github_pat_${random(82)}`],
  ['gitlab pat', (secret) => `export T=${secret}`, `glpat-${random(20)}`],
  ['aws access token', (secret) => `id = ${secret};`, `AKIA${capitals(16)}`],
  ['gcp api key', (secret) => `key=${secret}`, `AIza${random(35)}`],
  [
    'slack bot token',
    (secret) => `'${secret}'`,
    `xoxb-${random(12, '123456789')}-${random(12, '123456789')}-${random(24)}`,
  ],
  ['stripe access token', (secret) => `stripe("${secret}")`, `sk_live_${random(24)}`],
  ['stripe access token', (secret) => `f(${secret})`, `sk_live_${random(24)}`],
  [
    'npm access token',
    (secret) => `//registry/:_authToken=${secret}`,
    `npm_${random(36, 'abcdefghijklmnopqrstuvwxyz0123456789')}`,
  ],
  ['sendgrid api token', (secret) => `send(${secret}, x)`, `SG.${random(66)}`],
  ['digitalocean pat', (secret) => `t=${secret}`, `dop_v1_${hex(64)}`],
  ['pypi upload token', (secret) => `p ${secret}`, `pypi-AgEIcHlwaS5vcmc${random(60)}`],
  ['huggingface access token', (secret) => `x = "${secret}"`, `hf_${random(34, 'abcdefghijklmnopqrstuvwxyz')}`],
  ['jwt', (secret) => `cookie: ${secret};`, `eyJ${random(30)}.eyJ${random(60)}.${random(43)}`],
  ['adafruit api key', (secret) => `ADAFRUIT_KEY="${secret}"`, random(32)],
  ['generic api key', (secret) => `API_TOKEN=${secret}`, random(32)],
  ['generic api key', (secret) => `{ "clientSecret": "${secret}", "b": 1 }`, random(24)],
  ['password', (secret) => `password: '${secret}'`, 'correct horse'.replace(' ', '-')],
  ['password', (secret) => `Server=x;Password=${secret};Database=y`, `${random(4)}!${random(4)}`],
  ['password in an address', (secret) => `postgres://ann:${secret}@db.example.com/x`, 'hunter' + '2'],
  ['account key', (secret) => `AccountKey=${secret};EndpointSuffix=x`, `${random(86)}==`],
  ['authorization header', (secret) => `Authorization: Bearer ${secret}`, random(40)],
  ['password', (secret) => `DB_PASSWORD=${secret}`, typed],
  ['password', (secret) => `export PGPASSWORD=${secret}`, typed],
  ['password', (secret) => `password: ${secret}`, typed],
  ['password', (secret) => `spring.datasource.password = ${secret}`, typed],
  ['password', (secret) => `<password>${secret}</password>`, typed],
  ['password', (secret) => `<add key="Password" value="${secret}" />`, typed],
  ['password', (secret) => `define('DB_PASSWORD', '${secret}');`, typed],
  ['password', (secret) => `curl -u ann:${secret} https://example.com`, typed],
  ['password', (secret) => `tool --password ${secret} --dry-run`, typed],
  ['password', (secret) => `mysql --password=${secret} -u root`, typed],
  ['password', (secret) => `machine h login ann password ${secret}`, typed],
  ['shared access signature', (secret) => `?sv=2022-11-02&sig=${secret}&se=2027`, `${random(43)}%3D`],
  ['session cookie', (secret) => `Cookie: a=b; sessionid=${secret}`, random(32)],
  ['secret key', (secret) => `SECRET_KEY = "${secret}"`, `django-insecure-${random(30)}!@#(`],
  ['application key', (secret) => `APP_KEY=base64:${secret}`, `${random(43)}=`],
  ['discord webhook', (secret) => `https://discord.com/api/webhooks/${random(18, '123456789')}/${secret}`, random(68)],
  ['mailgun key', (secret) => `mail('${secret}')`, `key-${hex(32)}`],
  ['docker access token', (secret) => `login ${secret}`, `dckr_pat_${random(27)}`],
  ['supabase token', (secret) => `x ${secret}`, `sbp_${hex(40)}`],
];

describe('a mask for secrets', () => {
  for (const [rule, around, secret] of secrets) {
    it(`hides a ${rule}: ${around('…')}`, () => {
      const { text, masked } = mask.mask(`one\r\n  ${around(secret)}\ntwo\n`, 10);
      assert.ok(!text.includes(secret.slice(-8)), text);
      assert.equal(text.length, `one\r\n  ${around(secret)}\ntwo\n`.length);
      assert.deepEqual(masked, [{ rule, line: 11 }]);
    });
  }

  for (const kind of ['RSA PRIVATE', 'OPENSSH PRIVATE', 'PRIVATE']) {
    it(`hides a ${kind} key, and leaves what says that it is one`, () => {
      const { text, masked } = mask.mask(`const key = \`${pem(kind)}\`;`);
      assert.ok(text.startsWith(`const key = \`${dashes}BEGIN ${kind} KEY${dashes}\n`), text);
      assert.ok(!text.includes(random(64).slice(10, 30)));
      assert.deepEqual(masked, [{ rule: 'private key', line: 1 }]);
    });
  }

  it('keeps the shape', () => {
    const { text } = mask.mask(`url = "amqp://ann:${'Ab1-é!9'}@mq.example.com"`);
    assert.equal(text, `url = "amqp://ann:${'Xx0-x!0'}@mq.example.com"`);
  });

  it('hides a password that is told in a sentence, and leaves sentences about passwords', () => {
    const secret = random(16);
    for (const around of ['so password=…, which is void', 'The old password was `…`.', 'Das Passwort ist ….']) {
      const { text } = mask.mask(around.replace('…', secret));
      assert.ok(!text.includes(secret.slice(0, 8)), text);
    }
    const plain = [
      'The password is base64-encoded.',
      'The password was changed on 2026-11-20.',
      'Das Passwort ist alt.',
    ];
    for (const text of plain) assert.equal(mask.mask(text).text, text);
  });

  const harmless: readonly string[] = [
    'const token = process.env.API_TOKEN;',
    'const accessToken = await getAccessToken2(session);',
    'key: AccountKey2023,',
    `token = "\${GITHUB_TOKEN}"`,
    'password: "<your password>"',
    'password = "changeme"',
    'api_key: "your-api-key-here"',
    `aws_access_key_id = AKIA${'IOSFODNN7'}EXAMPLE`,
    'https://user@example.com/path:80@x',
    'import { keyOf } from "./keys/sha256Digest";',
    'commit 0123456789abcdef0123456789abcdef01234567',
    'if (password.length < 8) throw new PasswordTooShort(password);',
    'type Props = { passwordHint: string; tokenType: TokenType };',
    `golang.org/x/oauth2 v0.34.0 h1:${random(43)}=`,
    `"integrity": "sha512-${random(86)}==",`,
    `token: "sha256:${hex(64)}"`,
    `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${random(43)} ann@host`,
    `${dashes}BEGIN PUBLIC KEY${dashes}\n${random(64)}\n${dashes}END PUBLIC KEY${dashes}`,
    'Version=4.0.0.0, PublicKeyToken=b77a5c561934e089',
    `"publicKey": "${hex(64)}"`,
    `<UserSecretsId>worker-${random(8)}-${random(12)}</UserSecretsId>`,
    'secretName: default-token-7hn5p',
    'CommandK8sAuth = "argocd-k8s-auth"',
    'passwordPattern: "^.{8,32}$"',
    'const initialPasswordSecretName = "argocd-initial-admin-secret"',
    '"passwordHelp": "Must-have-8-characters"',
    'login(username=TEST_USERNAME, password=TEST_PASSWORD)',
    'connect(password=self.configuration.password.get_secret_value(),',
    'password: string',
    'password: {{ .Values.db.password }}',
    'password: "%env(DATABASE_PASSWORD)%"',
    'password: "password123"',
    'amqp://guest:guest@localhost',
    'docker run -u www-data:www-data image',
    'docker login --password-stdin',
    'Basic authentication/authorization-flow',
    '!function(e,t){var n=t.key,r="a1b2c3";n.auth=e.token||r}(window,document);',
    `data:image/png;base64,${random(80)}`,
    '',
  ];
  for (const text of harmless) {
    it(`leaves alone: ${text}`, () => assert.deepEqual(mask.mask(text), { text, masked: [] }));
  }

  it('tells of each once, in order, with its line', () => {
    const first = `sk_live_${random(24)}`;
    const second = `ghp_${random(36)}`;
    const { masked } = mask.mask(`a\rsecret = "${first}"\r\n\n${second} ${second}\n`);
    assert.deepEqual(masked, [
      { rule: 'stripe access token', line: 2 },
      { rule: 'github pat', line: 4 },
      { rule: 'github pat', line: 4 },
    ]);
  });

  it('changes nothing but letters and digits, whatever the text', () => {
    const words = fc.constantFrom(...secrets.map(([, around, secret]) => around(secret)), '\n', ' ', '"', 'é', '-----');
    const texts = fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 8 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const masked = mask.mask(text).text;
        const marks = (value: string) => value.replace(/[\p{L}\p{M}\p{N}]/gu, '').length;
        assert.equal(marks(masked), marks(text));
        assert.equal(masked.split('\n').length, text.split('\n').length);
      }),
    );
  });
});

describe('the rules for secrets', () => {
  const rules = [...ownRules(), ...gitleaksRules()];

  it('are many, and each has a word that is looked for first', () => {
    assert.ok(rules.length > 200);
    assert.deepEqual(
      rules.filter(({ keywords }) => keywords.length === 0 || keywords.some((word) => word !== word.toLowerCase())),
      [],
    );
  });

  it('take a hostile megabyte in seconds', () => {
    for (const unit of ['password="', 'cookie: sid=', 'DB_PASSWORD=a\n', '://:@', 'api_key token ']) {
      const floors = countFloors();
      mask.mask(unit.repeat(1_000_000 / unit.length));
      assert.ok(floors() < 1_000, `${floors()} floors for ${JSON.stringify(unit)}`);
    }
  });

  it('are linear in what they read', () => {
    const length = 20_000;
    const slow: string[] = [];
    const floors = countFloors();
    for (const { name, keywords, pattern } of rules) {
      for (const keyword of keywords) {
        for (const filler of [
          '',
          ' ',
          'a',
          '0',
          '=',
          '"',
          ' = "',
          `${dashes}BEGIN PRIVATE KEY${dashes}`,
          '.ey',
          '=a',
          '\n',
          'aA0-_.',
        ]) {
          const unit = keyword + filler;
          const texts = [
            unit.repeat(length / unit.length),
            keyword + (filler || 'x').repeat(length / (filler.length || 1)),
          ];
          for (const text of texts) {
            const before = floors();
            for (const _ of text.matchAll(pattern));
            if (floors() - before > 20) slow.push(`${name} ${JSON.stringify(unit)}`);
          }
        }
      }
    }
    assert.deepEqual(slow, []);
  });
});
