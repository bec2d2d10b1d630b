import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { found, graphql, node, pull, thread } from '../unit/github/answers';
import { type Asked, type Reply, ScriptedServer } from '../unit/github/scriptedServer';
import { answeringWith, GitHubAccount, restoreEditor } from './support/gitHubAccount';
import { meridian, openSample, outline, withSetting } from './support/meridian';
import { sampleGit } from './support/sampleGit';

const note = 'docs/handoffs/2026-11-20-kenji-mori-to-ann-lee.md';
const enterprise = () => vscode.workspace.getConfiguration('github-enterprise');

/** What somebody's GitHub has: a pull request that waits, and seven that were merged within the last days. */
function gitHub({ method, path, body }: Asked): Reply {
  if (method === 'GET' && path.endsWith('/pulls')) return { body: lately() };
  if (path.endsWith('/comments')) return { status: 201, body: { id: 41 } };
  const { query = '' } = body as { query?: string };
  if (query.includes('query Histories')) return graphql({ nodes: [] });
  if (query.includes('query MyWork')) {
    const waiting = node({ reviewThreads: { totalCount: 1, nodes: [thread()] } });
    return graphql({
      mine: found(waiting),
      reviews: found(node({ number: 9, title: 'Count twice' })),
      joined: found(),
    });
  }
  return { status: 404, body: { message: 'Not Found' } };
}

function lately() {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  return [1, 2, 3, 4, 5, 6, 7].map((days) =>
    pull({
      number: days,
      node_id: `PR_${days}`,
      title: days === 3 ? 'Revert "Split the ledger"' : 'Split the ledger',
      state: 'closed',
      created_at: ago(days + 2),
      updated_at: ago(days),
      merged_at: ago(days),
    }),
  );
}

describe('GitHub', () => {
  let server: ScriptedServer;
  let account: GitHubAccount;

  before(async () => {
    server = await ScriptedServer.start(gitHub);
    await sampleGit('remote', 'add', 'upstream', `${server.origin}/acme/ledger.git`);
    await enterprise().update('uri', server.origin, vscode.ConfigurationTarget.Global);
  });
  beforeEach(() => {
    account = new GitHubAccount();
    server.restart(gitHub);
  });
  afterEach(async () => {
    restoreEditor();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(async () => {
    // A view that stays open goes on asking, also the servers of other tests.
    await vscode.commands.executeCommand('meridian.figures.removeView');
    await enterprise().update('uri', undefined, vscode.ConfigurationTarget.Global);
    await sampleGit('remote', 'remove', 'upstream');
    await server.stop();
  });

  const figures = async () => (await meridian()).features.figures.load();

  it('is asked nothing, and nobody is asked to sign in, while nobody is signed in', async () => {
    await vscode.commands.executeCommand('meridian.figures.focus');
    await (await figures()).refresh();
    await vscode.commands.executeCommand('meridian.catchMeUp');
    deepEqual(await outline((await figures()).tree), []);
    deepEqual(account.clicks, []);
    deepEqual(server.asked, []);
    const text = vscode.workspace.textDocuments.find(({ isUntitled }) => isUntitled)?.getText() ?? '';
    match(text, /^# Catch up/);
    doesNotMatch(text, /pull request/i);
  });

  it('is signed in to on a click that says why, and then the outcomes are there', async () => {
    await vscode.commands.executeCommand('meridian.signInToGitHub');
    equal(account.clicks.length, 1);
    match(JSON.stringify(account.clicks), /"createIfNone":\{"detail":"Meridian reads/);
    const rows = await outline((await figures()).tree);
    ok(rows.length >= 15, rows.join('\n'));
    match(rows.join('\n'), /Needed repair · 17% \S{4}\n/);
    match(rows.join('\n'), /Lead time · too few to tell \(7\)/);
    ok(server.asked.every(({ headers }) => headers.authorization === 'Bearer token of ann'));
  });

  it('tells in Catch Me Up what waits', async () => {
    account.name = 'ann';
    await vscode.commands.executeCommand('meridian.catchMeUp');
    const text = vscode.workspace.textDocuments.find(({ isUntitled }) => isUntitled)?.getText() ?? '';
    match(
      text,
      /## Reviews that wait for you\n\n- \[#9 Count twice\]\(http:\/\/127\.0\.0\.1:\d+\/acme\/ledger\/pull\/9\)/,
    );
    match(text, /## Threads that wait for your answer\n\n- \[#7 Split the ledger\].*kenji wrote/);
    match(text, /## Your pull requests\n\n- \[#7 Split the ledger\]/);
  });

  it('takes a handoff as a comment, once, after it was shown', async () => {
    account.name = 'ann';
    const document = await openSample(note);
    const shown: string[] = [];
    const listener = vscode.workspace.onDidOpenTextDocument((opened) => shown.push(opened.getText()));
    const said = answeringWith('Comment', [`${server.origin}/acme/ledger/issues/12`]);
    await vscode.commands.executeCommand('meridian.commentHandoff');
    listener.dispose();
    const [sent, ...more] = server.asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/comments'));
    deepEqual(more, []);
    equal(sent?.path, '/api/v3/repos/acme/ledger/issues/12/comments');
    const body = (sent?.body as { body: string } | undefined)?.body ?? '';
    ok(shown.includes(body), 'what was sent is not what was shown');
    doesNotMatch(body, /^---|<!--/);
    ok(document.getText().includes(body.split('\n', 1)[0] ?? '?'));
    match(said[0] ?? '', /Comment this on acme\/ledger#12\? \| Everybody who can see/);
    match(said[1] ?? '', /The handoff is a comment on acme\/ledger#12 now/);
  });

  it('gets no comment where the person does not confirm it, or means another repository', async () => {
    account.name = 'ann';
    await openSample(note);
    answeringWith(null, [`${server.origin}/acme/ledger/issues/12`]);
    await vscode.commands.executeCommand('meridian.commentHandoff');
    const said = answeringWith('Comment', ['https://github.com/acme/other/issues/1']);
    await vscode.commands.executeCommand('meridian.commentHandoff');
    match(said[0] ?? '', /That is no issue or discussion of acme\/ledger/);
    deepEqual(
      server.asked.filter(({ method }) => method === 'POST'),
      [],
    );
  });

  it('is not asked where it is switched off', async () => {
    account.name = 'ann';
    await withSetting('github.enabled', false, async () => {
      await (await figures()).refresh();
      await vscode.commands.executeCommand('meridian.catchMeUp');
    });
    deepEqual(server.asked, []);
  });
});
