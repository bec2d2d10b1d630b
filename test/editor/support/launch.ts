import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import type { Editor } from './editor';
import type { Suite } from './suites';
import { workspaceFor } from './workspaces';

const root = join(__dirname, '../../..');
const tests = join(root, 'out/test/editor/index.js');
const quiet = {
  'security.workspace.trust.startupPrompt': 'never',
  'workbench.startupEditor': 'none',
  // Nothing that a test waits for, and drawn again all the time: without a graphics card that takes a core.
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
  'chat.disableAIFeatures': true,
};

export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The reporter's lines, and nothing of the editor's own log. */
  readonly lines: string;
}

/** `runTests` switches workspace trust off for every run, so Restricted Mode starts the same executable by itself. */
function runRestricted(editor: Editor, args: readonly string[], env: NodeJS.ProcessEnv, log: NodeJS.WritableStream) {
  const all = [...args, `--extensionDevelopmentPath=${root}`, `--extensionTestsPath=${tests}`, '--no-sandbox'];
  return new Promise<number>((resolve, reject) => {
    const child = spawn(editor.executable, all, {
      env: { ...process.env, ...env },
      shell: editor.executable.endsWith('.cmd'),
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function runTrusted(editor: Editor, launchArgs: string[], env: NodeJS.ProcessEnv, log: NodeJS.WritableStream) {
  const say = console.log;
  // `runTests` says the exit status by itself, between the reporter's lines.
  console.log = () => undefined;
  const ended = runTests({
    vscodeExecutablePath: editor.executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: tests,
    launchArgs,
    extensionTestsEnv: env,
    stdout: log,
    stderr: log,
  });
  return ended
    .catch((error: unknown) => {
      log.write(`${error}\n`);
      return 1;
    })
    .finally(() => {
      console.log = say;
    });
}

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

/** Runs one suite in a fresh profile and gives what its reporter wrote. The editor's log stays in `.vscode-test/logs`. */
export async function runSuite(editor: Editor, suite: Suite): Promise<SuiteResult> {
  const folder = await mkdtemp(join(tmpdir(), `meridian-${suite}-`));
  const logs = join(root, '.vscode-test/logs', suite);
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'User'), { recursive: true });
  await mkdir(logs, { recursive: true });
  await writeFile(join(profile, 'User/settings.json'), JSON.stringify(quiet));
  const [tally, lines] = [join(folder, 'tally.json'), join(folder, 'lines.txt')];
  const env = { MERIDIAN_SUITE: suite, MERIDIAN_TALLY: tally, MERIDIAN_LINES: lines, MERIDIAN_LOGS: logs };
  const workspace = await workspaceFor[suite](folder);
  const args = [workspace, `--user-data-dir=${profile}`, `--extensions-dir=${join(folder, 'extensions')}`];
  const log = createWriteStream(join(logs, 'editor.log'));
  const code = await (suite === 'restricted' ? runRestricted : runTrusted)(editor, args, env, log);
  log.end();
  const text = await read(lines);
  const numbers = await read(tally);
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  if (numbers === '') {
    const note = `  ✗ the suite did not finish (status ${code}); see .vscode-test/logs/${suite}\n`;
    return { passed: 0, failed: 1, skipped: 0, lines: text + note };
  }
  return { ...JSON.parse(numbers), lines: text };
}
