import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCodeOwners } from '../../../src/core/activity/codeowners';
import { risksOf } from '../../../src/core/activity/risks';
import { file } from './support';

const codes = (...paths: readonly string[]) => risksOf(paths.map((path) => file(path))).map(({ code }) => code);

describe('risksOf', () => {
  const signs: readonly [path: string, code: string | null][] = [
    ['db/migrate/20261120_split.rb', 'migration'],
    ['migrations/0041_split.sql', 'migration'],
    ['prisma/schema.prisma', 'migration'],
    ['docs/migrations/readme.md', null],
    ['package-lock.json', 'lock-file'],
    ['sub/Cargo.lock', 'lock-file'],
    ['go.sum', 'lock-file'],
    ['deploy/values-prod.yaml', 'configuration'],
    ['infra/main.tf', 'configuration'],
    ['requirements/prod.txt', 'lock-file'],
    ['requirements-dev.txt', 'lock-file'],
    ['src/main/resources/application.yml', 'configuration'],
    ['docs/config/readme.md', null],
    ['.env', 'secret'],
    ['.env.production', 'secret'],
    ['.env.example', null],
    ['certs/server.key', 'secret'],
    ['id_rsa', 'secret'],
    ['id_rsa.pub', null],
    ['api/openapi.yaml', 'public-api'],
    ['proto/ledger.proto', 'public-api'],
    ['graphql/ledger.graphql', 'public-api'],
    ['.github/workflows/ci.yml', 'ci'],
    ['.gitlab-ci.yml', 'ci'],
    ['Jenkinsfile', 'ci'],
    ['Dockerfile', 'ci'],
    ['README.md', null],
    ['docs/authors.md', null],
  ];
  for (const [path, code] of signs) {
    it(`${path}: ${code ?? 'nothing'}`, () => assert.deepEqual(codes(path, 'a.test.ts'), code === null ? [] : [code]));
  }

  it('sees authorisation in names of folders and files, not of authors', () => {
    assert.deepEqual(codes('src/auth/token.ts', 'src/token.test.ts'), ['authorisation']);
    assert.deepEqual(codes('src/userPermissions.ts', 'src/a.test.ts', 'src/authors.ts'), ['authorisation']);
  });

  const tests = [
    'src/a.test.ts',
    'tests/a.py',
    'a_test.go',
    'tests/bud.bats',
    'src/LedgerTest.java',
    'spec/a_spec.rb',
    'src/__tests__/a.js',
  ];
  for (const path of tests) it(`takes ${path} for a test`, () => assert.deepEqual(codes('src/a.ts', path), []));
  for (const path of ['src/latest.ts', 'src/Latest.java', 'src/contest.ts', 'README.md']) {
    it(`takes ${path} for none`, () => assert.deepEqual(codes('src/a.ts', path), ['no-tests']));
  }

  it('says nothing of a file that is as it was before, but for a secret that the commits have', () => {
    const files = [file('package-lock.json'), file('.env'), file('src/a.test.ts')];
    const told = risksOf(files, null, files, new Set(['package-lock.json', '.env'])).map(({ code }) => code);
    assert.deepEqual(told, ['secret']);
  });

  it('asks no test of text, of generated code and of what is gone', () => {
    assert.deepEqual(codes('README.md', 'dist/a.js', 'static/main.0a1a8e29.js', 'src/a.min.js', 'vite.config.ts'), [
      'configuration',
    ]);
    assert.deepEqual(
      risksOf([file('a.ts', { status: 'deleted' })]).map(({ code }) => code),
      ['deletion'],
    );
  });

  it('takes what the newest commit did to a file for what became of it', () => {
    const [again, gone] = [file('a.md'), file('a.md', { status: 'deleted' })];
    assert.deepEqual(risksOf([again, gone]), []);
    assert.deepEqual(risksOf([gone, again]), [{ code: 'deletion', files: ['a.md'], count: 1, detail: '' }]);
  });

  it('has a secret in what came and went, and none in what is taken away at last', () => {
    const gone = file('certs/old.pem', { status: 'deleted' });
    assert.deepEqual(
      risksOf([gone]).map(({ code }) => code),
      ['deletion'],
    );
    assert.deepEqual(risksOf([gone, file('certs/old.pem', { status: 'added' })])[0]?.code, 'secret');
  });

  const sizes: readonly [lines: number, detail: string | null][] = [
    [200, null],
    [201, '201 lines, more than 200'],
    [501, '501 lines, more than 500'],
    [4001, '4001 lines, more than 1000'],
  ];
  for (const [lines, detail] of sizes) {
    it(`${lines} lines are ${detail === null ? 'not large' : 'large'}`, () => {
      const files = [
        file('small.md'),
        file('big.md', { added: lines - 3, removed: 1 }),
        file('logo.png', { added: null, removed: null }),
      ];
      const [large] = risksOf([...files, file('small.md'), file('yarn.lock', { added: 9_000 })]).filter(
        ({ code }) => code === 'large',
      );
      assert.deepEqual(large && [large.detail, large.files[0]], detail === null ? undefined : [detail, 'big.md']);
    });
  }

  it('asks no test of code that only lost lines', () => {
    const codesOf = (added: number | null) =>
      risksOf([file('src/a.ts', { added, removed: 2 })]).map(({ code }) => code);
    assert.deepEqual([codesOf(0), codesOf(1), codesOf(null)], [[], ['no-tests'], ['no-tests']]);
  });

  it('counts no line and no deletion of what a tool recorded or generated', () => {
    const recorded = ['spec/cassettes/form.yml', 'src/__snapshots__/a.snap', 'dist/a.js', 'api/ledger.pb.go'];
    const risks = (changes: Parameters<typeof file>[1]) => risksOf(recorded.map((path) => file(path, changes)));
    assert.deepEqual(risks({ added: 9_000 }), []);
    assert.deepEqual(risks({ status: 'deleted' }), []);
  });

  it('takes code about configuration for none, and a test beside it for no way in', () => {
    // hashicorp/terraform: what is in these folders is the product.
    for (const path of ['internal/terraform/graph.go', 'internal/configs/module.go', 'internal/policy_eval_test.go']) {
      const codes = risksOf([file(path), file('a_test.go')]).map(({ code }) => code);
      assert.deepEqual(codes, [], path);
    }
    assert.deepEqual(
      ['terraform/main.tf', 'config/routes.rb', 'internal/access_policy.go'].map(
        (path) => risksOf([file(path), file('a_test.go')])[0]?.code,
      ),
      ['configuration', 'configuration', 'authorisation'],
    );
  });

  it('names at most five files, and the number of all', () => {
    const files = Array.from({ length: 9 }, (_, index) => file(`m${index}.proto`));
    assert.deepEqual(risksOf(files), [
      { code: 'public-api', files: ['m0.proto', 'm1.proto', 'm2.proto', 'm3.proto', 'm4.proto'], count: 9, detail: '' },
    ]);
  });

  it('names the owners who are somebody else', () => {
    const ownersOf = readCodeOwners('*.md @acme/writers\n/ledger/ @kenji @Ann\n/free/');
    const ownership = { ownersOf, own: ['@ann', 'ann@example.com'], ownTeams: new Set<string>() };
    const files = ['a.md', 'ledger/b.txt', 'free/c.md', 'd.txt'].map((path) => file(path));
    assert.deepEqual(risksOf(files, ownership), [
      { code: 'other-owners', files: ['a.md'], count: 1, detail: '@acme/writers' },
    ]);
  });

  it('takes a team of the team file for the one that CODEOWNERS calls alike', () => {
    const ownersOf = readCodeOwners('a @acme/ledger-team\nb @acme/Writers\nc @group/books/ledger\nd @ledger\n');
    const [risk] = risksOf(
      ['a', 'b', 'c', 'd'].map((path) => file(path)),
      { ownersOf, own: ['@ann'], ownTeams: new Set(['ledger']) },
    );
    assert.deepEqual([risk?.files, risk?.detail], [['b', 'd'], '@acme/Writers, @ledger']);
  });

  it('asks CODEOWNERS of the files of its own repository only', () => {
    const ownership = { ownersOf: readCodeOwners('* @kenji'), own: [], ownTeams: new Set<string>() };
    const [risk] = risksOf([file('web.md'), file('ledger.md')], ownership, [file('ledger.md')]);
    assert.deepEqual(risk?.files, ['ledger.md']);
  });

  it('is quick whatever the paths are', () => {
    const part = fc.constantFrom(
      'a',
      '.',
      '/',
      '_',
      '-',
      'test',
      'auth',
      'schema',
      'openapi',
      'sql',
      'secret',
      'v1',
      '__',
    );
    fc.assert(
      fc.property(fc.array(fc.array(part, { maxLength: 400 }), { maxLength: 5 }), (paths) => {
        const files = paths.map((parts) => file(parts.join('')));
        for (const { count, files: named } of risksOf(files)) assert.ok(named.length <= Math.min(5, count));
      }),
    );
  });
});
