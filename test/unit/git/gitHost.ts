import type { Logger } from '../../../src/core/ports';
import type { GitHost } from '../../../src/git/installation';

export const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** A trusted host on this machine, but for what a test says. */
export function gitHost(changes: Partial<GitHost> = {}): GitHost {
  return {
    isTrusted: () => true,
    workspaceFolders: () => [],
    suggestedBinary: () => undefined,
    environment: process.env,
    platform: process.platform,
    logger: silent,
    ...changes,
  };
}
