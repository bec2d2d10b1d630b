import assert from 'node:assert/strict';
import { History } from '../../../../../src/editor/records/panel/history';

function visited(...entries: string[]): History<string> {
  const history = new History<string>((a, b) => a === b);
  for (const entry of entries) history.visit(entry);
  return history;
}

describe('History', () => {
  it('is empty at first', () => {
    const history = visited();
    assert.deepEqual(
      [history.current, history.canGoBack, history.canGoForward, history.step(-1)],
      [undefined, false, false, false],
    );
  });

  it('goes back and forward', () => {
    const history = visited('a', 'b');
    assert.ok(history.step(-1) && !history.canGoBack && history.canGoForward);
    assert.equal(history.current, 'a');
    assert.ok(history.step(1));
    assert.equal(history.current, 'b');
  });

  it('forgets what lay ahead when it goes somewhere new', () => {
    const history = visited('a', 'b');
    history.step(-1);
    history.visit('c');
    assert.equal(history.canGoForward, false);
    history.step(-1);
    assert.equal(history.current, 'a');
  });

  it('counts the same place once', () => assert.equal(visited('a', 'a').canGoBack, false));

  it('keeps the last 50', () => {
    const history = visited(...Array.from({ length: 200 }, (_, at) => String(at)));
    let steps = 0;
    while (history.step(-1)) steps += 1;
    assert.deepEqual([steps, history.current], [49, '150']);
  });
});
