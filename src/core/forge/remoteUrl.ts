/** Where a git remote is, whatever the form of its URL. `path` has its segments, without `.git`. */
export interface RemotePlace {
  /** Lower case; with the port only where the remote is on the web and names one. */
  readonly host: string;
  readonly path: readonly string[];
}

const longest = 2048;
/** `git@host:owner/repo`: no scheme, and the colon before any slash. A drive letter is no host. */
const scpLike = /^(?:[^\s/:@]{1,64}@)?([A-Za-z0-9.-]{2,253}):(?!\/\/)([^\s?#]+)$/;
const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'ssh:', 'git:', 'git+ssh:', 'git+https:']);

/** @returns null for local paths, other transports and whatever is no address. */
export function parseRemoteUrl(remote: string): RemotePlace | null {
  const text = remote.trim();
  if (text.length > longest) return null;
  const scp = scpLike.exec(text);
  if (scp) return place(scp[1], scp[2]);
  if (!URL.canParse(text)) return null;
  const { protocol, host, hostname, pathname } = new URL(text);
  if (!schemes.has(protocol)) return null;
  return place(protocol.includes('http') ? host : hostname, pathname);
}

function place(host = '', path = ''): RemotePlace | null {
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment, index, all) => (index === all.length - 1 ? segment.replace(/\.git$/, '') : segment));
  return host === '' || segments.length === 0 ? null : { host: host.toLowerCase(), path: segments };
}

/** Whether a URL is an `https` page at the given host, without credentials (docs/security.md#hostile-input, A6). */
export function isForgePage(url: string, host: string): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' && parsed.host === host && parsed.username + parsed.password === '';
}
