import type { ChangedFile, Head } from '../../core/activity/facts';
import { nulTokens } from '../nulTokens';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

export interface Status {
  readonly head: Head | null;
  readonly changes: readonly ChangedFile[];
}

/**
 * HEAD and the changed files of a working tree. Throws `GitUnanswered`.
 * @param untracked whether an untracked folder is one entry that ends with `/`, or each of its files is one
 */
export async function readStatus(
  runner: GitRunner,
  repository: Repository,
  options: GitOptions = {},
  untracked: 'folders' | 'files' = 'folders',
): Promise<Status> {
  const shown = untracked === 'files' ? 'all' : 'normal';
  const result = await runner.run(
    {
      repository,
      verb: 'status',
      // Both are given explicitly, because a repository's configuration can change them.
      args: ['--porcelain=v2', '--branch', `--untracked-files=${shown}`, '--find-renames', '-z'],
    },
    options,
  );
  return parseStatus(answered(result).stdout);
}

/** Fields before the path, by the letter that a line begins with (git-status, "Porcelain Format Version 2"). */
const fieldsBeforePath: Readonly<Record<string, number>> = { '1': 8, '2': 9, u: 10, '?': 1 };

/** Reads `git status --porcelain=v2 --branch -z`, with or without stashes. */
export function parseStatus(stdout: Uint8Array): Status {
  const headers = new Map<string, string>();
  const changes: ChangedFile[] = [];
  const tokens = nulTokens(stdout)[Symbol.iterator]();
  for (const token of tokens) {
    const [, header, value] = /^# (\S+) (.*)$/s.exec(token) ?? [];
    if (header !== undefined) headers.set(header, value ?? '');
    const change = changeOf(token);
    if (change !== null) changes.push(change);
    // The old path of a rename follows as a token of its own, which may look like anything.
    if (token.startsWith('2 ')) tokens.next();
  }
  return { head: headOf(headers.get('branch.oid'), headers.get('branch.head')), changes };
}

function changeOf(line: string): ChangedFile | null {
  const kind = line[0] ?? '';
  const fields = line.split(' ');
  const before = fieldsBeforePath[kind];
  if (before === undefined || fields.length <= before) return null;
  const [, states = '', submodule = ''] = fields;
  const path = fields.slice(before).join(' ');
  return { path, kind: kindOf(kind, states, submodule), ...(kind === '1' && states[0] === 'A' && { added: true }) };
}

/** A file that is staged only in part counts as unstaged. */
function kindOf(line: string, states: string, submodule: string): ChangedFile['kind'] {
  if (line === '?') return 'untracked';
  if (line === 'u') return 'conflict';
  if (submodule.startsWith('S')) return 'submodule';
  return states[1] === '.' ? 'staged' : 'unstaged';
}

function headOf(hash: string | undefined, branch: string | undefined): Head | null {
  if (hash === undefined || branch === undefined) return null;
  if (hash === '(initial)') return { kind: 'unborn', branch };
  return branch === '(detached)' ? { kind: 'detached', hash } : { kind: 'branch', branch, hash };
}
