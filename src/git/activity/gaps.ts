import type { FactGap } from '../../core/activity/facts';
import { type GitResult, GitUnanswered, reasonOf } from '../result';

/** Collects the questions that git could not answer, so that one failure does not discard the other answers. */
export class Gaps {
  readonly found: FactGap[] = [];

  /** @returns the answer, or `otherwise` after noting a gap. Throws `GitUnanswered` where it was cancelled. */
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

/** The result, unless the call was cancelled: then throws `GitUnanswered`. */
export function orCancelled<R extends GitResult>(result: R): R {
  if (result.kind === 'killed' && result.by === 'cancelled') throw new GitUnanswered(result);
  return result;
}
