// A mocha reporter that says little when all is well: one line for each outer suite, the failures in full, and the
// numbers as JSON in the file that MERIDIAN_TALLY names. It writes to MERIDIAN_LINES where that is set: a suite inside
// the editor has no standard output of its own.
const { appendFileSync, writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

const indent = (text, by) => text.replace(/^/gm, ' '.repeat(by));

function titleOf(test) {
  return test.titlePath().join(' › ');
}

/** The title of the outermost suite, because tests that ran in another process come without suite objects. */
function outerSuite(test) {
  return test.titlePath()[0];
}

class TallyReporter extends reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const lines = process.env.MERIDIAN_LINES;
    this.write = lines ? (text) => appendFileSync(lines, text) : (text) => process.stdout.write(text);
    const suites = new Map();
    const failures = [];
    const tally = { passed: 0, failed: 0, skipped: 0 };
    const count = (test, what) => {
      tally[what] += 1;
      const title = outerSuite(test);
      const suite = suites.get(title) ?? { passed: 0, failed: 0, skipped: 0, took: 0 };
      suite[what] += 1;
      suite.took += test.duration ?? 0;
      suites.set(title, suite);
    };
    runner.on('pass', (test) => count(test, 'passed'));
    runner.on('pending', (test) => count(test, 'skipped'));
    runner.on('fail', (test, error) => {
      count(test, 'failed');
      failures.push({ title: titleOf(test), text: String(error?.stack ?? error) });
    });
    runner.once('end', () => {
      for (const [title, suite] of suites) this.suiteLine(title, suite);
      failures.forEach(({ title, text }, index) => {
        this.write(`\n  ${index + 1}) ${title}\n${indent(text, 5)}\n`);
      });
      if (process.env.MERIDIAN_TALLY) writeFileSync(process.env.MERIDIAN_TALLY, JSON.stringify(tally));
    });
  }

  suiteLine(title, { passed, failed, skipped, took }) {
    const parts = [`${passed} passed`];
    if (failed > 0) parts.push(`${failed} FAILED`);
    if (skipped > 0) parts.push(`${skipped} skipped`);
    this.write(`  ${failed > 0 ? '✗' : '✓'} ${title}: ${parts.join(', ')} (${took} ms)\n`);
  }
}

module.exports = TallyReporter;
