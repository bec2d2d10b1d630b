import type { FilePath } from '../ports';

const codeFile =
  /\.(?:[cm]?[jt]sx?|vue|svelte|py|rb|go|rs|java|kt|kts|scala|groovy|cs|fs|vb|c|cc|cpp|cxx|h|hh|hpp|m|mm|swift|php|pl|ex|exs|erl|clj|cljs|hs|ml|dart|lua|r|jl|zig|nim|sol|sh|bats|ps1|sql)$/;
const testFile =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e|testing|testdata|androidtest|integration[_-]?tests?|(?!(?:con|pro|at|de|la)tests\/)[a-z]{2,20}tests|(?!ab[-_])[\w.-]{1,40}[._-]tests)\/|(?:^|[/._-])(?:test|spec|e2e|cy)[._-]|[._-](?:tests?|spec|e2e|cy)\.\w+$|(?:^|\/)tests?\.\w+$|(?:^|\/)(?:test_[^/]+|conftest)\.py$|\.bats$/;
/** `LedgerTest.java`; `latest.java` is none. */
const testClass = /[a-z0-9]Tests?\.(?:java|kt|cs|swift|php|scala|groovy)$/;
/** What tests work with: mocks, data, applications that are there to be tested, helpers. */
const testSupport =
  /(?:^|\/)(?:(?:\w{1,30}[_-])?(?:mocks?|stubs?|fakes?|fixtures?|factories|dummy|helpers?|support|utils?|testdata|resources)|__(?:mocks|fixtures)__|test[_-]?apps?)\/|(?:^|[/._-])(?:(?:test|spec|rails)[_-]?helpers?|conftest|test[_-]?utils?|mocks?|fixtures?|factory|factories)\.\w+$/;
/** Outside of folders of tests, a library ships such a file for the tests of others. */
const testHelper = /(?:^|\/)(?:test|spec)[_-]?(?:helpers?|utils?|case|support)\.\w+$/;
const testFolder = /(?:^|\/)(?:tests?|__tests__|specs?|e2e|androidtest|integration[_-]?tests?)\//;
const generated =
  /\.(?:min\.(?:js|css)|map|snap|svg|pb\.go|g\.dart|designer\.cs)$|(?:^|\/)(?:vendor|third_party|node_modules|generated|__snapshots__|__generated__)\/|(?:^|[._-])generated\.|\.[0-9a-f]{8,20}\.(?:chunk\.)?(?:js|css)$/;
/** What a bundler wrote; a module may be called `dist`, too. */
const bundled = /(?:^|\/)dist\/(?:[^/]+\/){0,20}[^/]+\.(?:[cm]?js|css|html|json|map|d\.[cm]?ts|wasm|txt|woff2?)$/;

const newsFragment =
  /(?:^|\/)(?:newsfragments?|news|changes|change[_-]?logs?(?:\.d|\/(?:fragments|unreleased|next))?|\.change(?:set|s)|releasenotes\/notes)\/[^/]+$/;

const recorded =
  /(?:^|\/)(?:cassettes?|vcr|vcr_cassettes|recordings?|__recordings__|__snapshots__|snapshots|goldens?|golden[_-]files)\/|\.(?:snap|har|approved\.\w+)$/;

/** What a package manager writes; for lower-case paths. Without `requirements.txt`, which people write by hand as well. */
export const lockFile =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|cargo\.lock|gemfile\.lock|poetry\.lock|pdm\.lock|uv\.lock|pipfile\.lock|composer\.lock|go\.sum|mix\.lock|pubspec\.lock|podfile\.lock|package\.resolved|packages\.lock\.json|gradle\.lockfile|flake\.lock|\.terraform\.lock\.hcl|conan\.lock)$/;
/** Folders in which a tool keeps its own data: issues, states, caches. */
const toolFolder =
  /(?:^|\/)\.(?:beads|dolt|terraform|turbo|nx|next|nuxt|svelte-kit|gradle|cache|history|specstory|yarn\/(?:cache|releases|plugins|sdks)|pnp)\//;
/** Data in a folder that begins with a dot; what people keep there are settings, rules and workflows. */
const toolData = /(?:^|\/)\.[^/]+\/(?:[^/]+\/){0,20}[^/]+\.(?:jsonl|ndjson|db|sqlite3?|log|csv|parquet|bin|pkl|lock)$/;
const toolFile = /(?:^|\/)\.(?:pnp\.[cm]?js|pnp\.loader\.mjs|eslintcache|tsbuildinfo)$|\.tsbuildinfo$/;

/** Code that a reviewer could ask a test for. */
export function isCode(path: FilePath): boolean {
  const small = path.toLowerCase();
  return codeFile.test(small) && !isTest(path) && !isGenerated(path) && !/\.(?:config|d)\.[cm]?[jt]s$/.test(small);
}

export function isTest(path: FilePath): boolean {
  const small = path.toLowerCase();
  if (testHelper.test(small) && !testFolder.test(small)) return false;
  return testFile.test(small) || testClass.test(path);
}

/** What a tool recorded for tests: answers of servers, snapshots, golden files. */
function isRecorded(path: FilePath): boolean {
  return recorded.test(path.toLowerCase());
}

/** A note for the next release in a file of its own, whose ending is the kind of change: `newsfragments/12.bugfix`. */
export function isNewsFragment(path: FilePath): boolean {
  const small = path.toLowerCase();
  return newsFragment.test(small) && !codeFile.test(small);
}

/** A test that a person wrote, and not what it works with, reads or compares with. */
export function isTestCode(path: FilePath): boolean {
  const small = path.toLowerCase();
  if (!isTest(path) || !codeFile.test(small) || isRecorded(path) || isGenerated(path)) return false;
  if (
    settingsOfTests.test(small) ||
    runner.test(small) ||
    (script.test(small) && !testFolder.test(small) && !ownScript.test(small))
  )
    return false;
  return namesTests.test(path)
    ? testName.test(path) && !testHelper.test(small)
    : ownName.test(small) || !testSupport.test(small);
}

/** The tests among changed files. Beside those that are tests by their names, others of a folder are their helpers. */
export function testsIn(paths: readonly FilePath[]): readonly FilePath[] {
  const tests = paths.filter(isTestCode);
  const folderOf = (path: FilePath) => path.slice(0, testFolder.exec(path.toLowerCase())?.index ?? path.length);
  const named = new Set(tests.filter((path) => ownName.test(path.toLowerCase())).map(folderOf));
  return tests.filter(
    (path) => ownName.test(path.toLowerCase()) || namesTests.test(path) || !named.has(folderOf(path)),
  );
}

/** Languages whose tests are found by their names, so that whatever else is in a folder of tests is none. */
const namesTests = /\.(?:go|rb|py|php|java|kt|scala|groovy|cs)$/i;
const testName =
  /(?:_test\.go|[_-](?:test|spec)\.rb|(?:Tests?|IT|ITCase|TestCase|TestBase|Specs?|Cest|Cept)\.(?:java|kt|scala|groovy|cs|php)|_tests?\.py)$|(?:^|\/)(?:test_[^/]+\.(?:py|rb)|tests?\.py|Test(?!Ext|Util|Help|Data|Base|Case|Const|Factor|Fixture|Support|Config|App|Runner|Module|Rule|Double)[A-Z][^/]*\.(?:java|groovy))$|\.tests?\.php$/;

/** What runs the tests: `playwright.config.ts`, `run_tests.sh`. */
const runner = /\.config\.\w+$|(?:^|\/)run[._-]?(?:all[._-]?)?tests?\.\w+$/;
/** Of an environment that is called so: `settings/test.py`. */
const settingsOfTests = /(?:^|\/)(?:settings|config(?:s|uration)?|environments?|envs?)\/tests?\.\w+$/;
/** Of a shell: where the word stands within its name, it is done for tests: `prepare-test-database.sh`. */
const script = /\.(?:sh|ps1)$/;
const ownScript = /(?:^|\/)tests?[._-][^/]+$|[._-](?:tests?|spec|e2e)\.\w+$/;

/** By its own name it is a test, wherever it stands: `support/split_spec.rb`. */
const ownName = /[._-](?:tests?|spec|e2e|cy)\.\w+$|(?:^|\/)test_[^/]+\.py$|\.bats$/;

/** What a tool wrote, and no reviewer reads line by line. */
export function isUnread(path: FilePath): boolean {
  return isGenerated(path) || isRecorded(path) || isToolState(path);
}

/** What a tool keeps for itself in the repository: locked versions, its issues, caches. */
function isToolState(path: FilePath): boolean {
  const small = path.toLowerCase();
  return lockFile.test(small) || toolFolder.test(small) || toolData.test(small) || toolFile.test(small);
}

/** Lines that a tool wrote and no person reads. */
export function isGenerated(path: FilePath): boolean {
  const small = path.toLowerCase();
  return generated.test(small) || bundled.test(small);
}
