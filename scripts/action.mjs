// What the GitHub Action (action.yml) runs: `meridian check` of the package with this version, for annotations and a
// summary, and once more for SARIF where that is asked for.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cliName, manifest } from './artefacts.mjs';

const {
  MERIDIAN_DIRECTORY: directory = '.',
  MERIDIAN_FAIL_ON: failOn = 'warning',
  MERIDIAN_BASE: base = '',
  MERIDIAN_BASELINE: baseline = '',
  MERIDIAN_RULES: rules = '',
  MERIDIAN_SARIF: sarif = '',
  /** A program in place of the package, for the tests of this file. */
  MERIDIAN_PROGRAM: program = '',
} = process.env;

const [command, ...first] = program ? [process.execPath, program] : ['npx', '--yes', `${cliName}@${manifest.version}`];

/** @param {string} form */
function check(form) {
  const args = [
    ...[...first, 'check', directory, form],
    ...(failOn === 'never' ? [] : ['--fail-on', failOn]),
    ...(base ? ['--base', base] : []),
    ...(baseline ? ['--baseline', baseline] : []),
    ...rules.split(/\s+/).flatMap((rule) => (rule ? ['--rule', rule] : [])),
  ];
  // Windows has no program `npx` but a script, which needs a shell; nothing of the inputs may reach one.
  if (process.platform === 'win32' && !program) throw new Error('the action runs on Linux and macOS runners');
  const { status, stdout, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error) throw error;
  return { status: status ?? 2, stdout };
}

const { status, stdout } = check('--github');
process.stdout.write(stdout);
if (sarif && status < 2) writeFileSync(sarif, check('--sarif').stdout);
process.exitCode = status === 1 && failOn === 'never' ? 0 : status;
