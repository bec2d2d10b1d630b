import { readText } from '../files/readText';
import { isObject } from '../isObject';
import type { FilePath, FileStore } from '../ports';
import type { TestCommand } from './pullRequestInput';

const documents = ['README.md', 'CONTRIBUTING.md', '.github/CONTRIBUTING.md', 'docs/CONTRIBUTING.md', 'DEVELOPMENT.md'];
const most = 2;
const longestText = 200_000;
const longestLine = 300;
const longestCommand = 100;

/** How tests and checks are started: whole commands as people write them into documents. */
const known: readonly RegExp[] = [
  /^npm (?:test|t|run (?:test|lint|check|typecheck|e2e|unit)[\w:.-]*)$/,
  /^(?:pnpm|yarn|bun)(?: run)? (?:test|lint|check|typecheck|e2e)[\w:.-]*$/,
  /^npx (?:jest|vitest|mocha|playwright|nx)\b.*$/,
  /^(?:make|just|task|mage|rake|invoke|inv|nox|earthly) [+\w:.-]*(?:test|check|lint|verify)[\w:.-]*.*$/,
  /^cargo (?:test|nextest|clippy|xtask)\b.*$/,
  /^go (?:test|vet) .+$/,
  /^(?:python3? -m )?(?:pytest|unittest|tox|nox)\b.*$/,
  /^(?:uv|poetry|hatch|pipenv) run (?:pytest|tox|nox)\b.*$/,
  /^(?:\.\/)?(?:mvnw?|gradlew?)(?: -\S+| clean)* (?:test|check|verify|build)\b.*$/,
  /^dotnet test\b.*$/,
  /^(?:bundle exec |bin\/)?(?:rspec|rails test|rake (?:test|spec))\b.*$/,
  /^mix test\b.*$/,
  /^(?:vendor\/bin\/|composer )(?:phpunit|test|pest)\b.*$/,
  /^swift test\b.*$/,
  /^ctest\b.*$/,
  /^bazel(?:isk)? test .+$/,
  /^sbt test\b.*$/,
  /^deno test\b.*$/,
  /^zig build test\b.*$/,
  /^lein test\b.*$/,
];
/** What a tool tests, by the endings of files; `make` and its like test anything. */
const languages: readonly (readonly [tool: RegExp, endings: RegExp])[] = [
  [/^(?:npm|pnpm|yarn|bun|npx|deno)\b/, /\.(?:[cm]?[jt]sx?|vue|svelte|astro|json|s?css|less|html?|graphql)$/],
  [/^cargo\b/, /\.(?:rs|toml)$/],
  [/^go\b/, /\.(?:go|mod|sum)$/],
  [/^(?:python3?|pytest|unittest|tox|nox|uv|poetry|hatch|pipenv)\b/, /\.(?:pyi?|pyx|toml|cfg|ini)$/],
  [/^(?:\.\/)?(?:mvnw?|gradlew?)\b/, /\.(?:java|kts?|scala|groovy|xml|gradle|properties)$/],
  [/^dotnet\b/, /\.(?:cs|fs|vb|cshtml|razor|\w{2}proj)$/],
  [/^(?:bundle|bin\/|rspec|rails|rake)/, /\.(?:rb|erb|haml|slim|rake|gemspec|ya?ml)$/],
  [/^mix\b/, /\.(?:exs?|heex|leex)$/],
  [/^(?:vendor\/bin\/|composer)/, /\.(?:php|twig)$/],
  [/^swift\b/, /\.swift$/],
  [/^sbt\b/, /\.(?:scala|sbt|java)$/],
  [/^lein\b/, /\.clj[cs]?$/],
  [/^zig\b/, /\.zig$/],
];
/** Tools whose first argument is a target: `make verify-images` is about the images. */
const isRunner = /^(?:make|just|task|mage|rake|invoke|inv|earthly) /;
/** Words of commands that name no part of a repository. */
const anyPart =
  /^(?:tests?|testing|unit|integration|functional|acceptance|e2e|spec|check|verify|lint|build|clean|race|verbose|cover(?:age)?|workspace|features|all|full|fast|quick|short|local|dev|run|ci|code|only|with|and|go|py|python|js|rust|ruby|java)$/i;
/** Scripts of `package.json`, the most useful first. */
const scripts = ['test', 'check', 'verify', 'test:unit', 'unit', 'test:e2e', 'e2e'];
const managers: readonly (readonly [lock: string, manager: string])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lockb', 'bun run'],
  ['bun.lock', 'bun run'],
];
/** Commands that only read the code without running it, and those that never end. */
const looksOnly = /lint|\b(?:typecheck|types|clippy|vet)\b|[:-]watch\b/;
/** A target called `verify` may run tests among other things. */
const verifies = /^(?:make|just|task|mage) verify\b/;
const placeholderScript = /no test specified/;

/**
 * Commands that the repository itself gives for testing: scripts of its package, then what its README and guide for
 * contributors show in code. Quoted for people; nothing runs them.
 */
export async function findTestCommands(
  files: FileStore,
  changed: readonly FilePath[],
): Promise<readonly TestCommand[]> {
  const found = [...(await scriptCommands(files))];
  for (const source of documents) {
    const read = await readText(files, source);
    if (read.ok) found.push(...commandsIn(read.text, source));
  }
  const isFirst = ({ command }: TestCommand, at: number) => found.findIndex((each) => each.command === command) === at;
  const isMeant = ({ command }: TestCommand) => !looksOnly.test(command) && testsChange(command, changed);
  const meant = found.filter((command, at) => isFirst(command, at) && isMeant(command));
  const telling = meant.filter(({ command }) => !verifies.test(command));
  return (telling.length > 0 ? telling : meant).slice(0, most);
}

/** Whether a command runs tests of a changed file's language, and of no other part of the repository. */
function testsChange(command: string, changed: readonly FilePath[]): boolean {
  const row = languages.find(([tool]) => tool.test(command));
  if (row !== undefined && !changed.some((path) => row[1].test(path.toLowerCase()))) return false;
  const words = command.split(/\s+/);
  // A path, or what an option such as `-e` or `-k` takes, is a part of the repository.
  const parts = words.filter(
    (word, at) =>
      at > 0 &&
      (word.includes('/') ||
        /^--?(?!m$|q$)[a-z][\w-]*$/.test(words[at - 1] ?? '') ||
        (at === 1 && isRunner.test(command))),
  );
  return parts.every((part) => {
    const names = part.split(/[^A-Za-z]+/).filter((name) => name.length >= 3 && !anyPart.test(name));
    return names.length === 0 || changed.some((path) => names.some((name) => path.includes(name)));
  });
}

/** Commands among whole lines and in code spans. */
function commandsIn(text: string, source: FilePath): TestCommand[] {
  const lines = text.slice(0, longestText).split('\n');
  const written = lines.flatMap((line) => [
    line.replace(/^\s*[$>]\s/, ''),
    ...[...line.matchAll(/`([^`]{4,120})`/g)].map(([, code = '']) => code),
  ]);
  return written.flatMap((words) => {
    const command = words
      .slice(0, longestLine)
      .replace(/\s#\s.*$/, '')
      .trim();
    // `make test [ARGS]`, `make test-*` and `go test <package>` are forms of commands.
    const isWhole = command.length <= longestCommand && !/[[\]<>*]|\s\.\.\./.test(command);
    return isWhole && known.some((form) => form.test(command)) ? [{ command, source }] : [];
  });
}

async function scriptCommands(files: FileStore): Promise<TestCommand[]> {
  const read = await readText(files, 'package.json');
  const own = read.ok ? scriptsIn(read.text) : new Map<string, string>();
  const named = scripts.filter((name) => own.has(name) && !placeholderScript.test(own.get(name) ?? ''));
  if (named.length === 0) return [];
  const manager = await managerOf(files);
  return named.slice(0, 2).map((name) => ({ command: commandOf(manager, name), source: 'package.json' }));
}

function commandOf(manager: string, script: string): string {
  if (manager !== 'npm') return `${manager} ${script}`;
  return script === 'test' ? 'npm test' : `npm run ${script}`;
}

async function managerOf(files: FileStore): Promise<string> {
  const entries = await files.list('').catch(() => []);
  const names = new Set(entries.map(({ name }) => name));
  return managers.find(([lock]) => names.has(lock))?.[1] ?? 'npm';
}

/** Name of a script -> its command; empty where the text cannot be parsed. */
function scriptsIn(text: string): ReadonlyMap<string, string> {
  try {
    const parsed: unknown = JSON.parse(text);
    const own = isObject(parsed) && isObject(parsed.scripts) ? parsed.scripts : {};
    return new Map(Object.entries(own).map(([name, command]) => [name, String(command)]));
  } catch {
    return new Map();
  }
}
