// Gives every test and hook of mocha the same limit, which a busy machine does not reach (see paced.mjs), in place of
// mocha's own limits in milliseconds. It only ends what hangs, so no test sets its own. Mocha's `timeout` must be 0:
// otherwise it fails a slow test even after its end.
import inspector from 'node:inspector';
import Mocha from 'mocha';
import { afterPaced } from './paced.mjs';

/** `MERIDIAN_TEST_LIMIT` is for the test of this file. */
const limitMs = Number(process.env.MERIDIAN_TEST_LIMIT ?? 60_000);

/** Mocha calls this when an asynchronous test or hook begins. */
Mocha.Runnable.prototype.resetTimeout = function () {
  this.clearTimeout();
  if (inspector.url() !== undefined) return;
  this.cancelLimit = afterPaced(limitMs, () => {
    this.callback(new Error(`It did not end within ${limitMs / 1000} s at the pace of an idle machine`));
    this.timedOut = true;
  });
};

/** Mocha calls this when it ended. */
Mocha.Runnable.prototype.clearTimeout = function () {
  this.cancelLimit?.();
};
