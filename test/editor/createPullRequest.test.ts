import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { pull } from '../unit/github/answers';
import { type Asked, type Reply, ScriptedServer } from '../unit/github/scriptedServer';
import { meridian, sampleUri, writeSample } from './support/meridian';
import { asPerson } from './support/person';
import { accepting } from './support/quickInput';
import { restoreSample, sampleGit } from './support/sampleGit';

const branch = 'led-42-split-the-ledger';

/** The one repository of a GitHub on this machine: at most one open pull request, which is created, read and changed. */
class SmallGitHub {
  open: Record<string, unknown> | null = null;
  /** Instead of the answer to what writes; the write is done all the same for `reset`. */
  fault: Reply | null = null;
  /** What somebody else does in between. */
  onRead: (asked: Asked) => void = () => undefined;

  readonly reply = (asked: Asked): Reply => {
    const { method, path, body } = asked;
    if (method === 'GET') this.onRead(asked);
    if (method === 'GET') return { body: path.endsWith('/pulls') ? (this.open ? [this.open] : []) : this.open };
    const { head, ...sent } = body as Record<string, unknown>;
    const isDone = this.fault === null || this.fault === 'reset';
    const label = { ref: branch, label: `acme:${branch}` };
    if (isDone) this.open = { ...pull({ head: label }), ...this.open, ...sent, base: { ref: 'main' }, head: label };
    return this.fault ?? { status: method === 'POST' ? 201 : 200, body: this.open };
  };
}

function sent(asked: Asked | undefined): Partial<Record<string, string>> {
  return (asked?.body ?? {}) as Partial<Record<string, string>>;
}

describe('Create Pull Request', () => {
  const said: string[] = [];
  const gitHub = new SmallGitHub();
  let server: ScriptedServer;
  let document: vscode.TextDocument;
  let remote: string;
  const enterprise = () => vscode.workspace.getConfiguration('github-enterprise');
  const writes = () => server.asked.filter(({ method }) => method !== 'GET');

  /** Runs the command and takes the title that is suggested. */
  async function create(...clicks: readonly string[]): Promise<void> {
    said.length = 0;
    server.restart(gitHub.reply);
    const click = (sentence: string, buttons: readonly string[]) => {
      said.push(sentence);
      return buttons.find((button) => clicks.includes(button));
    };
    await vscode.window.showTextDocument(document);
    await asPerson({ clicks: click, token: 'of Ann' }, () => accepting('meridian.createPullRequest', document.uri));
  }

  before(async () => {
    await meridian();
    server = await ScriptedServer.start(gitHub.reply);
    remote = await sampleGit('remote', 'get-url', 'origin');
    await enterprise().update('uri', server.origin, vscode.ConfigurationTarget.Global);
    await sampleGit('remote', 'set-url', 'origin', `${server.origin}/acme/ledger.git`);
    await sampleGit('checkout', '--quiet', '-b', branch);
    const code = await vscode.workspace.openTextDocument(sampleUri('ledger/balance.ts'));
    await writeSample('ledger/balance.ts', `${code.getText()}\nexport const regions = 2;\n`);
    await sampleGit('commit', '--quiet', '-am', 'LED-42 Split balances by region');
    await vscode.commands.executeCommand('meridian.draftPullRequest');
    const shown = vscode.window.activeTextEditor?.document;
    ok(shown?.isUntitled);
    document = shown;
  });
  beforeEach(() => {
    gitHub.open = null;
    gitHub.fault = null;
    gitHub.onRead = () => undefined;
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await restoreSample(branch);
    await sampleGit('update-ref', '-d', `refs/remotes/origin/${branch}`);
    await sampleGit('remote', 'set-url', 'origin', remote);
    await enterprise().update('uri', undefined, vscode.ConfigurationTarget.Global);
    await server.stop();
  });

  it('says first that the branch is not pushed, and asks GitHub nothing', async () => {
    await create();
    match(said.join('\n'), new RegExp(`^${branch} is not pushed`));
    deepEqual(server.asked, []);
  });

  describe('of a branch that is pushed', () => {
    before(() => sampleGit('update-ref', `refs/remotes/origin/${branch}`, branch));

    it('sends nothing where the person says no', async () => {
      await create();
      match(said.join('\n'), /^Create this pull request\?$/);
      deepEqual(writes(), []);
    });

    it('sends what the document says, without what only Meridian reads, as a draft where that was chosen', async () => {
      await create('Create as Draft');
      const [post, ...others] = writes();
      deepEqual(others, []);
      equal(post?.path, '/api/v3/repos/acme/ledger/pulls');
      const { title, body = '', base, head, draft } = sent(post);
      deepEqual(
        { title, base, head, draft },
        { title: 'LED-42 Split balances by region', base: 'main', head: branch, draft: true },
      );
      ok(body.startsWith('## Why\n') && !body.includes('meridian drafted'), body);
      match(said.at(-1) ?? '', /^Pull request #7 was created/);
      ok(document.getText().includes('meridian drafted'));
    });

    it('makes no second one where the answer is lost, and finds the first (A9, R44)', async () => {
      gitHub.fault = 'reset';
      await create('Create');
      equal(writes().length, 1);
      match(said.at(-1) ?? '', /^Pull request #7 was created/);
    });

    it('says why where GitHub refuses, and the draft stays', async () => {
      gitHub.fault = {
        status: 422,
        body: { message: 'Validation Failed', errors: [{ message: 'No commits between main and it' }] },
      };
      const before = document.getText();
      await create('Create');
      match(said.at(-1) ?? '', /^GitHub said no: .*No commits between/);
      equal(document.getText(), before);
    });

    it('brings what others wrote into the draft, shows both and updates the one that is open', async () => {
      gitHub.open = {
        ...pull({ body: 'Ana watches the dashboards.', head: { ref: branch, label: `acme:${branch}` } }),
      };
      await create();
      const [patch, ...others] = writes();
      deepEqual([patch?.method, others], ['PATCH', []]);
      const { body = '' } = sent(patch);
      ok(body.includes('Ana watches the dashboards.') && body.includes('## Why'), body);
      ok(document.getText().includes('Ana watches the dashboards.'));
      match(said.at(-1) ?? '', /^The text of pull request #7 was updated/);
    });

    it('writes over nothing that somebody changes while the person looks', async () => {
      gitHub.open = { ...pull({ body: 'Before.', head: { ref: branch, label: `acme:${branch}` } }) };
      gitHub.onRead = (read) => {
        if (!read.path.endsWith('/pulls')) gitHub.open = { ...gitHub.open, body: 'Changed meanwhile.' };
      };
      await create();
      deepEqual(writes(), []);
      match(said.at(-1) ?? '', /^Somebody has changed it at GitHub meanwhile/);
    });
  });
});
