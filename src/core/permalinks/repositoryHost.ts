import { decodeOnce } from '../files/paths';
import { parseRemoteUrl } from '../forge/remoteUrl';
import { encodeName } from '../text/encodeName';
import { type HostKind, hostRules, type Place } from './hostRules';

/** The page of a repository at a host of a kind whose addresses are known. */
export interface RepositoryHost {
  readonly kind: HostKind;
  /** Percent-encoded, without credentials, without `/` at its end: `https://github.com/acme/ledger`. */
  readonly page: string;
}

/** The kind of each host that a team names: `git.acme.example` is a GitLab. Host names are in lower case. */
export type KnownHosts = ReadonlyMap<string, HostKind>;

const mostNames = 20;
/** `github.com-work`, as people name a second account in their ssh configuration. */
const sshAlias = /^(github\.com|gitlab\.com|bitbucket\.org)-[a-z0-9.-]+$/;

/**
 * Where the repository of a remote can be seen in a browser. Null where the remote is no address, or its host's name
 * does not say what it runs: no link is better than one that may lead nowhere.
 * @param remote any form that git takes; user name and password in it are dropped
 */
export function repositoryHost(remote: string, known: KnownHosts = new Map()): RepositoryHost | null {
  const place = placeOf(remote);
  if (place === null) return null;
  const kind = known.get(place.host.replace(/:\d+$/, ''));
  const rule = hostRules.find((one) => (kind === undefined ? one.isAt(place) : one.kind === kind));
  const page = rule?.page(place) ?? null;
  if (rule === undefined || page === null || page.path.length === 0) return null;
  // A host that the remote reaches over `http` may have no `https`; every other host has.
  const scheme = /^\s*http:/i.test(remote) ? 'http' : 'https';
  return { kind: rule.kind, page: `${scheme}://${page.host}/${page.path.map(encodeName).join('/')}` };
}

/** The name of the remote's host, for people; null where the remote names no host of the web. */
export function hostOf(remote: string): string | null {
  return placeOf(remote)?.host ?? null;
}

function placeOf(remote: string): Place | null {
  const parsed = parseRemoteUrl(remote);
  if (parsed === null || !/^[a-z0-9](?:[a-z0-9.-]{0,252})(?::\d{1,5})?$/.test(parsed.host)) return null;
  const host = parsed.host.replace(sshAlias, '$1');
  // The host of `git@work:acme/ledger` is an alias in the person's own ssh configuration.
  if (!host.includes('.') && !/^\s*https?:/i.test(remote)) return null;
  const path = parsed.path.map(decodeOnce);
  const names = path.flatMap((name) => (name === null || !isName(name) ? [] : [name]));
  return names.length === path.length && names.length <= mostNames ? { host, path: names } : null;
}

function isName(name: string): boolean {
  return name !== '.' && name !== '..' && name.length <= 255 && !/[\p{Cc}\p{Cs}/\\]/u.test(name);
}
