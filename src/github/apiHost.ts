import { parseRemoteUrl } from '../core/forge/remoteUrl';

/**
 * A GitHub that requests may be sent to. A remote of a repository selects one of these and never adds another
 * (docs/security.md#r29).
 */
export interface GitHubHost {
  /** `github.com`, `acme.ghe.com`, `git.acme.example:8443`. */
  readonly host: string;
  /** `https://github.com`, no slash at the end. */
  readonly webUrl: string;
  /** `https://api.github.com`, no slash at the end. */
  readonly apiUrl: string;
  /** The editor's authentication provider that has its sessions. */
  readonly provider: 'github' | 'github-enterprise';
}

interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

export interface GitHubRepository extends GitHubHost, RepositoryName {}

export type EnterpriseSetting =
  | { readonly kind: 'none' }
  | { readonly kind: 'host'; readonly host: GitHubHost }
  /** `value` is the setting as written, for the message that names it. */
  | { readonly kind: 'bad'; readonly value: string; readonly reason: 'no-address' | 'not-https' | 'has-path' };

export const gitHubDotCom: GitHubHost = {
  host: 'github.com',
  webUrl: 'https://github.com',
  apiUrl: 'https://api.github.com',
  provider: 'github',
};

/** Other names of known hosts: ssh over port 443, and the old form of the web address. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['ssh.github.com', 'github.com'],
  ['www.github.com', 'github.com'],
]);
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** R28, with the underscore that names of managed users have (`ann_acme`). */
const ownerName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;
const repositoryName = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;

/**
 * Parses `github-enterprise.uri`. The caller passes the user's own setting, never a workspace's (R29). Plain `http` is
 * allowed only for a server on this machine, because the token is sent with each request.
 */
export function enterpriseHost(setting: string | undefined): EnterpriseSetting {
  const value = setting?.trim() ?? '';
  if (value === '') return { kind: 'none' };
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return { kind: 'bad', value, reason: 'no-address' };
  const { protocol, host, hostname, origin, pathname, search, hash, username, password } = new URL(value);
  if (protocol !== 'https:' && !loopback.has(hostname)) return { kind: 'bad', value, reason: 'not-https' };
  if (pathname !== '/' || search + hash + username + password !== '') return { kind: 'bad', value, reason: 'has-path' };
  if (host === gitHubDotCom.host) return { kind: 'none' };
  const isTenant = /^[a-z0-9-]+\.ghe\.com$/.test(host);
  const apiUrl = isTenant ? `https://api.${host}` : `${origin}/api/v3`;
  return { kind: 'host', host: { host, webUrl: origin, apiUrl, provider: 'github-enterprise' } };
}

/** @returns the repository that a remote names at one of the known hosts, or null. */
export function repositoryAt(remoteUrl: string, known: readonly GitHubHost[]): GitHubRepository | null {
  const remote = parseRemoteUrl(remoteUrl);
  if (!remote) return null;
  const name = aliases.get(remote.host) ?? remote.host;
  const host = known.find((one) => one.host === name || one.host.replace(/:\d+$/, '') === name);
  return host ? repositoryOf(remote.path, host) : null;
}

/**
 * @param path `['acme', 'ledger']`, from a remote or from an answer. @returns null where that is no repository (R28)
 */
export function repositoryOf(path: readonly string[], host: GitHubHost): GitHubRepository | null {
  const [owner = '', repo = '', ...rest] = path;
  if (rest.length > 0 || !ownerName.test(owner) || !repositoryName.test(repo)) return null;
  const { host: name, webUrl, apiUrl, provider } = host;
  return { host: name, webUrl, apiUrl, provider, owner, repo };
}

/** GitHub's names are case-insensitive. */
export function isSameRepository(one: RepositoryName, other: RepositoryName): boolean {
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  return same(one.owner, other.owner) && same(one.repo, other.repo);
}
