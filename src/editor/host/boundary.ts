import type { Logger } from '../../core/ports';
import { FailureLog } from './failureLog';
import type { CommandId, ViewId } from './ids';
import { ViewFailures } from './viewFailures';

/** The failure of a command that a person ran. */
export interface CommandFailure {
  readonly id: CommandId;
  /** What the command was given: a row, a link's number, a document's URI; undefined from the palette. */
  readonly argument: unknown;
  readonly error: unknown;
}

/**
 * The error boundary at every entry from VS Code (docs/security.md#r46). Each failure is logged. A person sees every
 * failure of a command that they ran. A view says once what failed for it in the background. All other failures are
 * only logged.
 */
export class Boundary {
  readonly views = new ViewFailures();
  private readonly log: FailureLog;

  /** @param report shows a person that the command which they have just run has failed */
  constructor(
    log: Logger,
    private readonly report: (failure: CommandFailure) => unknown,
  ) {
    this.log = new FailureLog(log);
  }

  /** A person's command. It never rejects: after a failure the person sees a message, and the result is undefined. */
  command(id: CommandId, run: (argument: unknown) => unknown): (argument?: unknown) => Promise<unknown> {
    return async (argument) => {
      try {
        return await run(argument);
      } catch (error) {
        // The editor rejects with this error where the person dismissed a question.
        if (error instanceof Error && error.name === 'Canceled') return undefined;
        this.log.add(id, error, true);
        await this.report({ id, argument, error });
        return undefined;
      }
    };
  }

  /** A function that the editor or a draft calls for a value. It never throws or rejects; after a failure the value is `fallback`. */
  provider<A extends unknown[], R>(
    place: string,
    fallback: R,
    run: (...args: A) => Promise<R>,
  ): (...args: A) => Promise<R>;
  provider<A extends unknown[], R>(place: string, fallback: R, run: (...args: A) => R): (...args: A) => R;
  provider<A extends unknown[], R>(place: string, fallback: R, run: (...args: A) => R | Promise<R>) {
    const failed = (error: unknown): R => {
      this.log.add(place, error);
      return fallback;
    };
    return (...args: A): R | Promise<R> => {
      try {
        const answer = run(...args);
        return answer instanceof Promise ? answer.catch(failed) : answer;
      } catch (error) {
        return failed(error);
      }
    };
  }

  /** A listener of an event, of a message or of a timer. */
  event<A extends unknown[]>(place: string, run: (...args: A) => unknown): (...args: A) => void {
    const guarded = this.provider<A, unknown>(place, undefined, run);
    return (...args) => {
      guarded(...args);
    };
  }

  /**
   * Work that no person has just asked for. It never rejects.
   * @param view the view that shows the result, and that says so where the work failed; null for none
   */
  async background(place: string, view: ViewId | null, run: () => PromiseLike<unknown>): Promise<void> {
    try {
      await run();
      if (view) this.views.clear(view, place);
    } catch (error) {
      this.log.add(place, error);
      if (view) this.views.set(view, place, error);
    }
  }
}
