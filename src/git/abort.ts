import type { Cancellation } from '../core/ports';

const pollMs = 50;

/** An AbortSignal for as long as the work lasts. Polls, because the port has no event (see `Cancellation`). */
export async function withSignal<T>(cancellation: Cancellation, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const check = () => {
    if (cancellation.isCancellationRequested) controller.abort();
  };
  check();
  const timer = setInterval(check, pollMs);
  try {
    return await work(controller.signal);
  } finally {
    clearInterval(timer);
  }
}
