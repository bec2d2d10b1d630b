import type { FactGap } from '../../core/activity/facts';
import { type GitResult, GitUnanswered, reasonOf } from '../result';

/** Collects what git could not say, so that one question without an answer does not take the others with it. */
export class Gaps {
  readonly found: FactGap[] = [];

  /** @returns the answer, or `otherwise` and a gap. Throws `GitUnanswered` where it was cancelled. */
  async answer<T, U>(what: FactGap['what'], answer: Promise<T>, otherwise: U): Promise<T | U> {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof GitUnanswered)) throw error;
      orCancelled(error.result);
      this.add(what, reasonOf(error.result));
      return otherwise;
    }
  }

  add(what: FactGap['what'], reason: string): void {
    this.found.push({ what, reason });
  }
}

/** A cancelled call is no answer to go on with. Throws `GitUnanswered` for it. */
export function orCancelled<R extends GitResult>(result: R): R {
  if (result.kind === 'killed' && result.by === 'cancelled') throw new GitUnanswered(result);
  return result;
}
