// A GitHub on this machine for the sample workspace, and a person who signs in to it with VS Code's own sign-in.
import { execFile } from 'node:child_process';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const branch = 'led-42-split-the-ledger';

/** Loads the test's modules through tsx, because a script cannot import TypeScript by itself. */
async function serverOfTests() {
  const { tsImport } = await import('tsx/esm/api');
  const load = (path) => tsImport(`../../test/${path}`, import.meta.url);
  const [{ SmallGitHub }, { ScriptedServer }] = await Promise.all([
    load('editor/support/smallGitHub.ts'),
    load('unit/github/scriptedServer.ts'),
  ]);
  return { SmallGitHub, ScriptedServer };
}

/**
 * @param {string} folder the sample workspace; it gets the remote, owners, and a branch that is pushed and ahead of `main`
 * @param {object} [parts] `SmallGitHub` and `ScriptedServer`, where the caller is a test that has imported them
 * @returns the settings that the editor needs, and what can be done with the server
 */
export async function startSmallGitHub(folder, parts) {
  const { SmallGitHub, ScriptedServer } = parts ?? (await serverOfTests());
  const gitHub = new SmallGitHub(branch);
  const server = await ScriptedServer.start(gitHub.reply);
  const git = (...args) => run('git', ['-c', 'commit.gpgsign=false', ...args], { cwd: folder });
  await git('remote', 'set-url', 'origin', `${server.origin}/acme/ledger.git`);
  await writeFile(join(folder, 'CODEOWNERS'), 'ledger/ @kenji @acme/ledger\n');
  await git('add', 'CODEOWNERS');
  await git('commit', '--quiet', '--no-verify', '-m', 'Say who owns the ledger');
  await git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  await git('checkout', '--quiet', '-b', branch);
  await appendFile(join(folder, 'ledger/balance.ts'), '\nexport const regions = 2;\n');
  await git('commit', '--quiet', '--no-verify', '-am', 'LED-42 Split balances by region');
  await git('update-ref', `refs/remotes/origin/${branch}`, branch);
  return {
    settings: { 'github-enterprise.uri': server.origin },
    /** Changes a field of `SmallGitHub`, such as its mood. */
    set(key, value) {
      Object.assign(gitHub, { [key]: value });
    },
    /** Another user opens the pull request of the branch. */
    openPull: (body) => gitHub.openPull({ body }),
    /** The requests that the server got, without those by GET. */
    written: () => server.asked.flatMap(({ method, path, body }) => (method === 'GET' ? [] : [{ method, path, body }])),
    stop: () => server.stop(),
  };
}

/** Confirms both dialogs of VS Code's sign-in to a user's own GitHub: that the extension may, and to go to the browser. */
export async function giveToken(page) {
  for (const name of ['Allow', 'Continue to Browser']) {
    await page.locator('.monaco-dialog-box .monaco-button', { hasText: name }).first().click();
  }
}
