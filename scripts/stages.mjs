// What `npm test` runs, in order. A stage that needs another's output is left out when that one failed; all else runs
// whatever happened before it, so that one run shows everything that is wrong.

import { availableParallelism } from 'node:os';

const mocha = ['node_modules/mocha/bin/mocha.js', '--reporter', 'scripts/test/tally-reporter.cjs'];
const withTypes = ['--import', 'tsx'];
const tests = ['--no-config', '--node-option', 'import=tsx'];
const timeTests = [...mocha, ...tests, '--timeout', '20000', 'test/unit/{time,team,activity}/**/*.test.ts'];

/**
 * Commands are arguments of this Node, limits are seconds (180 where none is given), `zone` is where the stage believes
 * this machine to be. A stage counts as one check unless it writes a tally of its own.
 * @type {readonly {name: string, title: string, args: readonly string[], needs?: string, limit?: number, zone?: string}[]}
 */
export const stages = [
  { name: 'build', title: 'Build', args: ['scripts/build.mjs', '--tests'] },
  { name: 'lint', title: 'Lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', title: 'Types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  {
    name: 'page-types',
    title: 'Types of the page',
    args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'src/editor/records/panel/page'],
  },
  { name: 'unused', title: 'Unused code', args: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  // Much of it is waiting for git, so that two at once are worth it on any machine.
  {
    name: 'unit',
    title: 'Unit',
    args: [...mocha, '--parallel', '--jobs', String(Math.max(2, availableParallelism()))],
    limit: 400,
  },
  { name: 'unit-west', title: 'Time, on a machine in St. John’s', args: timeTests, zone: 'America/St_Johns' },
  { name: 'unit-east', title: 'Time, on a machine in Auckland', args: timeTests, zone: 'Pacific/Auckland' },
  {
    name: 'contract',
    title: 'Requests, by GitHub’s own description',
    args: [...mocha, ...tests, '--timeout', '60000', 'test/contract/**/*.test.ts'],
  },
  { name: 'package', title: 'Package', args: ['scripts/package.mjs'], needs: 'build' },
  { name: 'editor', title: 'In the editor', args: [...withTypes, 'test/editor/run.ts'], needs: 'build', limit: 1500 },
  {
    name: 'smoke',
    title: 'Installed, started, at the command line',
    args: [...mocha, ...tests, '--timeout', '120000', 'test/smoke/**/*.test.ts'],
    needs: 'package',
    limit: 600,
  },
];
