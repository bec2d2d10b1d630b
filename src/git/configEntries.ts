import { nulTokens } from './nulTokens';

/** `['branch.main.remote', 'origin']`: section and variable are in lower case, the part between them as written. */
export type ConfigEntry = readonly [key: string, value: string];

const pattern = [
  '^filter\\.',
  '^user\\.(name|email)$',
  '^extensions\\.partialclone$',
  '^remote\\..+\\.(url|promisor|fetch)$',
  '^branch\\..+\\.(remote|merge|vscode-merge-base|gh-merge-base|github-pr-base-branch)$',
].join('|');

/**
 * One call for everything that is read of a repository's configuration, so that callers that need different parts of it
 * at the same time share a process (see `SharedCalls`). It starts no other program (docs/security.md#r17).
 */
export const configurationCall = { verb: 'config', args: ['-z'], operands: [pattern] } as const;

/** Parses the output of `config -z --get-regexp`, in its order. A variable without a value has `''`. */
export function configEntries(stdout: Uint8Array): readonly ConfigEntry[] {
  return nulTokens(stdout).map((entry) => {
    const end = entry.indexOf('\n');
    return end < 0 ? [entry, ''] : [entry.slice(0, end), entry.slice(end + 1)];
  });
}
