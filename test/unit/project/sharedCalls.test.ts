import assert from 'node:assert/strict';
import { SharedCalls } from '../../../src/core/sharedCalls';

describe('SharedCalls', () => {
  it('does the same work once, and again once it is done', async () => {
    const calls = new SharedCalls<number>();
    let runs = 0;
    const work = async () => {
      runs += 1;
      return runs;
    };
    const both = await Promise.all([calls.join('k', undefined, 0, work), calls.join('k', undefined, 0, work)]);
    assert.deepEqual(both, [1, 1]);
    assert.equal(await calls.join('k', undefined, 0, work), 2);
  });

  it('ends the work only when the last caller has left', async () => {
    const calls = new SharedCalls<string>();
    let inner: AbortSignal | undefined;
    const work = (signal: AbortSignal) => {
      inner = signal;
      return new Promise<string>(() => {});
    };
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [calls.join('k', first.signal, 'left', work), calls.join('k', second.signal, 'left', work)];
    first.abort();
    assert.equal(await answers[0], 'left');
    assert.equal(inner?.aborted, false);
    second.abort();
    assert.equal(await answers[1], 'left');
    assert.equal(inner?.aborted, true);
  });
});
