import type { ForgeResult } from '../../../src/core/forge/forgeResult';
import type { Asked, Reply, Script } from './scriptedServer';

/** A pull request as a person drafted it. */
export const draft = {
  title: 'Split the ledger',
  body: 'Why: too slow.',
  head: { owner: 'acme', repo: 'ledger', name: 'ledger-split' },
  base: 'main',
  isDraft: false,
};

/** A list of nothing. */
export const none = { body: [] };
/** What GitHub says first where it refuses. */
export const failed = { message: 'Validation Failed' };

/** What became of a write, in a word. */
export function said(result: ForgeResult<{ readonly how: string }>): string {
  return result.ok ? result.value.how : result.problem.kind;
}

export function isWrite({ method, path }: Asked): boolean {
  return method !== 'GET' && path !== '/graphql';
}

/** One reply for each request of a kind; the last one stays. */
export function script(reads: readonly Reply[], written: Reply): Script {
  let read = 0;
  return (asked) => {
    if (isWrite(asked)) return written;
    read += 1;
    return reads[Math.min(read, reads.length) - 1] ?? 'reset';
  };
}
