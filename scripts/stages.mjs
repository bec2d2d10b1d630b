// What `npm test` runs. Stages of one lane run one after the other, the two lanes beside each other: most of what the
// unit tests do is waiting for git, and most of what the editor does is waiting for its window. A stage that needs
// another's output is left out when that one failed; all else runs whatever happened before it, so that one run shows
// everything that is wrong.

import { availableParallelism } from 'node:os';

const mocha = ['node_modules/mocha/bin/mocha.js', '--reporter', 'scripts/test/tally-reporter.cjs'];
const start = 'test/smoke/start.test.ts';
const inEditor = ['--import', 'tsx', 'test/editor/run.ts'];
/** Tests of all that reads or writes times. In those that are left out, what git is asked for names its zone itself. */
const timeTests = [
  ...mocha,
  'test/unit/{time,team,activity}/**/*.test.ts',
  '--ignore',
  'test/unit/activity/{cases,oddStates}.test.ts',
];

/**
 * `args` are arguments of this Node. A stage begins when the stages that it `needs` and comes `after` have ended, and
 * does not run where the needed one has failed. `limit` is in seconds of an idle machine (180 where none is given, see
 * test/paced.mjs). `zone` is the time zone in which the stage runs. A stage counts as one check unless it writes a
 * tally of its own.
 * @typedef {{name: string, title: string, args: readonly string[], needs?: string, after?: string, limit?: number, zone?: string}} Stage
 * @type {readonly (readonly Stage[])[]}
 */
export const lanes = [
  [
    { name: 'build', title: 'Build', args: ['scripts/build.mjs', '--tests'] },
    {
      name: 'lint',
      title: 'Lint',
      args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
    },
    { name: 'types', title: 'Types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
    {
      name: 'page-types',
      title: 'Types of the page',
      args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'src/editor/records/panel/page'],
    },
    { name: 'unused', title: 'Unused code', args: ['node_modules/knip/bin/knip.js', '--no-progress'] },
    {
      name: 'unit',
      title: 'Unit',
      // The tests wait for git much of the time, so two jobs pay off on any machine.
      args: [...mocha, '--parallel', '--jobs', String(Math.max(2, availableParallelism())), 'test/unit/**/*.test.ts'],
      limit: 400,
    },
    {
      name: 'counted',
      title: 'Work of the command line, counted',
      args: ['--import', 'tsx', 'test/bench/counted.ts'],
      needs: 'build',
      // The package and the release run the build once more.
      after: 'release',
    },
    { name: 'unit-west', title: 'Time, on a machine in St. John’s', args: timeTests, zone: 'America/St_Johns' },
    { name: 'unit-east', title: 'Time, on a machine in Auckland', args: timeTests, zone: 'Pacific/Auckland' },
    {
      name: 'contract',
      title: 'Requests, by GitHub’s own description',
      args: [...mocha, 'test/contract/**/*.test.ts'],
    },
    // In this lane, because the other one takes longer.
    {
      name: 'editor-others',
      title: 'In the editor, in Restricted Mode and with two folders',
      args: [...inEditor, 'restricted', 'multiRoot'],
      needs: 'build',
      limit: 600,
    },
  ],
  [
    { name: 'package', title: 'Package', args: ['scripts/package.mjs'], needs: 'build' },
    { name: 'release', title: 'Release, a dry run', args: ['scripts/release.mjs', '--dry-run'], needs: 'package' },
    // After the package, which runs the build once more.
    { name: 'editor', title: 'In the editor', args: [...inEditor, 'trusted'], needs: 'build', limit: 1500 },
    {
      name: 'smoke',
      title: 'Installed, started, at the command line',
      // By then the other lane has ended, or nearly so.
      args: [...mocha, '--parallel', '--jobs', '2', 'test/smoke/**/*.test.ts', '--ignore', start],
      needs: 'package',
      after: 'editor-others',
      limit: 600,
    },
    // Alone, because `npm start` builds once more.
    { name: 'start', title: 'npm start', args: [...mocha, start], needs: 'package' },
  ],
];
