import assert from 'node:assert/strict';
import { unlessAborted } from '../../../src/core/tasks/stopping';

describe('work that nobody waits for once it is stopped', () => {
  it('brings what it found where nobody stops it', async () => {
    const { signal } = new AbortController();
    assert.deepEqual(await unlessAborted(Promise.resolve(undefined), signal), { value: undefined });
  });

  it('is left at once, though it goes on', async () => {
    const controller = new AbortController();
    const result = unlessAborted(new Promise(() => undefined), controller.signal);
    controller.abort();
    assert.equal(await result, undefined);
  });

  it('brings nothing that was found after it was stopped', async () => {
    const controller = new AbortController();
    const heard = new Promise<string>((resolve) => {
      controller.signal.addEventListener('abort', () => resolve('half of it'));
    });
    const result = unlessAborted(heard, controller.signal);
    controller.abort();
    assert.equal(await result, undefined);
    assert.equal(await unlessAborted(Promise.resolve(1), AbortSignal.abort()), undefined);
  });

  it('fails as it fails', async () => {
    const { signal } = new AbortController();
    await assert.rejects(unlessAborted(Promise.reject(new Error('git')), signal), /git/);
  });
});
