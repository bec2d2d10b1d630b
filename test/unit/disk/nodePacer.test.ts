import assert from 'node:assert/strict';
import { NodePacer } from '../../../src/disk/nodePacer';

function work(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

describe('the pacer of Node', () => {
  it('goes on at once while a slice lasts', async () => {
    const pacer = new NodePacer();
    await pacer.breathe();
    let turned = false;
    setImmediate(() => {
      turned = true;
    });
    for (let at = 0; at < 100; at++) await pacer.breathe();
    assert.equal(turned, false);
  });

  it('lets one turn of the event loop hold no more than a slice, however many wait', async () => {
    const pacer = new NodePacer();
    const finished: number[] = [];
    let turn = 0;
    let ticking = true;
    const tick = () => {
      turn++;
      if (ticking) setImmediate(tick);
    };
    tick();
    work(10);
    const units = Array.from({ length: 8 }, async () => {
      await pacer.breathe();
      work(5);
      finished[turn] = (finished[turn] ?? 0) + 1;
    });
    await Promise.all(units);
    ticking = false;
    // Two times five milliseconds use up a slice of eight.
    assert.ok(Math.max(...finished.filter((count) => count !== undefined)) <= 2, String(finished));
  });
});
