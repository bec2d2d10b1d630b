import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { splitFingerprints } from '../../src/core/drafts/fingerprints';
import { type Asked, ScriptedServer } from '../unit/github/scriptedServer';
import { lensTitles } from './support/documents';
import { untilGitHubIs } from './support/gitHubPresence';
import { meridian, sampleUri, writeSample } from './support/meridian';
import { asPerson } from './support/person';
import { accepting } from './support/quickInput';
import { restoreSample, sampleGit } from './support/sampleGit';
import { SmallGitHub } from './support/smallGitHub';

const branch = 'led-42-split-the-ledger';
/** On what is checked out before, and on no branch. */
const lonelyCommit = ['commit-tree', '-p', 'main', '-m', 'LED-42 Split otherwise', 'main^{tree}'];

function sent(asked: Asked | undefined): Partial<Record<string, string>> {
  return (asked?.body ?? {}) as Partial<Record<string, string>>;
}

describe('Create Pull Request', () => {
  const said: string[] = [];
  const gitHub = new SmallGitHub(branch);
  let server: ScriptedServer;
  let document: vscode.TextDocument;
  let remote: string;
  const enterprise = () => vscode.workspace.getConfiguration('github-enterprise');
  const writes = () => server.asked.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/graphql'));

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
    await untilGitHubIs('there');
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
    gitHub.mood = 'well';
    gitHub.onRead = () => undefined;
    gitHub.onRefused = () => undefined;
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await restoreSample(branch);
    await sampleGit('update-ref', '-d', `refs/remotes/origin/${branch}`);
    await sampleGit('remote', 'set-url', 'origin', remote);
    await enterprise().update('uri', undefined, vscode.ConfigurationTarget.Global);
    await untilGitHubIs('none');
    await server.stop();
  });

  it('is offered right behind what is missing, where a narrow editor does not cut it off', async () => {
    match((await lensTitles(document))[1] ?? '', /Create Pull Request…$/);
  });

  it('says first that the branch is not pushed, and asks GitHub nothing', async () => {
    await create();
    match(said.join('\n'), new RegExp(`^${branch} is not pushed`));
    deepEqual(server.asked, []);
  });

  it('offers no push of a branch that has diverged from its remote, and says what to do first', async () => {
    await sampleGit('update-ref', `refs/remotes/origin/${branch}`, await sampleGit(...lonelyCommit));
    const offered: string[] = [];
    said.length = 0;
    const clicks = (sentence: string, buttons: readonly string[]) => {
      said.push(sentence);
      offered.push(...buttons);
      return undefined;
    };
    await asPerson({ clicks, token: 'of Ann' }, () => accepting('meridian.createPullRequest', document.uri));
    match(
      said.join('\n'),
      new RegExp(`^${branch} has diverged from origin/${branch} and is not pushed: 1 commit only here`),
    );
    match(said.join('\n'), /Pull first, by merge or rebase, and push then\.$/);
    deepEqual(offered, ['Open Source Control']);
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

    it('asks those for a review who were chosen, and adds the labels of the last ones that were', async () => {
      const { showQuickPick } = vscode.window;
      const offered: string[] = [];
      const pick = async (items: readonly vscode.QuickPickItem[]) => {
        offered.push(...items.map(({ label, description }) => `${label} | ${description ?? ''}`));
        return items.filter(({ label }) => /^(?:@kenji|ledger)/.test(label));
      };
      await writeSample('CODEOWNERS', '* @kenji @elsewhere/team\n');
      Object.assign(vscode.window, { showQuickPick: pick });
      try {
        await create('Create');
      } finally {
        Object.assign(vscode.window, { showQuickPick });
        await sampleGit('clean', '--quiet', '-f', 'CODEOWNERS');
      }
      deepEqual(offered, [
        'Reviewers | ',
        '@kenji, Kenji Mori | owns 1 changed file',
        'Labels | ',
        'ledger | on 2 of your last 3',
        'docs | on 1 of your last 3',
      ]);
      deepEqual(
        writes().map(({ path }) => path.replace('/api/v3/repos/acme/ledger', '')),
        ['/pulls', '/pulls/7/requested_reviewers', '/issues/7/labels'],
      );
      deepEqual(writes()[1]?.body, { reviewers: ['kenji'], team_reviewers: [] });
      deepEqual(writes()[2]?.body, { labels: ['ledger'] });
      match(said.at(-1) ?? '', /^Pull request #7 was created/);
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
      match(said.at(-1) ?? '', /^Nothing was written to acme\/ledger\. GitHub said no: .*No commits between/);
      equal(document.getText(), before);
    });

    it('brings what others wrote into the draft, shows both and updates the one that is open', async () => {
      gitHub.openPull({ body: 'Ana watches the dashboards.' });
      await create();
      const [patch, ...others] = writes();
      deepEqual([patch?.method, others], ['PATCH', []]);
      const { body = '' } = sent(patch);
      ok(body.includes('Ana watches the dashboards.') && body.includes('## Why'), body);
      ok(document.getText().includes('Ana watches the dashboards.'));
      match(said.at(-1) ?? '', /^The text of pull request #7 was updated/);
    });

    it('writes over nothing that somebody changes while the person looks', async () => {
      gitHub.openPull({ body: 'Before.' });
      gitHub.onRead = (read) => {
        if (!read.path.endsWith('/pulls')) gitHub.open = { ...gitHub.open, body: 'Changed meanwhile.' };
      };
      await create();
      deepEqual(writes(), []);
      match(said.at(-1) ?? '', /^Somebody has changed it on GitHub meanwhile/);
    });

    describe('and that is open', () => {
      const { showQuickPick, showInputBox } = vscode.window;
      let lists: (readonly string[])[];

      /** Chooses these rows one after the other, and types this title. */
      async function choosing(rows: readonly RegExp[], title: string): Promise<void> {
        const left = [...rows];
        lists = [];
        const pick = async (items: readonly vscode.QuickPickItem[]) => {
          const row = left.shift();
          lists.push(items.map(({ label, detail }) => `${label} | ${detail}`));
          return row && items.find(({ label }) => row.test(label));
        };
        Object.assign(vscode.window, { showQuickPick: pick, showInputBox: async () => title });
        try {
          await create('Change the Title…');
        } finally {
          Object.assign(vscode.window, { showQuickPick, showInputBox });
        }
      }

      it('keeps its title where the person does not change it', async () => {
        gitHub.openPull({ title: 'Renamed by Kenji', body: 'Ana watches.' });
        await choosing([/^Update #7$/], '');
        deepEqual(Object.keys(sent(writes()[0])), ['body']);
        match(lists[0]?.join() ?? '', /Change the Title… \| “Renamed by Kenji” stays/);
      });

      it('gets another title with the text, after both were shown', async () => {
        gitHub.openPull({ title: 'Old', body: 'Ana watches.' });
        await choosing([/^Change the Title/, /^Update #7 and Its Title$/], 'Split by region');
        const [patch, ...others] = writes();
        deepEqual([sent(patch).title, others], ['Split by region', []]);
        ok(sent(patch).body?.includes('Ana watches.'));
        match(lists[1]?.join() ?? '', /“Old” → “Split by region”/);
      });

      it('gets another title alone where it has the text already', async () => {
        gitHub.openPull({ title: 'Old', body: splitFingerprints(document.getText()).body.trim() });
        await choosing([], 'Split by region');
        deepEqual(writes().map(sent), [{ title: 'Split by region' }]);
        match(said.at(-1) ?? '', /^The title of pull request #7 was changed/);
      });
    });

    it('lets the person sign in again where GitHub does not take the session, and goes on (401)', async () => {
      gitHub.mood = 'refused';
      await create();
      deepEqual(said, ['GitHub did not take the sign-in. Sign in again, and try again.']);
      gitHub.onRefused = () => {
        gitHub.mood = 'well';
      };
      await create('Sign In Again', 'Create');
      equal(writes().length, 1);
      match(said.at(-1) ?? '', /^Pull request #7 was created/);
    });

    it('gives links to files addresses, since they would lead nowhere from a pull request', async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(
        document.uri,
        new vscode.Position(2, 0),
        'As [decided](docs/adr/0012-use-postgresql-for-the-ledger.md).\n',
      );
      await vscode.workspace.applyEdit(edit);
      await create('Create');
      const { body = '' } = sent(writes()[0]);
      match(body, /As \[decided\]\(<?http:\/\/127\.0\.0\.1:\d+\/acme\/ledger\/blob\/[0-9a-f]{40}\/docs\/adr\/0012-/);
      ok(document.getText().includes(body.split('\n')[2] ?? '?'), 'what was sent is not what is shown');
    });

    it('masks in the draft what looks like a secret, where the person wants that', async () => {
      const secret = `ghp_${'A1b2C3d4E5f6G7h8I9j0'.repeat(2).slice(0, 36)}`;
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(2, 0), `The token is ${secret}.\n`);
      await vscode.workspace.applyEdit(edit);
      await create('Create');
      deepEqual([said, writes()], [['This looks like a secret. Send it to GitHub?'], []]);
      await create('Mask It', 'Create');
      const { body = '' } = sent(writes()[0]);
      ok(body.includes('The token is ') && !body.includes(secret), body);
      ok(!document.getText().includes(secret));
    });
  });
});
