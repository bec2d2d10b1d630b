import { append } from '../../core/lists';
import { type ConfigEntry, configEntries, configurationCall } from '../configEntries';
import { type GitIdentity, identityIn } from '../identity';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

/** What the configuration of a repository says about the person, its remotes and its completeness. */
export interface Settings {
  readonly identity: GitIdentity;
  /** Names of remotes that have an address. */
  readonly remotes: readonly string[];
  /** A clone that lacks contents (`--filter`). */
  readonly partial: boolean;
  /** Full names of the references that local branches follow: `refs/remotes/origin/main`. */
  readonly upstreams: readonly string[];
  /**
   * By the name of a local branch, whether its remote counterpart, by its own name or its upstream's, is fetched here.
   */
  readonly isFetched: (branch: string) => boolean;
}

/** Reads all of it by one call of `config`. Throws `GitUnanswered`. */
export async function readSettings(
  runner: GitRunner,
  repository: Repository,
  options: GitOptions = {},
): Promise<Settings> {
  const result = await runner.run({ repository, ...configurationCall }, options);
  return settingsIn(configEntries(answered(result).stdout));
}

/** The settings in a configuration; a remote whose name is no plain word is left out. */
export function settingsIn(entries: readonly ConfigEntry[]): Settings {
  const remotes = entries.flatMap(([key]) => /^remote\.(.+)\.url$/s.exec(key)?.[1] ?? []);
  return {
    identity: identityIn(entries),
    remotes: [...new Set(remotes.filter(isPlain))],
    partial: entries.some(
      ([key, value]) => key === 'extensions.partialclone' || (key.endsWith('.promisor') && isTrue(value)),
    ),
    upstreams: upstreamsIn(entries),
    isFetched: fetchedBranches(entries),
  };
}

function fetchedBranches(entries: readonly ConfigEntry[]): (branch: string) => boolean {
  const refspecs = entries.flatMap(([key, value]) => (/^remote\..+\.fetch$/s.test(key) ? [value] : []));
  const followed = new Map(followedIn(entries));
  return (branch) => {
    const source = followed.get(branch) ?? `refs/heads/${branch}`;
    return refspecs.some((refspec) => !refspec.startsWith('^') && tracked(refspec, source).length > 0);
  };
}

/** Each local branch with the name of its upstream at the remote: `refs/heads/main`. */
function followedIn(entries: readonly ConfigEntry[]): readonly (readonly [branch: string, source: string])[] {
  return entries.flatMap(([key, value]) => {
    const branch = /^branch\.(.+)\.merge$/s.exec(key)?.[1];
    return branch === undefined ? [] : [[branch, value] as const];
  });
}

/** `[remote] promisor` without a value means true, too. */
function isTrue(value: string): boolean {
  return /^(?:true|yes|on|1|)$/i.test(value);
}

function upstreamsIn(entries: readonly ConfigEntry[]): readonly string[] {
  const remotes = new Map<string, string>();
  const refspecs = new Map<string, string[]>();
  for (const [key, value] of entries) {
    const [, section, name, variable] = /^(branch|remote)\.(.+)\.(remote|fetch)$/s.exec(key) ?? [];
    if (name === undefined) continue;
    if (section === 'branch' && variable === 'remote') remotes.set(name, value);
    if (section === 'remote' && variable === 'fetch') append(refspecs, name, value);
  }
  const found = followedIn(entries).flatMap(([branch, merge]) => {
    const remote = remotes.get(branch);
    if (remote === undefined) return [];
    return (refspecs.get(remote) ?? []).flatMap((refspec) => tracked(refspec, merge));
  });
  return [...new Set(found.filter((name) => name.startsWith('refs/') && isPlain(name)))];
}

/**
 * Where a refspec puts a reference: `+refs/heads/*:refs/remotes/origin/*` puts `refs/heads/main` at
 * `refs/remotes/origin/main`.
 */
function tracked(refspec: string, source: string): readonly string[] {
  const [from = '', to = ''] = refspec.replace(/^\+/, '').split(':', 2);
  if (!from.includes('*')) return from === source ? [to] : [];
  const [before = '', after = ''] = from.split('*', 2);
  if (source.length < before.length + after.length || !source.startsWith(before) || !source.endsWith(after)) return [];
  return [to.replace('*', () => source.slice(before.length, source.length - after.length))];
}

/** Whether a configured name is no glob, which `for-each-ref` would expand. */
function isPlain(name: string): boolean {
  return name.length < 1000 && /^[^-*?[\\][^*?[\\]*$/.test(name);
}
