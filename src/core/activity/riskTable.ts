import type { Risk } from '../drafts/handoffInput';
import { proseEndings } from '../files/textPaths';
import type { FilePath } from '../ports';
import { anyOf } from '../text/wordList';
import { lockFile } from './fileKinds';

const pattern = (...pieces: readonly RegExp[]) => new RegExp(anyOf(...pieces));

/** What a path alone says. */
interface PathRisk {
  readonly code: Risk['code'];
  /** Matched against the lower-case path. */
  readonly path?: RegExp;
  /** Matched against the path in words: `src/AuthFilter.java` is `src/auth-filter.java`. */
  readonly words?: RegExp;
  /** Exceptions: what looks like the risk and is none. Matched against the lower-case path. */
  readonly but?: RegExp;
}

const example = /(?:^|[./_-])(?:example|sample|template|dist|test|tests|fixtures?|mocks?)(?=$|[./_-])/;
const prose = new RegExp(`(?:${[...proseEndings].join('|').replaceAll('.', '\\.')})$`);
const inTests = /(?:^|\/)(?:tests?|__tests__|specs?|fixtures?|testdata)\//;

/** Tests beside the code that they are for. */
const besideCode = /[._-](?:tests?|spec)\.\w+$|[a-z0-9]tests?\.(?:java|kt|cs|swift|php|scala|groovy)$/;
/** Code that is compiled lies in `terraform/` and `config/` because it is about them. */
const compiled = /\.(?:go|java|kt|scala|cs|rs|c|cc|cpp|h|hpp|swift)$/;
/** What people see lies in `settings/` and `charts/` because it shows them. */
const shown = /\.(?:[jt]sx|vue|svelte|dart|css|scss|less|html?|svg|png)$/;

/**
 * Words that mean who may do what, wherever they stand; and words that mean many things (`session`, `policy`, `role`)
 * and count only beside one that says which.
 */
const authorisation = pattern(
  /(?:^|[/_.-])(?:(?:o-?)?auth(?:n|z|[12]0?)?|authenticat(?:e|ion|or)s?|authori[sz](?:e|ation|er)s?|permissions?|acls?|rbac|abac|login|logins|passwords?|passkeys?|jwt|sso|saml|oidc|ldap|iam|mfa|totp|2fa|csrf|cors)(?=$|[/_.-])/,
  /(?:^|[/_.-])sessions?[-_](?:controller|stores?|cookies?|tokens?|middleware|serializer)(?=$|[/_.-])/,
  /(?:^|[/_.-])(?:users?|admins?|accounts?|devise|cookies?|web|http)[/_.-]sessions?(?=$|[/_.-])/,
  /(?:^|[/_.-])(?:access|security|bucket|network|role|resource|trust|password|authori[sz]ation)[-_]?(?:control|polic(?:y|ies)|rules?)(?=$|[/_.-])/,
  /(?:^|[/_.-])(?:user|admin|cluster)[-_]?roles?(?:[-_]?bindings?)?(?=$|[/_.-])|(?:^|[/_.-])role[-_]?bindings?(?=$|[/_.-])/,
  // Pundit and Laravel; Open Policy Agent; Firebase.
  /(?:^|\/)app\/policies\/|\.rego$|(?:^|\/)(?:firestore|storage|database)\.rules(?:\.json)?$/,
  /(?:^|[/_.-])security[-_]config(?=$|[/_.-])/,
);

/** Signs that tools and teams go by (docs/adr/0019), in the order in which they are told. */
export const pathRisks: readonly PathRisk[] = [
  {
    code: 'secret',
    path: /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|\.netrc|\.pgpass|\.npmrc|\.pypirc|\.htpasswd|id_(?:rsa|dsa|ecdsa|ed25519)|(?:client[_-])?secrets?(?:\.[\w-]+)?|credentials(?:\.\w+)?|service[_-]?account[\w-]*\.json|[^/]+\.(?:pem|p12|pfx|key|keystore|jks|kdbx|ppk|asc|tfvars))$/,
    but: pattern(
      example,
      /\.pub$|\.(?:mdx?|rst|adoc|go|[cm]?[jt]sx?|py|rb|java|kt|scala|php|swift|ex|cs|rs)$/,
      // A signature of what is released; slides of Keynote.
      /\.(?:gz|tgz|xz|zip|jar|pom|whl)\.asc$|(?:^|[/_-])(?:slides?|talks?|keynotes?|presentations?)[^/]*(?:\/[^/]+)?\.key$/,
    ),
  },
  {
    code: 'migration',
    path: /(?:^|\/)(?:migrations|db\/migrat(?:e|ion)|migration(?=\/v?\d)|alembic|flyway|liquibase|changelogs?\/db|db\/changelogs?)\/(?!readme)[^/]+|(?:^|\/)(?:[^/]*schema\.(?:sql|rb|prisma|graphqls)|structure\.sql|v\d[\w.]*__[^/]+\.sql)$|\.(?:sql|prisma|ddl)$/,
    // What only reads: queries in files of their own, the models of dbt.
    but: pattern(prose, inTests, /(?:^|\/)(?:quer(?:y|ies)|models|analys[ei]s|reports?)\/(?:[^/]+\/){0,20}[^/]+\.sql$/),
  },
  {
    code: 'authorisation',
    words: authorisation,
    but: pattern(prose, inTests, besideCode, /privacy|\.(?:css|scss|less|svg|png)$/),
  },
  {
    code: 'public-api',
    path: pattern(
      /(?:^|[/_.-])(?:openapi|swagger|asyncapi)[^/]*\.(?:ya?ml|json)$/,
      /\.(?:proto|graphqls?|gql|thrift|avsc|wsdl|xsd|raml|d\.ts|pyi)$/,
      // The entry of a package; in each of its folders the same name is only the folder's.
      /^(?:(?:packages|crates|libs|modules|workspaces)\/(?:@[^/]+\/)?[^/]+\/)?(?:src\/)?(?:(?:index|mod)\.[cm]?[jt]s|lib\.rs)$/,
      /(?:^|\/)(?:public[_-]?api(?:\.\w+$|\/)|exports\.\w+$)/,
    ),
    but: /(?:^|\/)(?:tests?|__tests__|fixtures?|examples?)\//,
  },
  {
    code: 'ci',
    path: /^\.github\/(?:workflows|actions)\/|^\.(?:gitlab-ci|travis|drone|woodpecker|cirrus|appveyor)[^/]*\.ya?ml$|^(?:azure-pipelines|bitbucket-pipelines|appveyor|cloudbuild|buildspec)[^/]*\.ya?ml$|^\.(?:circleci|buildkite|gitlab\/ci|tekton|teamcity)\/|(?:^|\/)(?:jenkinsfile|dockerfile|containerfile|earthfile)(?:\.[\w-]+)?$|\.dockerfile$/,
    but: /(?:^|\/)(?:fixtures?|__fixtures__|testdata)\//,
  },
  {
    code: 'lock-file',
    path: pattern(lockFile, /(?:^|\/)(?:requirements[\w.-]*\.txt|requirements\/[\w.-]+\.txt)$/),
  },
  {
    code: 'configuration',
    path: /(?:^|\/)(?:config|configs|conf|settings|helm|charts|k8s|kubernetes|terraform|ansible|deploy|deployment)\/|\.(?:tf|hcl|toml|ini|conf|cfg|properties)$|(?:^|\/)(?:appsettings[^/]*\.json|application[\w-]*\.ya?ml|docker-compose[^/]*\.ya?ml|compose\.ya?ml|[^/]+\.config\.[cm]?[jt]s|nginx[^/]*\.conf|procfile|values[\w-]*\.ya?ml|settings\.py|web\.config)$/,
    // `.properties` files with the texts that a Java program shows are no configuration.
    but: pattern(
      prose,
      inTests,
      besideCode,
      compiled,
      shown,
      /(?:^|\/)node_modules\/|(?:messages|strings|labels|texts)[^/]*\.properties$|(?:^|\/)(?:i18n|l10n|locales?|translations?)\//,
    ),
  },
];

/** @param file the whole path, as it is written */
export function hasRisk({ path, words, but }: PathRisk, file: FilePath): boolean {
  const small = file.toLowerCase();
  const isMeant = path?.test(small) || words?.test(inWords(file));
  return isMeant === true && but?.test(small) !== true;
}

/** The path in lower case, with hyphens where capitals joined words. */
function inWords(file: FilePath): string {
  return file.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
}
