import assert from 'node:assert/strict';
import { JobQueue, type Priority } from '../../../src/core/jobQueue';

/** A job that runs until it is told to end. */
function jobs(queue: JobQueue) {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (name: string, priority: Priority, signal = new AbortController().signal) =>
    queue.run(
      signal,
      () => {
        started.push(name);
        return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
      },
      priority,
    );
  return { started, add, end: (name: string) => ends.get(name)?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('JobQueue', () => {
  it('runs four at most and keeps one place for interactive work', async () => {
    const { started, add, end } = jobs(new JobQueue(4, 1));
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
    const queue = new JobQueue(1, 1);
    const { signal } = new AbortController();
    await assert.rejects(queue.run(signal, () => Promise.reject(new Error('broken'))));
    assert.equal(await queue.run(signal, async () => 'next'), 'next');
  });

  it('never starts what was cancelled while it waited', async () => {
    const queue = new JobQueue(1, 1);
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

  it('gives a free place to the job that waited longest', async () => {
    const { started, add, end } = jobs(new JobQueue(1));
    void add('first', 'interactive');
    for (const name of ['second', 'third']) void add(name, 'interactive');
    await settled();
    end('first');
    void add('fourth', 'interactive');
    await settled();
    assert.deepEqual(started, ['first', 'second'], 'a job that came later does not take the place');
    end('second');
    await settled();
    assert.deepEqual(started, ['first', 'second', 'third']);
  });
});
