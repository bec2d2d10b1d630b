import { extensions, type Uri } from 'vscode';

/**
 * The part of the built-in git extension's API that is used here: what writes is its business, never ours
 * (docs/security.md#r13).
 */
export interface GitApi {
  readonly repositories: readonly GitApiRepository[];
  getRepository(uri: Uri): GitApiRepository | null;
}

export interface GitApiRepository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD: GitApiBranch | undefined;
    readonly remotes: readonly { readonly name: string; readonly isReadOnly?: boolean }[];
    readonly mergeChanges: readonly GitApiChange[];
    readonly indexChanges: readonly GitApiChange[];
    readonly workingTreeChanges: readonly GitApiChange[];
    /** Absent where untracked files count to those of the working tree. */
    readonly untrackedChanges?: readonly GitApiChange[];
    /** Set while a rebase goes on. */
    readonly rebaseCommit: unknown;
  };
  /** Reads the state again. */
  status(): Promise<void>;
  getBranch(name: string): Promise<GitApiBranch>;
  getBranches(query: { readonly remote: boolean }): Promise<readonly { readonly name?: string }[]>;
  /** Rejects with `gitErrorCode` `UnknownPath` where there is no such file. @param path from the repository's root */
  getObjectDetails(treeish: string, path: string): Promise<unknown>;
  createBranch(name: string, checkout: boolean, from: string): Promise<void>;
  setBranchUpstream(name: string, upstream: string): Promise<void>;
  checkout(branch: string): Promise<void>;
  fetch(remote: string): Promise<void>;
  push(remote: string, refspec: string, setUpstream: boolean): Promise<void>;
}

interface GitApiChange {
  readonly uri: Uri;
}

export interface GitApiBranch {
  readonly name?: string;
  readonly commit?: string;
  readonly upstream?: { readonly remote: string; readonly name: string };
  readonly ahead?: number;
  readonly behind?: number;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** Undefined where the extension is switched off or absent, as in Restricted Mode. */
export async function builtInGit(): Promise<GitApi | undefined> {
  const exported = await extensions.getExtension<GitExtension | undefined>('vscode.git')?.activate();
  return exported?.enabled ? exported.getAPI(1) : undefined;
}
