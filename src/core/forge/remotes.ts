import { parseRemoteUrl } from './remoteUrl';

/**
 * A repository on a host, as a remote or a URL names it. All in lower case: hosts and forges do not tell case apart.
 */
export interface Remote {
  readonly host: string;
  /** With every group above the repository, `/`-separated (GitLab, Azure). */
  readonly owner: string;
  readonly repo: string;
}

/**
 * docs/security.md#r28: what may stand in a forge's URL; keeps `..` and separators out of anything that is built from
 * it.
 */
const ownerName = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98})$/;
const repoName = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
const hostName = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})$/;
const gitHubOwner = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/;

/** A remote from its parts, or null where one of them is no valid name at a forge (R28). */
export function remoteOf(host: string, path: readonly string[]): Remote | null {
  // Azure: `v3/org/project/repo` over ssh and `org/project/_git/repo` elsewhere are one repository.
  const azure = /(?:^|\.)(?:dev\.azure\.com|visualstudio\.com)$/i.test(host);
  const parts = azure ? path.filter((part, at) => part !== '_git' && !(at === 0 && part === 'v3')) : path;
  const repo = (parts.at(-1) ?? '').replace(/\.git$/i, '');
  const owners = parts.slice(0, -1);
  const valid = owners.length > 0 && owners.length <= 10 && owners.every((owner) => ownerName.test(owner));
  if (!valid || !repoName.test(repo) || !hostName.test(host)) return null;
  if (/(?:^|\.)github\.com$/i.test(host) && !(owners.length === 1 && gitHubOwner.test(owners[0] ?? ''))) return null;
  const plainHost = host.toLowerCase().replace(/^(?:www|ssh)\./, '');
  return { host: plainHost, owner: owners.join('/').toLowerCase(), repo: repo.toLowerCase() };
}

/** Whether a remote is one of the repository's own. */
export function includesRemote(remotes: readonly Remote[], { host, owner, repo }: Remote): boolean {
  return remotes.some((remote) => remote.host === host && remote.owner === owner && remote.repo === repo);
}

const publicForges =
  /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com|(?:.{1,100}\.)?(?:dev\.azure\.com|visualstudio\.com))$/;

/** Whether the host, in lower case, is a public forge. */
export function isPublicForge(host: string): boolean {
  return publicForges.test(host);
}

/** Whether a web address is one of the repository's pages: a file, a pull request, a discussion. */
export function leadsInto(remotes: readonly Remote[], url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, pathname } = new URL(url);
  const place = `${hostname.replace(/^www\./, '')}${pathname}/`.toLowerCase();
  return remotes.some(({ host, owner, repo }) => place.startsWith(`${host}/${owner}/${repo}/`));
}

/** The repository that a remote's URL names, in any form; null for a local path. */
function remoteAt(written: string): Remote | null {
  const place = parseRemoteUrl(written);
  return place && remoteOf(place.host.replace(/:\d+$/, ''), place.path);
}

const section = /^\s*\[\s*([A-Za-z0-9.-]+)(?:\s+"[^"]{0,300}")?\s*\]/;
const url = /^\s*(?:push)?url\s*=\s*"?([^"\s;#]{1,1000})/i;

/**
 * The repositories that the text of a `.git/config` names as remotes. `insteadOf` rewrites are not followed: they
 * stand in files outside the workspace, and the written URL is what people copy from the browser's address bar.
 */
export function parseRemotes(config: string): readonly Remote[] {
  const remotes = new Map<string, Remote>();
  let inRemote = false;
  for (const line of config.slice(0, 256_000).split('\n')) {
    const name = section.exec(line)?.[1];
    if (name !== undefined) inRemote = name.toLowerCase() === 'remote';
    const written = inRemote ? url.exec(line)?.[1] : undefined;
    const remote = written === undefined ? null : remoteAt(written);
    if (remote) remotes.set(`${remote.host}/${remote.owner}/${remote.repo}`, remote);
  }
  return [...remotes.values()];
}

const branchSection = /^\[branch "[^\n]*"\]$[^[]*/gm;

/** The text of a `.git/config` without what it notes of branches, as the editor does at each switch: no remote is in it. */
export function withoutBranches(config: string): string {
  return config.replace(branchSection, '');
}
