import type { Logger, Shelf } from '../core/ports';
import { AddedDates } from './addedDates';
import { GitRunner } from './runner';

export interface GitReaderHost {
  readonly isTrusted: () => boolean;
  readonly log: Logger;
  /** As `GitHost.mostMs`. */
  readonly mostMs?: number;
  /** As for `AddedDates`. */
  readonly shelf?: Shelf | null;
}

/**
 * A reader for one folder with a runner of its own, for hosts that use git for nothing else. Several readers share one
 * `GitRunner`, so that its limit of processes holds for all of them.
 */
export function gitReader(folder: string, host: GitReaderHost): AddedDates {
  const runner = new GitRunner({
    isTrusted: host.isTrusted,
    workspaceFolders: () => [folder],
    suggestedBinary: () => undefined,
    environment: process.env,
    platform: process.platform,
    logger: host.log,
    ...(host.mostMs !== undefined && { mostMs: host.mostMs }),
  });
  return new AddedDates(runner, folder, host.shelf ?? null);
}
