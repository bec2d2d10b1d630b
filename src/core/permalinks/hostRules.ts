/** What a repository's host runs. */
export const hostKinds = ['github', 'gitlab', 'bitbucket', 'bitbucket-server', 'azure', 'gitea', 'sourcehut'] as const;
export type HostKind = (typeof hostKinds)[number];

/** Where a remote is: the host in lower case, with its port for a URL of the web, and the decoded names of its path. */
export interface Place {
  readonly host: string;
  readonly path: readonly string[];
}

interface HostRule {
  readonly kind: HostKind;
  /** Whether the name of the host or the form of the path says so. */
  readonly isAt: (place: Place) => boolean;
  /** The repository's page, or null where the path is none of that host's. */
  readonly page: (place: Place) => Place | null;
}

/** `github` in `github.acme.example` and `acme-github.example`, not in `mygithubby.example`. */
const named = (words: string) => new RegExp(`(?:^|[.-])(?:${words})(?:[.:-]|$)`);

/** Host names that serve ssh alone. */
const sshOnly = /^(?:ssh|altssh|www)\.(?=(?:github|gitlab|bitbucket)\.(?:com|org)$)/;

/** First match wins: what the path says is more certain than what the name says. */
export const hostRules: readonly HostRule[] = [
  {
    kind: 'azure',
    isAt: ({ host, path }) => /(?:^|\.)(?:dev\.azure|visualstudio)\.com$/.test(host) || path.includes('_git'),
    page: azurePage,
  },
  {
    kind: 'bitbucket-server',
    isAt: ({ host, path }) => path.at(-3) === 'scm' || (named('bitbucket|stash').test(host) && !isCloud(host)),
    page: bitbucketServerPage,
  },
  { kind: 'bitbucket', isAt: ({ host }) => isCloud(host), page: ({ host, path }) => plainPage(host, path, 2) },
  {
    kind: 'github',
    isAt: ({ host }) => named('github|ghe').test(host),
    page: ({ host, path }) => plainPage(host, path, 2),
  },
  { kind: 'gitlab', isAt: ({ host }) => named('gitlab').test(host), page: ({ host, path }) => plainPage(host, path) },
  {
    kind: 'gitea',
    isAt: ({ host }) => named('gitea|forgejo|codeberg').test(host),
    page: ({ host, path }) => plainPage(host, path, 2),
  },
  {
    kind: 'sourcehut',
    isAt: ({ host }) => /(?:^|\.)sr\.ht$/.test(host),
    page: ({ host, path }) => plainPage(host, path, 2),
  },
];

function isCloud(host: string): boolean {
  return /^(?:altssh\.|www\.)?bitbucket\.org$/.test(host);
}

/** The page with the remote's own path: at least an owner and a name, and exactly `names` parts at a public host. */
function plainPage(host: string, path: readonly string[], names?: number): Place | null {
  const isPublic = /^(?:[a-z]+\.)?(?:github\.com|bitbucket\.org|codeberg\.org|sr\.ht)$/.test(host);
  if (path.length < 2 || (isPublic && path.length !== names)) return null;
  return { host: host.replace(sshOnly, ''), path };
}

/**
 * `v3/org/project/repo` over ssh, `org/project/_git/repo` on the web, `org/_git/repo` where both have one name, and
 * all of it below `org.visualstudio.com` in older remotes. The oldest over ssh say the organisation only in the login,
 * which is dropped. A self-hosted server has `_git` in its path, and keeps it.
 */
function azurePage({ host, path }: Place): Place | null {
  const cloud = /(?:^|\.)(?:dev\.azure|visualstudio)\.com$/.test(host);
  const git = path.findIndex((name) => name === '_git' || name === '_ssh');
  const repo = path.at(-1) ?? '';
  if (!cloud) return git > 0 ? { host, path: [...path.slice(0, git), '_git', repo] } : null;
  const isSsh = path[0] === 'v3';
  const organisation = /^(?!vs-ssh\.|www\.)([a-z0-9-]+)\.visualstudio\.com$/.exec(host)?.[1];
  const above = (isSsh ? path.slice(1, -1) : path.slice(0, git)).filter((name) => name !== 'DefaultCollection');
  const [owner, project = repo, ...rest] = organisation === undefined || isSsh ? above : [organisation, ...above];
  const isWhole = isSsh || (git >= 0 && !host.startsWith('vs-ssh.'));
  const known = owner !== undefined && rest.length === 0 && isWhole;
  return known ? { host: 'dev.azure.com', path: [owner, project, '_git', repo] } : null;
}

/** `scm/PROJECT/repo` over https, below a context path or not; `PROJECT/repo` over ssh. `~ann` is a person's. */
function bitbucketServerPage({ host, path }: Place): Place | null {
  const isWeb = path.at(-3) === 'scm';
  const context = isWeb ? path.slice(0, -3) : [];
  const [project, repo, ...rest] = isWeb ? path.slice(-2) : path;
  if (project === undefined || repo === undefined || rest.length > 0) return null;
  const above = project.startsWith('~') ? ['users', project.slice(1)] : ['projects', project];
  return { host, path: [...context, ...above, 'repos', repo] };
}
