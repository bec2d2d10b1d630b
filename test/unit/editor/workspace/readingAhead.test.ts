import { deepEqual, equal } from 'node:assert/strict';
import { ReadingAhead } from '../../../../src/editor/workspace/readingAhead';

describe('reading ahead', () => {
  let readings: { readonly paths: readonly string[]; readonly signal: AbortSignal }[];
  let outdated: string[];
  let queue: (() => Promise<void>)[];
  let ahead: ReadingAhead;

  beforeEach(() => {
    readings = [];
    outdated = [];
    queue = [];
    const project = {
      async readAhead(paths: readonly string[], signal: AbortSignal) {
        readings.push({ paths, signal });
      },
      outdate: (path: string) => void outdated.push(path),
    };
    ahead = new ReadingAhead(project as ConstructorParameters<typeof ReadingAhead>[0], (run) => queue.push(run));
  });

  const runAll = async () => {
    for (const run of queue.splice(0)) await run();
  };

  it('reads in one go what was told until its turn came, and nothing that is gone since', async () => {
    for (const path of ['a', 'b', 'c']) ahead.note(path, true);
    ahead.note('b', false);
    equal(queue.length, 1);
    await runAll();
    deepEqual(
      readings.map(({ paths }) => paths),
      [['a', 'c']],
    );
    deepEqual(outdated, ['a', 'b', 'c', 'b']);
  });

  it('ends as soon as a batch goes out, which may be one that reads everything', async () => {
    ahead.note('a', true);
    await runAll();
    ahead.note('b', true);
    ahead.stop();
    equal(readings[0]?.signal.aborted, true);
    await runAll();
    deepEqual(
      readings.map(({ paths }) => paths),
      [['a'], []],
    );
  });

  it('begins again after it', async () => {
    ahead.stop();
    ahead.note('c', true);
    await runAll();
    deepEqual(
      readings.map(({ paths, signal }) => [paths, signal.aborted]),
      [[['c'], false]],
    );
  });
});
