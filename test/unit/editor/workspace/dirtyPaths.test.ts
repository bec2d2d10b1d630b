import { deepEqual, equal } from 'node:assert/strict';
import { type Batch, DirtyPaths, type Timers } from '../../../../src/editor/workspace/dirtyPaths';

/** A clock that moves when it is told to. */
class HandClock implements Timers {
  private time = 0;
  private due: { readonly at: number; readonly action: () => void } | undefined;

  now(): number {
    return this.time;
  }

  after(milliseconds: number, action: () => void): () => void {
    const entry = { at: this.time + milliseconds, action };
    this.due = entry;
    return () => {
      if (this.due === entry) this.due = undefined;
    };
  }

  nextTurn(action: () => void): () => void {
    return this.after(0, action);
  }

  /** All of the time goes by before the timer that is due has its turn, and what happened meanwhile has its own. */
  late(milliseconds: number, meanwhile: () => void): void {
    this.time += milliseconds;
    const { due } = this;
    this.due = undefined;
    due?.action();
    meanwhile();
  }

  pass(milliseconds: number): void {
    const end = this.time + milliseconds;
    while (this.due && this.due.at <= end) {
      const { at, action } = this.due;
      this.due = undefined;
      this.time = at;
      action();
    }
    this.time = end;
  }
}

describe('dirty paths', () => {
  let clock: HandClock;
  let batches: Batch[];
  let dirty: DirtyPaths;

  beforeEach(() => {
    clock = new HandClock();
    batches = [];
    dirty = new DirtyPaths(clock, (batch) => batches.push(batch));
  });

  it('go out together after 100 ms of quiet, the last event of a path counting', () => {
    dirty.add('a.md', 'changed');
    clock.pass(90);
    dirty.add('b.md', 'changed');
    dirty.add('a.md', 'deleted');
    clock.pass(99);
    equal(batches.length, 0);
    clock.pass(1);
    deepEqual(batches, [
      {
        kind: 'changes',
        changes: [
          { path: 'a.md', kind: 'deleted' },
          { path: 'b.md', kind: 'changed' },
        ],
        isStorm: false,
      },
    ]);
  });

  it('of a text that is typed wait for 250 ms without a key', () => {
    for (let key = 0; key < 5; key++) {
      dirty.add('a.md', 'changed', true);
      clock.pass(200);
    }
    equal(batches.length, 0);
    clock.pass(50);
    equal(batches.length, 1);
  });

  it('go out with what was told while the thread was busy, which it comes to after the timer', () => {
    for (let at = 0; at <= 100; at++) dirty.add(`${at}.md`, 'changed');
    clock.late(1_200, () => dirty.add('last.md', 'changed'));
    equal(batches.length, 0);
    clock.pass(1_800);
    equal(batches.length, 1);
  });

  it('wait no longer than two seconds however busy it is', () => {
    for (let at = 0; at < 2000; at += 50) {
      dirty.add(`${at}.md`, 'changed');
      clock.pass(50);
    }
    equal(batches.length, 1);
  });

  it('of a switch of branches come in one batch, though the editor tells of them in portions', () => {
    for (let portion = 0; portion < 20; portion++) {
      for (let at = 0; at < 500; at++) dirty.add(`docs/${portion * 500 + at}.md`, 'changed');
      // The editor's portions come five a second, some of them late.
      clock.pass(portion === 10 ? 900 : 200);
    }
    equal(batches.length, 0);
    clock.pass(1_150);
    deepEqual(
      batches.map((one) => one.kind === 'changes' && [one.changes.length, one.isStorm]),
      [[10_000, true]],
    );
  });

  it('of a switch of branches on a busy machine come in one batch, though its portions come further and further apart', () => {
    for (const gap of [200, 500, 900, 1_300, 1_800, 1_500]) {
      for (let at = 0; at < 500; at++) dirty.add(`docs/${gap}-${at}.md`, 'changed');
      clock.pass(gap);
    }
    equal(batches.length, 0);
    clock.pass(500);
    equal(batches.length, 1);
    // The next one waits no longer for that.
    for (let at = 0; at < 500; at++) dirty.add(`docs/${at}.md`, 'changed');
    clock.pass(1_000);
    equal(batches.length, 2);
  });

  it('of a program that writes without an end wait 15 seconds', () => {
    for (let at = 0; at < 20_000; at += 50) {
      for (let file = 0; file < 50; file++) dirty.add(`${file}/${at}.md`, 'changed');
      clock.pass(50);
    }
    equal(batches.length, 1);
  });

  it('become one look at everything past 50,000, however many events come', () => {
    for (let index = 0; index < 60_000; index++) dirty.add(`docs/${index}.md`, 'changed');
    clock.pass(1_000);
    deepEqual(batches, [{ kind: 'everything' }]);
    dirty.add('a.md', 'changed');
    clock.pass(250);
    deepEqual(batches[1], { kind: 'changes', changes: [{ path: 'a.md', kind: 'changed' }], isStorm: false });
  });

  it('stay silent after the end', () => {
    dirty.add('a.md', 'changed');
    dirty.dispose();
    clock.pass(5000);
    equal(batches.length, 0);
  });
});
