import { deepEqual, equal, match } from 'node:assert/strict';
import { Boundary } from '../../../src/editor/host/boundary';

describe('the error boundary', () => {
  let lines: string[];
  let boundary: Boundary;

  beforeEach(() => {
    lines = [];
    const ignore = (): void => undefined;
    boundary = new Boundary({ debug: ignore, info: ignore, warn: ignore, error: (line) => lines.push(line) });
  });

  const failing = (): number => {
    throw new Error('no such thing');
  };

  it('gives the fallback and logs what happened, once', () => {
    const guarded = boundary.sync('hover', 7, failing);
    deepEqual([guarded(), guarded(), guarded()], [7, 7, 7]);
    equal(lines.length, 1);
    match(lines[0] ?? '', /^hover: Error: no such thing/);
  });

  it('does so for work that fails later', async () => {
    equal(await boundary.async('load', 7, async () => failing())(), 7);
    boundary.watch('panel', Promise.reject(new Error('gone')));
    await new Promise((resolve) => setImmediate(resolve));
    deepEqual(
      lines.map((line) => line.split('\n')[0]),
      ['load: Error: no such thing', 'panel: Error: gone'],
    );
  });

  it('tells one failure from another', () => {
    boundary.sync('hover', 0, failing)();
    boundary.sync('links', 0, failing)();
    boundary.sync('hover', 0, () => {
      throw 'a text';
    })();
    equal(lines.length, 3);
  });
});
