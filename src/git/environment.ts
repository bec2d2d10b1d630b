import { devNull } from 'node:os';
import { configEntries } from './configEntries';
import type { Repository } from './repository';

/** A process's environment as plain data. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Inherited variables that git needs to find itself, its user's configuration and a temporary folder. Everything else
 * is dropped, above all every `GIT_*` (docs/security.md#r14): `GIT_EXTERNAL_DIFF` or `GIT_CONFIG_COUNT` would undo the
 * prefix.
 */
const inherited = new Set(
  ['HOME', 'XDG_CONFIG_HOME', 'TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT', 'PROGRAMDATA'].concat(
    // Git for Windows looks for the user's configuration here where there is no HOME.
    ['USERPROFILE', 'HOMEDRIVE', 'HOMEPATH'],
  ),
);

const fixed: Environment = {
  // English messages, so that `failureReason` can parse them; UTF-8 file names.
  LANG: 'C.UTF-8',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  SSH_ASKPASS: '',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_PAGER: 'cat',
  GCM_INTERACTIVE: 'never',
  // Stricter than R14's `https:ssh`. No verb needs the network, yet git fetches the missing objects of a partial clone
  // by itself, which over ssh starts the repository's own `core.sshCommand`. No protocol is named `none`.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
};

/** What every call starts with (R14). A hooks path below the null device cannot exist on any system. */
export const hardenedPrefix: readonly string[] = [
  ...[
    'core.fsmonitor=false',
    `core.hooksPath=${devNull}`,
    'core.quotepath=false',
    'i18n.logOutputEncoding=UTF-8',
    'color.ui=false',
    'log.showSignature=false',
    'core.pager=cat',
    'safe.bareRepository=explicit',
    'credential.helper=',
    'submodule.recurse=false',
  ].flatMap((setting) => ['-c', setting]),
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
];

/**
 * The environment of a call.
 *
 * @param searchPath the safe entries of PATH, joined (see `binary.ts`): git looks up its helpers there
 * @param settings configuration that overrides the repository's. They are variables and not `-c`, because a repository
 * may choose names with `=` in them, which `-c name=value` splits in the wrong place.
 */
export function gitEnvironment(
  outer: Environment,
  searchPath: string,
  repository: Repository | null,
  settings: readonly (readonly [key: string, value: string])[],
): Record<string, string> {
  const environment: Record<string, string> = { PATH: searchPath };
  for (const [name, value] of Object.entries(outer)) {
    if (value !== undefined && inherited.has(name.toUpperCase())) environment[name] = value;
  }
  for (const [name, value] of Object.entries(fixed)) if (value !== undefined) environment[name] = value;
  if (repository !== null) {
    // Overrides `core.worktree`, and keeps git from using a repository further up where this one is broken.
    environment.GIT_WORK_TREE = repository.root;
    environment.GIT_CEILING_DIRECTORIES = repository.parent;
  }
  if (settings.length > 0) environment.GIT_CONFIG_COUNT = String(settings.length);
  for (const [index, [key, value]] of settings.entries()) {
    environment[`GIT_CONFIG_KEY_${index}`] = key;
    environment[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  return environment;
}

/**
 * Settings that switch off every configured filter, so that comparing files with the index starts no program
 * (docs/security.md#r17). `lfs` is no exception, unlike in R17: a repository can put any command under that name, and
 * git-lfs itself runs the commands of `lfs.extension.*`. The price is that a file under LFS that was touched but not
 * changed may be reported as changed.
 */
export function blankFilters(listed: Uint8Array): readonly (readonly [key: string, value: string])[] {
  const keys = configEntries(listed).flatMap(([key]) => (key.startsWith('filter.') ? key : []));
  const names = keys.map((key) => key.slice(0, key.lastIndexOf('.')));
  return [...new Set(names)].flatMap((name) => [
    [`${name}.clean`, ''] as const,
    [`${name}.smudge`, ''] as const,
    [`${name}.process`, ''] as const,
    [`${name}.required`, 'false'] as const,
  ]);
}
