import { type Extension, extensions, l10n, type Uri } from 'vscode';
import { visibleText } from '../host/visibleText';

/**
 * The part of the built-in Git extension's API that is used here. Only the extension writes to a repository, never
 * Meridian (docs/security.md#r13).
 */
export interface GitApi {
  /** The path of the git that the extension runs. */
  readonly git: { readonly path: string };
  readonly repositories: readonly GitApiRepository[];
  getRepository(uri: Uri): GitApiRepository | null;
}

export interface GitApiRepository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD: GitApiBranch | undefined;
    readonly remotes: readonly GitApiRemote[];
    readonly mergeChanges: readonly GitApiChange[];
    readonly indexChanges: readonly GitApiChange[];
    readonly workingTreeChanges: readonly GitApiChange[];
    /** Absent where untracked files are listed with those of the working tree. */
    readonly untrackedChanges?: readonly GitApiChange[];
    /** Set while a rebase is under way. */
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

interface GitApiRemote {
  readonly name: string;
  readonly isReadOnly?: boolean;
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
  /** Throws while the extension is not enabled. */
  getAPI(version: 1): GitApi;
}

/** Undefined where the extension is switched off or absent, as in Restricted Mode. */
export async function builtInGit(): Promise<GitApi | undefined> {
  return apiOf(await gitExtension()?.activate());
}

/** As `builtInGit`, if the extension is active already: it is never activated for this. */
export function runningGit(): GitApi | undefined {
  const extension = gitExtension();
  return extension?.isActive ? apiOf(extension.exports) : undefined;
}

/** The remotes, the usual one first. */
export function remotesOf({ state: { remotes } }: GitApiRepository): readonly GitApiRemote[] {
  const isUsual = ({ name }: GitApiRemote) => name === 'origin';
  return [...remotes.filter(isUsual), ...remotes.filter((remote) => !isUsual(remote))];
}

/** Why git refused: its own words where the API passes them on, since the error's message only names the command. */
export function gitReason(error: unknown): string {
  const stated = gitWords(error);
  return stated === '' ? l10n.t('git gave no reason') : visibleText(stated, 300);
}

/** Git's own words; `''` for none. */
export function gitWords(error: unknown): string {
  const { stderr, message } = Object(error) as { readonly stderr?: unknown; readonly message?: unknown };
  const stated = [stderr, message].find((text) => typeof text === 'string' && text.trim() !== '');
  return typeof stated === 'string' ? stated : '';
}

function gitExtension(): Extension<GitExtension | undefined> | undefined {
  return extensions.getExtension<GitExtension | undefined>('vscode.git');
}

function apiOf(exported: GitExtension | undefined): GitApi | undefined {
  return exported?.enabled ? exported.getAPI(1) : undefined;
}
