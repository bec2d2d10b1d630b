interface Shared<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  users: number;
}

/**
 * Identical calls that overlap in time share one run of the work and its answer. Nothing is kept after the answer. The
 * work is cancelled when the last caller that waits for it has left.
 */
export class SharedCalls<T> {
  private readonly calls = new Map<string, Shared<T>>();

  /** @param left the answer for a caller whose signal fires first. @param work must not reject */
  join(key: string, signal: AbortSignal | undefined, left: T, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal?.aborted) return Promise.resolve(left);
    const call = this.calls.get(key) ?? this.start(key, work);
    call.users += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        call.users -= 1;
        if (call.users === 0) {
          this.forget(key, call);
          call.controller.abort();
        }
        resolve(left);
      };
      signal?.addEventListener('abort', leave, { once: true });
      call.result.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  /** Cancels all running calls. */
  cancelAll(): void {
    for (const call of this.calls.values()) call.controller.abort();
  }

  private start(key: string, work: (signal: AbortSignal) => Promise<T>): Shared<T> {
    const controller = new AbortController();
    const result = work(controller.signal);
    const call: Shared<T> = { result, controller, users: 0 };
    this.calls.set(key, call);
    const forget = () => this.forget(key, call);
    result.then(forget, forget);
    return call;
  }

  private forget(key: string, call: Shared<T>): void {
    if (this.calls.get(key) === call) this.calls.delete(key);
  }
}
