import { randomUUID } from 'node:crypto';
import type { Logger } from '../../../src/core/ports';
import type { GitHubRepository } from '../../../src/github/apiHost';
import { GitHubClient } from '../../../src/github/client';
import { GitHubForge } from '../../../src/github/gitHubForge';
import type { GitHubSession } from '../../../src/github/transport';

export const token = 'ghp_secret';
/** What the tests' clock shows at first. */
export const noon = Date.parse('2026-11-20T12:00Z');

export interface Scene {
  readonly forge: GitHubForge;
  readonly client: GitHubClient;
  readonly repository: GitHubRepository;
  readonly lines: readonly string[];
  readonly clock: TurnedClock;
  session: GitHubSession | null;
}

/** Goes on only when it is turned; every deadline that is under way ends at once with `expire`. */
export class TurnedClock {
  wall = noon;
  private passed = 0;
  private readonly deadlines: AbortController[] = [];

  now(): number {
    return this.wall;
  }

  elapsed(): number {
    return this.passed;
  }

  deadline(): AbortSignal {
    const controller = new AbortController();
    this.deadlines.push(controller);
    return controller.signal;
  }

  pass(seconds: number): void {
    this.wall += seconds * 1000;
    this.passed += seconds * 1000;
  }

  expire(): void {
    for (const controller of this.deadlines.splice(0)) controller.abort(new DOMException('too late', 'TimeoutError'));
  }
}

/**
 * A client and a forge whose GitHub is at this address. Waits for nothing but the pace of writes and of GraphQL, a second
 * from one to the next, which `isPaced` turns off.
 */
export function clientAt(apiUrl: string, { isPaced = true } = {}): Scene {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const log: Logger = { debug: write, info: write, warn: write, error: write };
  const host = { host: 'github.test', webUrl: 'https://github.test', apiUrl, provider: 'github' as const };
  const repository = { ...host, owner: 'acme', repo: 'ledger' };
  const clock = new TurnedClock();
  const scene: { session: GitHubSession | null } = { session: { account: 'ann', token } };
  const session = () => Promise.resolve(scene.session);
  const client = new GitHubClient({
    host,
    session,
    log,
    clock,
    retryUnitMs: 0.001,
    paceKey: isPaced ? randomUUID() : null,
  });
  return Object.assign(scene, {
    client,
    forge: new GitHubForge(client, repository, async () => ({ ok: true, value: repository, asOf: noon, stale: null })),
    repository,
    lines,
    clock,
  });
}
