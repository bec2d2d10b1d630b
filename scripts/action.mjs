// What the GitHub Action (action.yml) runs: `meridian check` of the package with this version, for annotations and a
// summary, once more for SARIF where that is asked for, and for the comment on a pull request.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pullRequestOf, putComment } from './action-comment.mjs';
import { cliName, manifest } from './artefacts.mjs';

const {
  MERIDIAN_DIRECTORY: directory = '.',
  MERIDIAN_FAIL_ON: failOn = 'warning',
  MERIDIAN_BASE: base = '',
  MERIDIAN_BASELINE: baseline = '',
  MERIDIAN_RULES: rules = '',
  MERIDIAN_SARIF: sarif = '',
  MERIDIAN_COMMENT: comment = 'false',
  MERIDIAN_TOKEN: token = '',
  GITHUB_API_URL: api = '',
  GITHUB_REPOSITORY: repository = '',
  GITHUB_EVENT_PATH: eventFile = '',
  /** A program in place of the package, for the tests of this file. */
  MERIDIAN_PROGRAM: program = '',
} = process.env;

const [command, ...first] = program ? [process.execPath, program] : ['npx', '--yes', `${cliName}@${manifest.version}`];

/**
 * @param {string} form
 * @param {{ since?: string, commentFile?: string }} more
 */
function check(form, { since = base, commentFile = '' } = {}) {
  const args = [
    ...[...first, 'check', directory, form],
    '--fail-on',
    failOn,
    ...(since ? ['--base', since] : []),
    ...(commentFile ? ['--comment', commentFile] : []),
    ...(baseline ? ['--baseline', baseline] : []),
    ...rules.split(/\s+/).flatMap((rule) => (rule ? ['--rule', rule] : [])),
  ];
  // On Windows `npx` is a script that needs a shell, and no input of the action may reach a shell.
  if (process.platform === 'win32' && !program) throw new Error('the action runs on Linux and macOS runners');
  // Only the comment needs the token, so the check does not get it.
  const { MERIDIAN_TOKEN: _token, ...env } = process.env;
  const { status, stdout, error } = spawnSync(command, args, {
    env,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error) throw error;
  return { status: status ?? 2, stdout };
}

/** A comment that fails is a warning only, because the step's result is that of the check. */
async function keepComment() {
  const pull = pullRequestOf(JSON.parse(readFileSync(eventFile, 'utf8')));
  if (typeof pull === 'string') return pull;
  const folder = mkdtempSync(join(tmpdir(), 'meridian-'));
  try {
    const commentFile = join(folder, 'comment.md');
    if (check('--json', { since: base || pull.base, commentFile }).status === 2)
      return 'no comment: the check did not run';
    const text = readFileSync(commentFile, 'utf8');
    return `comment: ${await putComment({ api, repository, number: pull.number, token }, text)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { status, stdout } = check('--github');
process.stdout.write(stdout);
if (sarif && status < 2) writeFileSync(sarif, check('--sarif').stdout);
process.exitCode = status;
if (comment === 'true' && status < 2) {
  const said = await keepComment().catch((error) => `::warning::${String(error.message).replace(/[\r\n%]+/g, ' ')}`);
  process.stdout.write(`${said}\n`);
}
