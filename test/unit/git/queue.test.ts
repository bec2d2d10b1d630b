import assert from 'node:assert/strict';
import { SharedCalls } from '../../../src/core/sharedCalls';
import { type Priority, ProcessQueue } from '../../../src/git/queue';

/** A job that runs until it is told to end. */
function jobs(queue: ProcessQueue) {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (name: string, priority: Priority, signal = new AbortController().signal) =>
    queue.run(priority, signal, () => {
      started.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    });
  return { started, add, end: (name: string) => ends.get(name)?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('ProcessQueue', () => {
  it('runs four at most and keeps one place for interactive work', async () => {
    const { started, add, end } = jobs(new ProcessQueue());
    for (const name of ['b1', 'b2', 'b3', 'b4']) void add(name, 'background');
    await settled();
    assert.deepEqual(started, ['b1', 'b2', 'b3']);
    for (const name of ['i1', 'i2']) void add(name, 'interactive');
    await settled();
    assert.deepEqual(started, ['b1', 'b2', 'b3', 'i1']);
    end('b1');
    await settled();
    assert.deepEqual(started.slice(4), ['i2'], 'interactive work goes first');
    end('b2');
    end('i1');
    await settled();
    assert.deepEqual(started.slice(5), ['b4']);
  });

  it('goes on after a job that throws', async () => {
    const queue = new ProcessQueue(1);
    const { signal } = new AbortController();
    await assert.rejects(queue.run('interactive', signal, () => Promise.reject(new Error('broken'))));
    assert.equal(await queue.run('interactive', signal, async () => 'next'), 'next');
  });

  it('never starts what was cancelled while it waited', async () => {
    const queue = new ProcessQueue(1);
    const { started, add, end } = jobs(queue);
    void add('first', 'interactive');
    const controller = new AbortController();
    const second = add('second', 'interactive', controller.signal);
    controller.abort();
    assert.equal(await second, 'cancelled');
    end('first');
    await settled();
    assert.deepEqual(started, ['first']);
    assert.equal(await add('third', 'interactive', controller.signal), 'cancelled');
  });
});

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
