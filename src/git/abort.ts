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

/** What the work brings, or undefined as soon as the signal fires: then the work goes on, and nobody waits for it. */
export async function unlessAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<{ readonly value: T } | undefined> {
  const left = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  return Promise.race([left, work.then((value) => ({ value }))]);
}
