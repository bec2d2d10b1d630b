import assert from 'node:assert/strict';
import { hasRisk, pathRisks } from '../../../src/core/activity/riskTable';
import type { Risk } from '../../../src/core/drafts/handoffInput';

/** By code, paths of many kinds of repositories: what is one, and what only looks like it. */
const signs: Readonly<Partial<Record<Risk['code'], readonly [are: readonly string[], areNot: readonly string[]]>>> = {
  authorisation: [
    [
      'src/auth/token.ts',
      'src/userPermissions.ts',
      'src/main/java/com/acme/AuthController.java',
      'src/main/java/com/acme/OAuth2Client.java',
      'src/main/java/com/acme/SecurityConfig.java',
      'app/controllers/sessions_controller.rb',
      'app/controllers/users/sessions_controller.rb',
      'app/policies/invoice_policy.rb',
      'app/Policies/InvoicePolicy.php',
      'app/Http/Middleware/Authenticate.php',
      'config/initializers/session_store.rb',
      'accounts/permissions.py',
      'internal/rbac/role.go',
      'k8s/cluster-role-binding.yaml',
      'k8s/network-policy.yaml',
      'terraform/iam.tf',
      'infra/bucket-policy.json',
      'firestore.rules',
      'policy/deny.rego',
      'lib/my_app_web/controllers/user_session.ex',
      'web/src/LoginForm.tsx',
      'Server/Identity/JwtFactory.cs',
    ],
    [
      'docs/auth/login.markdown',
      'src/editor/drafts/session.ts',
      'src/session/index.ts',
      'internal/terraform/graph.go',
      'internal/graph_policy.go',
      'src/http/retryPolicy.ts',
      'cache/policies/lru.rs',
      'orm/session.py',
      'src/conference/sessions/list.ts',
      'src/authors.ts',
      'docs/auth/readme.md',
      'legal/privacy-policy.html',
      'src/theme/login.css',
      'tests/auth/token_test.py',
      'src/main/java/com/acme/AuthControllerTest.java',
      'internal/auth_test.go',
      'roles/nginx/tasks/main.yml',
    ],
  ],
  secret: [
    [
      '.env',
      '.env.production',
      'certs/server.key',
      'id_rsa',
      'config/secrets.yml',
      'client_secret.json',
      'prod.tfvars',
      'credentials.txt',
      'android/release.keystore',
    ],
    [
      '.env.example',
      '.env.test',
      'id_rsa.pub',
      'src/secrets.kt',
      'src/credentials.tsx',
      'dist/app-1.2.tar.gz.asc',
      'slides/intro.key',
      'talks/2026.key',
      'docs/secrets.md',
    ],
  ],
  ci: [
    ['.github/workflows/test.yml', 'api/Dockerfile', 'web.dockerfile'],
    ['e2e/fixtures/build/Dockerfile', 'pkg/testdata/Dockerfile'],
  ],
  migration: [
    [
      'db/migrate/20261120_split.rb',
      'migrations/0041_split.sql',
      'prisma/schema.prisma',
      'db/schema.rb',
      'V12__split_ledger.sql',
      'app/migrations/0003_region.py',
      'src/migration/1700000000000-split.ts',
      'src/main/java/db/migration/Split.java',
      'init.sql',
      'src/main/resources/db/changelog/changes/v3/region.xml',
    ],
    [
      'docs/db/changelog/v3.md',
      'docs/migrations/readme.md',
      'docs/migration/v2.rst',
      'cmd/migrate/main.go',
      'metadata/src/main/java/org/acme/migration/LedgerDriver.java',
      'models/marts/revenue.sql',
      'internal/queries/users.sql',
      'test/fixtures/dump.sql',
    ],
  ],
  'public-api': [
    [
      'api/openapi.yaml',
      'proto/ledger.proto',
      'graphql/ledger.graphql',
      'index.js',
      'src/index.ts',
      'src/lib.rs',
      'mod.ts',
      'packages/core/src/index.ts',
      'packages/@acme/core/index.ts',
      'crates/ledger/src/lib.rs',
      'types/index.d.ts',
    ],
    [
      'src/components/button/index.ts',
      'src/parser/mod.rs',
      'src/reports/export.ts',
      'src/exports/csv.ts',
      'test/index.ts',
      'examples/index.js',
    ],
  ],
  configuration: [
    [
      'deploy/values-prod.yaml',
      'infra/main.tf',
      'config/routes.rb',
      'src/main/resources/application.yml',
      'pyproject.toml',
      'charts/ledger/templates/service.yaml',
      'vite.config.ts',
      'gradle.properties',
    ],
    [
      'docs/config/readme.md',
      'internal/configs/module.go',
      'src/components/charts/Bar.tsx',
      'src/views/settings/Profile.vue',
      'lib/settings/settings_page.dart',
      'src/main/resources/messages_de.properties',
      'config/locales/de.yml',
      'app/Translations/en_US/messages.ini',
      'tests/config/a.toml',
    ],
  ],
};

describe('what a path says of risk', () => {
  for (const risk of pathRisks) {
    const [are, areNot] = signs[risk.code] ?? [[], []];
    for (const path of are) it(`${path}: ${risk.code}`, () => assert.equal(hasRisk(risk, path), true));
    for (const path of areNot) it(`${path}: not ${risk.code}`, () => assert.equal(hasRisk(risk, path), false));
  }
});
