import { extensions, type Uri } from 'vscode';

/** The part of the built-in git extension's API that is used here: pushing is its business, never ours (R13). */
export interface GitApi {
  readonly repositories: readonly GitApiRepository[];
  getRepository(uri: Uri): GitApiRepository | null;
}

export interface GitApiRepository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD: GitApiBranch | undefined;
    readonly remotes: readonly { readonly name: string; readonly isReadOnly?: boolean }[];
  };
  getBranch(name: string): Promise<GitApiBranch>;
  push(remote: string, refspec: string, setUpstream: boolean): Promise<void>;
}

export interface GitApiBranch {
  readonly name?: string;
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
