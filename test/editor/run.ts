// Runs the suites that are named, or all but `bench`: `node --import tsx test/editor/run.ts [SUITE ...]`.
import { writeFileSync } from 'node:fs';
import { calledWith, onlyKnown } from '../../scripts/options.mjs';
import { chooseEditor } from './support/editor';
import { runSuite } from './support/launch';
import { allSuites, suites } from './support/suites';

async function main(): Promise<void> {
  const names = calledWith({ most: Number.POSITIVE_INFINITY }).positionals;
  onlyKnown(names, allSuites, 'suite');
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

void main();
