import { writeFileSync } from 'node:fs';
import { chooseEditor } from './support/editor';
import { runSuite } from './support/launch';
import { allSuites, suites } from './support/suites';

/** Runs the suites that are named on the command line, or all of them, one after the other. */
async function main(names: readonly string[]): Promise<void> {
  const editor = await chooseEditor();
  console.log(`  in ${editor.name === 'desktop' ? 'desktop VS Code' : 'the stand-in'}: ${editor.why}`);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const suite of names.length === 0 ? suites : allSuites.filter((name) => names.includes(name))) {
    const { lines, passed, failed, skipped } = await runSuite(editor, suite);
    console.log(`  ${suite}\n${lines.replace(/^/gm, '  ').trimEnd()}`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  if (process.env.MERIDIAN_TALLY) writeFileSync(process.env.MERIDIAN_TALLY, JSON.stringify(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

void main(process.argv.slice(2));
