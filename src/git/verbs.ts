/**
 * The only git commands that this project runs (docs/security.md#r13), each with the only options that it may be given.
 * It is an allow-list of whole option names, because lists of bad options have been bypassed by clusters, case and
 * abbreviations (CVE-2026-28291, CVE-2026-28292, CVE-2026-102827). No verb here writes or reaches the network.
 */
export interface VerbRule {
  /** The verb and the options that every call begins with. */
  readonly lead: readonly string[];
  /** Allowed options, by their names before any `=`. */
  readonly options: readonly string[];
  /**
   * `name`: anything that a person may type, for `rev-parse --verify`. `commit`: hashes, ranges of them, full
   * references. `hash`: exactly one, for a verb that does not know `--end-of-options` and reads the working tree where
   * no hash is given.
   */
  readonly revisions: 'none' | 'name' | 'commit' | 'hash';
  /** Words that are neither options nor revisions: a pattern, a remote's name. */
  readonly operands: boolean;
  readonly paths: boolean;
  /** Whether it takes ranges of lines. */
  readonly lines?: boolean;
  /** Whether it reads files of the working tree, so that the repository's filters have to be blanked first (R17). */
  readonly readsWorktree: boolean;
  /** Without one of these options two commits are needed, so that the working tree is not compared (R17). */
  readonly oneOf?: readonly string[];
}

/** As the repository cannot set it: a diff starts no program, takes no minutes, and leaves out no submodule (`ignore = all`). */
const quietDiff = [
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--submodule=short',
  '--ignore-submodules=dirty',
  '-l1000',
] as const;

const diffOptions = [
  '-z',
  '--name-status',
  '--name-only',
  '--numstat',
  '--shortstat',
  '--raw',
  '--patch',
  '--no-patch',
  '--unified',
  '--diff-filter',
  '--find-renames',
  '--no-renames',
  '--root',
  '--diff-merges',
  '--cc',
  '--abbrev',
  '--full-index',
] as const;

const walkOptions = [
  '--format',
  '--date',
  '--encoding',
  '--max-count',
  '--skip',
  '--since',
  '--since-as-filter',
  '--until',
  '--merges',
  '--no-merges',
  '--first-parent',
  '--full-history',
  '--topo-order',
  '--date-order',
  '--reverse',
  '--no-walk',
  '--walk-reflogs',
  '--left-right',
  '--cherry-pick',
  '--cherry-mark',
  '--boundary',
  '--all',
  '--branches',
  '--remotes',
  // Reverses the meaning of the revisions after it; unpushed commits are on a branch and `--not --remotes`.
  '--not',
  '--ignore-missing',
  '--use-mailmap',
] as const;

const plain = { options: [], revisions: 'none', operands: false, paths: false, readsWorktree: false } as const;

export const verbs = {
  'rev-parse': {
    ...plain,
    lead: ['rev-parse'],
    options: ['--verify', '--quiet', '--is-shallow-repository', '--show-object-format', '--symbolic-full-name'],
    revisions: 'name',
  },
  'for-each-ref': {
    ...plain,
    lead: ['for-each-ref'],
    options: ['--format', '--sort', '--count', '--points-at', '--merged', '--no-merged', '--contains'],
    operands: true,
  },
  log: {
    ...plain,
    lead: ['log', ...quietDiff],
    options: [...diffOptions, ...walkOptions],
    revisions: 'commit',
    paths: true,
  },
  diff: {
    ...plain,
    lead: ['diff', ...quietDiff],
    options: [...diffOptions, '--cached', '--merge-base'],
    revisions: 'commit',
    paths: true,
    oneOf: ['--cached'],
  },
  show: {
    ...plain,
    lead: ['show', ...quietDiff],
    options: [...diffOptions, '--format', '--date', '--encoding'],
    revisions: 'commit',
  },
  'merge-base': {
    ...plain,
    lead: ['merge-base'],
    options: ['--is-ancestor', '--all', '--octopus', '--independent'],
    revisions: 'commit',
  },
  'ls-files': {
    ...plain,
    lead: ['ls-files'],
    options: ['-z', '--cached', '--stage', '--unmerged', '--others', '--exclude-standard', '--deleted'],
    paths: true,
  },
  // Prints names of files of the working tree alone: none of their lines, no pager, no converter, no other repository.
  // Only tracked files, because with `--untracked` git leaves out tracked files that are ignored.
  grep: {
    ...plain,
    lead: [...['grep', '-l', '-z', '--text', '--full-name', '--no-color', '--no-textconv'], '--no-recurse-submodules'],
    options: ['--extended-regexp', '--perl-regexp'],
    operands: true,
    paths: true,
    readsWorktree: true,
  },
  status: {
    ...plain,
    // A submodule has filters of its own, whose names are not known, so only its commit is compared.
    lead: ['status', '--ignore-submodules=dirty'],
    options: ['-z', '--porcelain', '--branch', '--show-stash', '--untracked-files', '--no-renames', '--find-renames'],
    paths: true,
    readsWorktree: true,
  },
  // Without `--get-regexp` two words would be a name and the value to write.
  config: { ...plain, lead: ['config', '--get-regexp'], options: ['-z', '--name-only'], operands: true },
  'check-mailmap': { ...plain, lead: ['check-mailmap'], operands: true },
  remote: { ...plain, lead: ['remote', 'get-url'], options: ['--all', '--push'], operands: true },
  blame: {
    ...plain,
    lead: ['blame', '--porcelain', '--no-textconv', '--no-progress', '--encoding=UTF-8'],
    revisions: 'hash',
    paths: true,
    lines: true,
  },
  'ls-tree': {
    ...plain,
    lead: ['ls-tree', '--full-tree'],
    options: ['-z', '-r', '--name-only'],
    revisions: 'hash',
    paths: true,
  },
  'cat-file': { ...plain, lead: ['cat-file'], options: ['-p', '-t', '-s', '-e'], revisions: 'commit' },
} as const satisfies Readonly<Record<string, VerbRule>>;

export type Verb = keyof typeof verbs;

/** @returns undefined for a verb that the types did not check */
export function verbRule(verb: string): VerbRule | undefined {
  return Object.hasOwn(verbs, verb) ? verbs[verb as Verb] : undefined;
}
