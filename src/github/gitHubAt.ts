import type { Logger } from '../core/ports';
import type { GitHubHost } from './apiHost';
import { GitHubClient } from './client';
import { systemClock } from './clock';
import type { GitHubSession } from './transport';

/**
 * A client of one GitHub for as long as the window is open; `GitHubForge` is one repository there. It brings Octokit with
 * it, so it is loaded with `import()`, on the first click that needs it.
 */
export function gitHubAt(host: GitHubHost, session: () => Promise<GitHubSession | null>, log: Logger): GitHubClient {
  // Between three and five quarters of a second: windows that were refused together do not come back together.
  const retryUnitMs = 750 + 500 * Math.random();
  return new GitHubClient({ host, session, log, clock: systemClock, retryUnitMs, paceKey: host.host });
}
