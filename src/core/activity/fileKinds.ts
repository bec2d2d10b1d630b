import type { FilePath } from '../ports';

const codeFile =
  /\.(?:[cm]?[jt]sx?|vue|svelte|py|rb|go|rs|java|kt|kts|scala|groovy|cs|fs|vb|c|cc|cpp|cxx|h|hh|hpp|m|mm|swift|php|pl|ex|exs|erl|clj|cljs|hs|ml|dart|lua|r|jl|zig|nim|sol|sh|bats|ps1|sql)$/;
const testFile =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e|testing|testdata|androidtest|integration[_-]?tests?)\/|(?:^|[/._-])(?:test|spec|e2e|cy)[._-]|[._-](?:tests?|spec|e2e|cy)\.\w+$|(?:^|\/)tests?\.\w+$|(?:^|\/)(?:test_[^/]+|conftest)\.py$|\.bats$/;
/** `LedgerTest.java`; `latest.java` is none. */
const testClass = /[a-z0-9]Tests?\.(?:java|kt|cs|swift|php|scala|groovy)$/;
const generated =
  /\.(?:min\.(?:js|css)|map|snap|svg|pb\.go|g\.dart|designer\.cs)$|(?:^|\/)(?:dist|vendor|third_party|node_modules|generated|__snapshots__|__generated__)\/|(?:^|[._-])generated\.|\.[0-9a-f]{8,20}\.(?:chunk\.)?(?:js|css)$/;

const recorded =
  /(?:^|\/)(?:cassettes?|vcr|vcr_cassettes|recordings?|__recordings__|__snapshots__|snapshots|goldens?|golden[_-]files)\/|\.(?:snap|har|approved\.\w+)$/;

/** What a test could be asked for. */
export function isCode(path: FilePath): boolean {
  const small = path.toLowerCase();
  return codeFile.test(small) && !isTest(path) && !isGenerated(path) && !/\.(?:config|d)\.[cm]?[jt]s$/.test(small);
}

export function isTest(path: FilePath): boolean {
  return testFile.test(path.toLowerCase()) || testClass.test(path);
}

/** What a tool recorded for tests: answers of servers, snapshots, golden files. */
function isRecorded(path: FilePath): boolean {
  return recorded.test(path.toLowerCase());
}

/** A test that a person wrote, and not what it reads or compares with. */
export function isTestCode(path: FilePath): boolean {
  return isTest(path) && codeFile.test(path.toLowerCase()) && !isRecorded(path) && !isGenerated(path);
}

/** What a tool wrote, and no reviewer reads line by line. */
export function isUnread(path: FilePath): boolean {
  return isGenerated(path) || isRecorded(path);
}

/** Words for people. */
export function isProse(path: FilePath): boolean {
  return /\.(?:md|mdx|markdown|rst|adoc|txt)$/i.test(path);
}

/** Lines that a tool wrote and no person reads. */
export function isGenerated(path: FilePath): boolean {
  return generated.test(path.toLowerCase());
}
