/** What the work resolves to, or undefined as soon as the signal fires: then the work goes on, but nothing waits for it. */
export async function unlessAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<{ readonly value: T } | undefined> {
  let leave: (() => void) | undefined;
  const left = new Promise<undefined>((resolve) => {
    leave = () => resolve(undefined);
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([left, work.then((value) => ({ value }))]);
  } finally {
    if (leave) signal.removeEventListener('abort', leave);
  }
}
