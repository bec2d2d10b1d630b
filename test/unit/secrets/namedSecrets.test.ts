import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SecretMask } from '../../../src/core/secrets/maskSecrets';
import { countFloors } from '../support/floors';

const mask = new SecretMask();
const letters = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const marks = `${letters}!@#%^&*_+=~?.-`;

/** How languages and formats give a name its value. */
const declarations: readonly ((name: string, value: string) => string)[] = [
  (name, value) => `const ${name}: string = "${value}";`,
  (name, value) => `private readonly ${name} = '${value}';`,
  (name, value) => `let ${name}: &'static str = "${value}";`,
  (name, value) => `val ${name}: String = "${value}"`,
  (name, value) => `${name}: str = "${value}"`,
  (name, value) => `${name} := "${value}"`,
  (name, value) => `var ${name} string = "${value}"`,
  (name, value) => `private static final String ${name} = "${value}";`,
  (name, value) => `public string ${name} { get; set; } = "${value}";`,
  (name, value) => `Dim ${name} As String = "${value}"`,
  (name, value) => `static const char ${name}[] = "${value}";`,
  (name, value) => `NSString *const ${name} = @"${value}";`,
  (name, value) => `#define ${name} "${value}"`,
  (name, value) => `my $${name} = "${value}";`,
  (name, value) => `'${name}' => '${value}',`,
  (name, value) => `:${name} => "${value}"`,
  (name, value) => `{:${name} "${value}"}`,
  (name, value) => `${name} <- "${value}"`,
  (name, value) => `connect(host="db", ${name}="${value}")`,
  (name, value) => `  "${name}": "${value}",`,
  (name, value) => `config['${name}'] = '${value}'`,
  (name, value) => `process.env.${name} || "${value}"`,
  (name, value) => `os.environ.get("${name}", "${value}")`,
  (name, value) => `props.setProperty("app.${name}", "${value}");`,
  (name, value) => `${name} = Buffer.from("${value}", "utf8")`,
  (name, value) => `<property name="${name}" value="${value}"/>`,
  (name, value) => `<x:${name}>${value.replace(/[<>&]/g, 'x')}</x:${name}>`,
  (name, value) => `- name: ${name}\n  value: "${value}"`,
  (name, value) => `{ "name": "${name}", "value": "${value}" }`,
  (name, value) => `variable "${name}" {\n  type = string\n  default = "${value}"\n}`,
  (name, value) => `  ${name}: |\n    ${value}\n`,
  (name, value) => `${name}: !!str "${value}"`,
  (name, value) => `# ${name} = "${value}"`,
];
const names = [
  ...['password', 'dbPassword', 'SMTP_PASS', 'userPassphrase'],
  ...[
    'apiKey',
    'API_KEY_V2',
    'clientSecret',
    'SECRET_KEY_BASE',
    'authToken',
    'GITHUB_TOKEN',
    'signingKey',
    'jwt_secret',
  ],
];

/** What settings, shells and headers write without quotes. */
const settings: readonly ((value: string) => string)[] = [
  (value) => `DB_PASSWORD=${value}`,
  (value) => `API_TOKEN=${value} npm start`,
  (value) => `export ENCRYPTION_KEY=${value}`,
  (value) => `ENV API_TOKEN ${value}`,
  (value) => `      - API_TOKEN=${value}`,
  (value) => `docker run -e POSTGRES_PASSWORD=${value} postgres`,
  (value) => `helm upgrade --set db.password=${value} app .`,
  (value) => `java -Ddb.password=${value} -jar x.jar`,
  (value) => `spring.datasource.password=${value}`,
  (value) => `  webhook_secret: ${value}`,
  (value) => `x-api-key: ${value}`,
  (value) => `curl -H "X-Auth-Token: ${value}" https://x.example`,
  (value) => `\${DB_PASSWORD:-${value}}`,
  (value) => `https://x.example/?access_token=${value}&page=1`,
  (value) => `requirepass ${value}`,
  (value) => `sshpass -p ${value} ssh host`,
  (value) => `mysql -uroot -p${value} ledger`,
  (value) => `CREATE USER app IDENTIFIED BY '${value}';`,
];

/** As a generator makes them, with a digit in every four so that none of them reads as words. */
const random = (alphabet: string) =>
  fc.nat().map((seed) => {
    let state = seed + 1;
    const next = (from: string) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return from[Math.floor(state / 65_536) % from.length];
    };
    return Array.from({ length: 24 }, (_, at) => next(at % 4 === 1 ? '23456789' : alphabet)).join('');
  });

function assertHidden(text: string, value: string): void {
  const shown = mask.mask(text).text;
  for (let at = 0; at + 6 <= value.length; at++) {
    const piece = value.slice(at, at + 6);
    assert.ok(!/[^xX0\W_]/.test(piece) || !shown.includes(piece), shown);
  }
}

describe('what a name promises to be secret', () => {
  for (const declare of declarations) {
    it(`is hidden: ${declare('NAME', '…')}`, () => {
      fc.assert(
        fc.property(fc.constantFrom(...names), random(letters), (name, value) =>
          assertHidden(declare(name, value), value),
        ),
        { numRuns: 60 },
      );
    });
  }
  it('is hidden whatever marks it has', () => {
    const quoting = declarations.filter(
      (declare) => declare('', '…').includes('"…"') && !declare('', '').includes('$'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...quoting), fc.constantFrom(...names), random(marks), (declare, name, value) => {
        fc.pre(!/^[!@#%^&*]*\$|\.{3}/.test(value));
        assertHidden(declare(name, value), value);
      }),
    );
  });
  for (const set of settings) {
    it(`is hidden: ${set('…')}`, () => {
      fc.assert(
        fc.property(random(letters), (value) => assertHidden(set(value), value)),
        { numRuns: 60 },
      );
    });
  }
  it('is hidden in each part of a text that is put together', () => {
    assertHidden(`const apiKey = "${'k9Qw7Zp2Lm'}" +\n  "${'x4Rt8Vb1Nc'}";`, 'k9Qw7Zp2Lm');
    assertHidden(`const apiKey = "${'k9Qw7Zp2Lm'}" +\n  "${'x4Rt8Vb1Nc'}";`, 'x4Rt8Vb1Nc');
  });

  const harmless: readonly string[] = [
    ...['const cacheKey = "user:profile:v2:" + id;', 'key: "ctrl+shift+p"', 'sortKey: "createdAt2"', 'KEY_F13 = "F13"'],
    ...['token: "invalid_token"', 'const TOKEN_TYPE = "Bearer";', 'TOKEN_HEADER = "X-Correlation-Token"'],
    ...['"passwordTooShort": "Your password is too short"', '"password": "Passwort"', "t('auth.password.required')"],
    ...['password: "hunter"', 'SECRET_KEY = "change-me-in-production"', 'API_KEY=REPLACE_WITH_YOUR_KEY', 'SECRET=TODO'],
    ...['API_KEY=your_api_key_here', 'api_key: <your-api-key>', 'const fakeToken = "a1B2c3D4e5F6g7H8i9";'],
    ...[
      'API_KEY = os.environ["LEDGER_API_KEY"]',
      'password := os.Getenv("DB_PASSWORD")',
      `DB_PASS="\${DB_PASS:?set it}"`,
    ],
    ...[
      'const apiKey: string = process.env.API_KEY ?? "";',
      'password = var.db_password',
      `token: \${{ secrets.NPM }}`,
    ],
    ...['password: vault:secret/data/db#password', 'DB_PASSWORD_FILE=/run/secrets/db', 'password = "op://vault/db/x"'],
    ...['kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/7c9e6679"', 'secretName: ledger-db-credentials-v2'],
    ...['passwordHash: "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"', 'JWT_ALGORITHM = "HS256"'],
    ...['commit = "85798b37957842e2e21098d25967580541ec0f15"', 'orderId: "7c9e6679-7425-40de-944b-e07fc1f90ae7"'],
    ...['"idempotencyKey": "7c9e6679-7425-40de-944b-e07fc1f90ae7"', 'csrfToken: "abcDEF123456ghiJKL7890"'],
    ...['const token = "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48";', 'nextPageToken: "CAUQAA7zXb19abQ"'],
    ...[
      'const passwordRegex = /^(?=.*[A-Z])[A-Za-z\\d@$!%*?&]{8,}$/;',
      '"secret": "[a-z0-9]{32}"',
      'password: string;',
    ],
    ...['password: ENC[AES256_GCM,data:CwE4O1s=,iv:2k=,type:str]', 'password: !Ref DbPassword', 'keyCode: 13'],
    ...["return isRead ? 'pass' : 'mail-read2';", 'mysql -u root -p ledger', 'docker run -p 8080:80 -v a:b web2024x'],
    ...['const testId = "password-input-42";', 'data-testid="password-input"', 'compass: "north-by-northwest-12"'],
    ...['setToken(response.data.accessToken2);', 'tokens: ["ident", "number2", "string"]', 'maxTokens: 4096000000'],
  ];
  for (const text of harmless) it(`is not: ${text}`, () => assert.equal(mask.mask(text).text, text));

  it('is masked once: what is masked stays as it is', () => {
    const lines = fc.array(
      fc.oneof(
        fc
          .tuple(fc.constantFrom(...declarations), fc.constantFrom(...names), random(marks))
          .map(([f, n, v]) => f(n, v)),
        fc.string({ unit: 'binary', maxLength: 30 }),
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(lines, (parts) => {
        const { text } = mask.mask(parts.join('\n'));
        assert.equal(mask.mask(text).text, text);
      }),
    );
  });

  it('is looked for in linear time', function () {
    this.timeout(60_000);
    const pieces = [
      'password',
      'apiKey: ',
      'token.',
      'KEY=',
      `\${TOKEN:`,
      'secret "',
      '<key>',
      'auth\n',
      'key-',
      'pass:x,',
      '= "a" +',
    ];
    const timeOf = (text: string) => {
      const floors = countFloors();
      mask.mask(text);
      return floors();
    };
    for (const piece of pieces) {
      assert.ok(timeOf(piece.repeat(200_000 / piece.length)) < 300, piece);
      assert.ok(timeOf(`password = "${piece.repeat(200_000 / piece.length)}`) < 300, piece);
    }
  });
});
