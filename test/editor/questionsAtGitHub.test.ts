import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Asked, type Reply, ScriptedServer } from '../unit/github/scriptedServer';
import { close, lensTitles } from './support/documents';
import { untilGitHubIs } from './support/gitHubPresence';
import { meridian, openSample } from './support/meridian';
import { asPerson } from './support/person';
import { whatIsPicked } from './support/quickInput';
import { sampleGit } from './support/sampleGit';
import { withEditor } from './support/withEditor';

const question = `# Question: May a refund be booked in another region?

- **Goal:** book refunds
- **Needed by:** ‹when›
- [ADR-0018](docs/adr/0018-retry-with-idempotency-keys.md) and [new](docs/adr/9999-new.md)

<details><summary>Before you send it: whom to ask, and what may answer it</summary>

- Kenji

</details>
`;

const found = {
  items: [
    {
      number: 7,
      title: 'Refunds $(zap) across regions',
      state: 'closed',
      updated_at: '2026-11-02T10:00:00Z',
      user: { login: 'kenji' },
    },
  ],
};

describe('questions on GitHub', () => {
  const enterprise = () => vscode.workspace.getConfiguration('github-enterprise');
  const said: string[] = [];
  let server: ScriptedServer;
  let remote: string;
  let created: Reply;
  const reply = ({ path, method }: Asked): Reply => {
    if (path.endsWith('/repos/acme/ledger')) return { body: { full_name: 'acme/ledger' } };
    if (path.includes('/search/issues')) return { body: found };
    if (path.endsWith('/graphql')) return { body: { data: { search: { nodes: [] } } } };
    return method === 'POST' ? created : { body: [] };
  };
  const issues = () => server.asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/issues'));

  /** Runs the work as a user who is signed in and clicks these buttons. */
  async function clicking(buttons: readonly string[], work: () => Promise<unknown>): Promise<void> {
    said.length = 0;
    server.restart(reply);
    const clicks = (sentence: string, offered: readonly string[]) => {
      said.push(sentence);
      return offered.find((button) => buttons.includes(button));
    };
    await asPerson({ clicks, token: 'of Ann' }, work);
  }

  before(async () => {
    await meridian();
    server = await ScriptedServer.start(reply);
    remote = await sampleGit('remote', 'get-url', 'origin');
    await enterprise().update('uri', server.origin, vscode.ConfigurationTarget.Global);
    await sampleGit('remote', 'set-url', 'origin', `${server.origin}/acme/ledger.git`);
    await untilGitHubIs('there');
  });
  beforeEach(() => {
    created = { status: 201, body: { number: 41, title: '', body: '' } };
  });
  after(async () => {
    await sampleGit('remote', 'set-url', 'origin', remote);
    await enterprise().update('uri', undefined, vscode.ConfigurationTarget.Global);
    await untilGitHubIs('none');
    await server.stop();
  });

  describe('an issue of a question', () => {
    let document: vscode.TextDocument;
    const openIssue = async () => vscode.commands.executeCommand('meridian.openIssue');

    before(async () => {
      document = await vscode.workspace.openTextDocument({ language: 'markdown', content: question });
    });
    beforeEach(async () => {
      await vscode.window.showTextDocument(document);
    });
    after(() => close(document));

    it('is offered above it while a remote is at a GitHub, and not where none is', async () => {
      const isOffered = async () => (await lensTitles(document)).some((title) => title.includes('Open an Issue…'));
      ok(await isOffered());
      await sampleGit('remote', 'set-url', 'origin', 'https://gitlab.com/acme/ledger.git');
      await untilGitHubIs('none');
      ok(!(await isOffered()));
      const menu = () => whatIsPicked(() => vscode.commands.executeCommand('meridian.showMenu'));
      ok(!(await menu()).some((label) => /(?:on|to) GitHub|Issue|Outcomes/.test(label)));
      await sampleGit('remote', 'set-url', 'origin', `${server.origin}/acme/ledger.git`);
      await untilGitHubIs('there');
      ok(await isOffered());
      ok((await menu()).some((label) => label.includes('Open an Issue from This Question…')));
    });

    it('is not opened before somebody confirms it', async () => {
      await clicking([], openIssue);
      deepEqual(said, ['Open this as an issue of acme/ledger?']);
      deepEqual(issues(), []);
    });

    it('is opened once, without what is for the asker, and the draft stays', async () => {
      await clicking(['Open Issue'], openIssue);
      const [issue, ...more] = issues();
      equal(more.length, 0);
      const { title, body } = (issue?.body ?? {}) as Partial<Record<string, string>>;
      equal(title, 'May a refund be booked in another region?');
      ok(body?.startsWith('- **Goal:** book refunds') && !body.includes('Kenji'), body);
      match(
        body ?? '',
        /- \[ADR-0018\]\(<http[^<>]*\/acme\/ledger\/blob\/[0-9a-f]{40}\/docs\/adr\/0018-[\w-]+\.md>\) and new\n/,
      );
      equal(said.at(-1), 'The question is an issue of acme/ledger now.');
      equal(document.getText(), question);
    });

    it('is not opened where GitHub refuses, which is said, and the draft stays', async () => {
      created = { status: 410, body: { message: 'Issues are disabled for this repo' } };
      await clicking(['Open Issue'], openIssue);
      match(said.at(-1) ?? '', /GitHub/);
      ok(!/is an issue of/.test(said.at(-1) ?? ''));
      equal(document.getText(), question);
    });
  });

  it('are looked for among issues and discussions only on a click, as text and nothing else', async () => {
    const lists: (readonly vscode.QuickPickItem[])[] = [];
    const choose = async (items: readonly vscode.QuickPickItem[]) => {
      lists.push(items);
      return items.find(({ label }) => label.includes('on GitHub'));
    };
    await openSample('ledger/money.ts');
    await withEditor(vscode.window, { showQuickPick: choose, showInputBox: async () => 'Zqxwy refund' }, () =>
      clicking([], async () => vscode.commands.executeCommand('meridian.askWithContext')),
    );
    const [local, atGitHub] = lists;
    ok(local?.some(({ label }) => label.includes('Ask Anyway')));
    equal(atGitHub?.[0]?.label, '$(issue-closed) Refunds \\$(zap) across regions');
    equal(atGitHub?.[0]?.description, '#7 · closed · kenji');
    deepEqual(
      server.asked.filter(({ path }) => !/search\/issues|graphql|repos\/acme\/ledger$/.test(path)),
      [],
    );
  });

  it('regression: are looked for again after signing in, where GitHub no longer takes the session', async () => {
    const lists: (readonly vscode.QuickPickItem[])[] = [];
    const choose = async (items: readonly vscode.QuickPickItem[]) => {
      lists.push(items);
      return items.find(({ label }) => label.includes('on GitHub'));
    };
    await openSample('ledger/money.ts');
    const ask = (buttons: readonly string[], refuses: () => boolean) =>
      withEditor(vscode.window, { showQuickPick: choose, showInputBox: async () => 'Zqxwy refund' }, () =>
        clicking(buttons, async () => {
          const refused = { status: 401, body: { message: 'Bad credentials' } };
          server.restart((asked) => (refuses() ? refused : reply(asked)));
          await vscode.commands.executeCommand('meridian.askWithContext');
        }),
      );
    await ask(['Sign In Again'], () => said.length === 0);
    equal(lists.at(-1)?.[0]?.description, '#7 · closed · kenji');
    const looked = lists.length;
    await ask(['Ask Anyway'], () => true);
    // After where to look, whom to ask.
    equal(lists.length, looked + 2);
  });
});
