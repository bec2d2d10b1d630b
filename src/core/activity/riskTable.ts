import type { Risk } from '../drafts/handoffInput';
import type { FilePath } from '../ports';

/** What a path alone says. Each pattern is asked of the whole path, in small letters. */
interface PathRisk {
  readonly code: Risk['code'];
  readonly path: RegExp;
  /** What looks like it and is not. */
  readonly but?: RegExp;
}

const example = /(?:^|[./_-])(?:example|sample|template|dist|test|tests|fixtures?|mocks?)(?=$|[./_-])/;

/** Tests beside the code that they are for. */
const besideCode = /[._-](?:tests?|spec)\.\w+$|[a-z0-9]tests?\.(?:java|kt|cs|swift|php|scala|groovy)$/;
/** Code that is compiled lies in `terraform/` and `config/` because it is about them. */
const compiled = /\.(?:go|java|kt|scala|cs|rs|c|cc|cpp|h|hpp|swift)$/;

/** Signs that tools and teams go by (facts/drafts.md B4), in the order in which they are told. */
export const pathRisks: readonly PathRisk[] = [
  {
    code: 'secret',
    path: /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|\.netrc|\.pgpass|\.npmrc|\.pypirc|\.htpasswd|id_(?:rsa|dsa|ecdsa|ed25519)|(?:client[_-])?secrets?(?:\.[\w-]+)?|credentials(?:\.\w+)?|service[_-]?account[\w-]*\.json|[^/]+\.(?:pem|p12|pfx|key|keystore|jks|kdbx|ppk|asc|tfvars))$/,
    but: new RegExp(`${example.source}|\\.pub$|\\.(?:go|ts|js|py|rb|java|cs|rs|md)$`),
  },
  {
    code: 'migration',
    path: /(?:^|\/)(?:migrations?|migrate|alembic|flyway|liquibase|changelogs?\/db)\/(?!readme)[^/]+|(?:^|\/)(?:[^/]*schema\.(?:sql|rb|prisma|graphqls)|structure\.sql|v\d[\w.]*__[^/]+\.sql)$|\.(?:sql|prisma|ddl)$/,
    but: /\.md$|(?:^|\/)(?:tests?|fixtures?)\//,
  },
  {
    code: 'authorisation',
    path: /(?:^|[/_.-])(?:auth|authn|authz|authentication|authori[sz]ation|oauth2?|permissions?|acls?|rbac|polic(?:y|ies)|login|sessions?|passwords?|jwt|sso|saml|iam)(?=$|[/_.-])/,
    but: new RegExp(`\\.(?:md|rst|adoc|txt)$|privacy|(?:^|/)(?:tests?|fixtures?)/|${besideCode.source}`),
  },
  {
    code: 'public-api',
    path: /(?:^|[/_.-])(?:openapi|swagger|asyncapi)[^/]*\.(?:ya?ml|json)$|\.(?:proto|graphqls?|gql|thrift|avsc|wsdl|xsd|raml|d\.ts|pyi)$|(?:^|\/)(?:src\/)?(?:index|mod|lib)\.(?:[cm]?[jt]s|rs)$|(?:^|\/)(?:public[_-]?api|exports?)(?:\.\w+|\/)/,
    but: /(?:^|\/)(?:tests?|__tests__|fixtures?|examples?)\//,
  },
  {
    code: 'ci',
    path: /^\.github\/(?:workflows|actions)\/|^\.(?:gitlab-ci|travis|drone|woodpecker|cirrus|appveyor)[^/]*\.ya?ml$|^(?:azure-pipelines|bitbucket-pipelines|appveyor|cloudbuild|buildspec)[^/]*\.ya?ml$|^\.(?:circleci|buildkite|gitlab\/ci|tekton|teamcity)\/|(?:^|\/)(?:jenkinsfile|dockerfile|containerfile|earthfile)(?:\.[\w-]+)?$|\.dockerfile$/,
  },
  {
    code: 'lock-file',
    path: /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|cargo\.lock|gemfile\.lock|poetry\.lock|pdm\.lock|uv\.lock|pipfile\.lock|composer\.lock|go\.sum|mix\.lock|pubspec\.lock|podfile\.lock|package\.resolved|packages\.lock\.json|gradle\.lockfile|flake\.lock|\.terraform\.lock\.hcl|conan\.lock)$/,
  },
  {
    code: 'configuration',
    path: /(?:^|\/)(?:config|configs|conf|settings|helm|charts|k8s|kubernetes|terraform|ansible|deploy|deployment)\/|\.(?:tf|hcl|toml|ini|conf|cfg|properties)$|(?:^|\/)(?:appsettings[^/]*\.json|application[\w-]*\.ya?ml|docker-compose[^/]*\.ya?ml|compose\.ya?ml|[^/]+\.config\.[cm]?[jt]s|nginx[^/]*\.conf|procfile|values[\w-]*\.ya?ml|settings\.py|web\.config)$/,
    but: new RegExp(
      `\\.(?:md|rst|adoc|txt)$|(?:^|/)(?:tests?|fixtures?|node_modules)/|${besideCode.source}|${compiled.source}`,
    ),
  },
];

const codeFile =
  /\.(?:[cm]?[jt]sx?|vue|svelte|py|rb|go|rs|java|kt|kts|scala|groovy|cs|fs|vb|c|cc|cpp|cxx|h|hh|hpp|m|mm|swift|php|pl|ex|exs|erl|clj|cljs|hs|ml|dart|lua|r|jl|zig|nim|sol|sh|ps1|sql)$/;
const testFile =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e|testing|testdata|androidtest|integration[_-]?tests?)\/|(?:^|[/._-])(?:test|spec|e2e|cy)[._-]|[._-](?:tests?|spec|e2e|cy)\.\w+$|(?:^|\/)(?:test_[^/]+|conftest)\.py$/;
/** `LedgerTest.java`; `latest.java` is none. */
const testClass = /[a-z0-9]Tests?\.(?:java|kt|cs|swift|php|scala|groovy)$/;
const generated =
  /\.(?:min\.(?:js|css)|map|snap|svg|pb\.go|g\.dart|designer\.cs)$|(?:^|\/)(?:dist|vendor|third_party|node_modules|generated|__snapshots__|__generated__)\/|(?:^|[._-])generated\./;

/** What a test could be asked for. */
export function isCode(path: FilePath): boolean {
  const small = path.toLowerCase();
  return codeFile.test(small) && !isTest(path) && !isGenerated(path) && !/\.(?:config|d)\.[cm]?[jt]s$/.test(small);
}

export function isTest(path: FilePath): boolean {
  return testFile.test(path.toLowerCase()) || testClass.test(path);
}

/** Lines that nobody wrote and nobody reads. */
export function isGenerated(path: FilePath): boolean {
  return generated.test(path.toLowerCase());
}
