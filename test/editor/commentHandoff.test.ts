import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { type ForgeProblem, forgeProblem } from '../../src/core/forge/forgeResult';
import { tellDone, tellProblem } from '../../src/editor/github/tellOutcome';
import { gitHubDotCom } from '../../src/github/apiHost';
import { revert } from './support/documents';
import { answeringWith, GitHubAccount, restoreEditor } from './support/gitHubAccount';
import { GitHubHere } from './support/gitHubHere';
import { openSample } from './support/meridian';
import { noteToAnn } from './support/sampleNotes';
import { withEditor } from './support/withEditor';

describe('a handoff as a comment', () => {
  let here: GitHubHere;

  before(async () => {
    here = await GitHubHere.start();
  });
  beforeEach(() => {
    new GitHubAccount().name = 'ann';
    here.restart();
  });
  afterEach(async () => {
    restoreEditor();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(() => here.stop());

  const comment = () => vscode.commands.executeCommand('meridian.commentHandoff');
  const issue = () => `${here.origin}/acme/ledger/issues/12`;
  const sent = () => here.asked.filter(({ path }) => path.endsWith('/comments'));
  const bodyOf = (asked: { readonly body: unknown } | undefined) => (asked?.body as { body?: string })?.body ?? '';
  const changes = () =>
    here.asked.flatMap(({ body }) => {
      const { query = '', variables } = (body ?? {}) as {
        query?: string;
        variables?: Readonly<Record<string, string>>;
      };
      return query.includes('mutation') ? [variables] : [];
    });

  it('is sent once, after it was shown', async () => {
    const document = await openSample(noteToAnn());
    const shown: string[] = [];
    const listener = vscode.workspace.onDidOpenTextDocument((opened) => shown.push(opened.getText()));
    const said = answeringWith('Comment', [issue()]);
    await comment();
    listener.dispose();
    const [first, ...more] = sent();
    deepEqual(more, []);
    equal(first?.path, '/api/v3/repos/acme/ledger/issues/12/comments');
    ok(shown.includes(bodyOf(first)), 'what was sent is not what was shown');
    doesNotMatch(bodyOf(first), /^---|<!--/);
    ok(document.getText().includes(bodyOf(first).split('\n', 1)[0] ?? '?'));
    match(said[0] ?? '', /Comment this on acme\/ledger#12\? \| Everybody who can see/);
    match(said[1] ?? '', /The handoff is a comment on acme\/ledger#12 now/);
  });

  it('goes to a discussion as well', async () => {
    await openSample(noteToAnn());
    const said = answeringWith('Comment', [`${here.origin}/acme/ledger/discussions/3`]);
    await comment();
    const [change, ...more] = changes();
    deepEqual([more, change?.discussion], [[], 'D_1']);
    ok(change?.body?.includes('# Handoff'), change?.body);
    deepEqual(sent(), []);
    match(said.join('\n'), /Comment this on the discussion acme\/ledger#3\?[\s\S]*is a comment on acme\/ledger#3 now/);
  });

  it('is not sent where the person does not confirm it, or means another repository', async () => {
    await openSample(noteToAnn());
    answeringWith(null, [issue()]);
    await comment();
    const said = answeringWith('Comment', ['https://github.com/acme/other/issues/1']);
    await comment();
    match(said[0] ?? '', /That is no issue or discussion of acme\/ledger/);
    deepEqual(sent(), []);
  });

  describe('with a secret in it', () => {
    // In parts, so that no scanner takes this file for one that leaks.
    const secret = `ghp_${'A1b2C3d4E5f6G7h8I9j0'.repeat(2).slice(0, 36)}`;
    let document: vscode.TextDocument;

    beforeEach(async () => {
      document = await openSample(noteToAnn());
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(document.lineCount, 0), `\nThe token is ${secret}\n`);
      await vscode.workspace.applyEdit(edit);
    });
    afterEach(() => revert(document));

    it('is masked where the person wants that', async () => {
      const said = answeringWith(['Mask It', 'Comment'], [issue()]);
      await comment();
      match(said[0] ?? '', /looks like a secret.*\| Line \d+: github/s);
      const [first, ...more] = sent();
      deepEqual(more, []);
      ok(bodyOf(first).includes('The token is ') && !bodyOf(first).includes(secret));
      ok(document.getText().includes(secret), 'the note itself was changed');
    });

    it('is sent as it is only where the person says so', async () => {
      answeringWith(['Comment'], [issue()]);
      await comment();
      deepEqual(sent(), []);
      answeringWith(['Send It as It Is', 'Comment'], [issue()]);
      await comment();
      ok(bodyOf(sent()[0]).includes(secret));
    });
  });
});

describe('what became of something that was sent', () => {
  afterEach(restoreEditor);

  const repository = { ...gitHubDotCom, owner: 'acme', repo: 'ledger' };
  /** The buttons below the sentence, and what is opened where the person clicks `Open in Browser`. */
  async function offered(tell: () => Promise<unknown>): Promise<readonly string[]> {
    const found: string[] = [];
    const showInformationMessage = async (_sentence: string, ...buttons: readonly string[]) => {
      found.push(...buttons);
      return buttons.find((button) => button === 'Open in Browser');
    };
    const openExternal = async (page: vscode.Uri) => {
      found.push(page.toString());
      return true;
    };
    await withEditor(vscode.window, { showInformationMessage }, () => withEditor(vscode.env, { openExternal }, tell));
    return found;
  }
  const afterProblem = (problem: ForgeProblem) => offered(() => tellProblem(problem, repository, 'issues/12'));

  it('leads where a person can look, and nowhere else', async () => {
    const place = 'https://github.com/acme/ledger/issues/12';
    deepEqual(await afterProblem(forgeProblem('unknown-outcome')), ['Open in Browser', place]);
    const page = 'https://github.com/orgs/acme/sso';
    deepEqual(await afterProblem({ ...forgeProblem('forbidden'), remedy: 'sign-on', page }), ['Open in Browser', page]);
    for (const kind of ['offline', 'refused', 'server'] as const) deepEqual(await afterProblem(forgeProblem(kind)), []);
    deepEqual(await offered(() => tellDone('Done.', 'https://evil.example/acme', repository)), []);
    deepEqual(await offered(() => tellDone('Done.', place, repository, 'More…')), ['More…', 'Open in Browser', place]);
  });

  it('regression: names the conversation that GitHub does not have, and what nothing was written to', async () => {
    const said = answeringWith(null);
    for (const place of ['issues/12', 'issues']) {
      await tellProblem(forgeProblem('not-found'), repository, place);
      await tellProblem(forgeProblem('server'), repository, place);
    }
    await tellProblem(forgeProblem('unknown-outcome'), repository, 'issues/12');
    deepEqual(
      said.map((sentence) => sentence.split('. ', 1)[0]),
      [
        'GitHub does not have acme/ledger#12, or does not show it to this account.',
        'Nothing was written to acme/ledger#12',
        'GitHub does not have acme/ledger, or does not show it to this account.',
        'Nothing was written to acme/ledger',
        'GitHub did not confirm it, so it may or may not be there',
      ],
    );
  });

  it('says nothing to who has stopped it', async () => {
    let isAnswered = false;
    const showInformationMessage = async () => {
      isAnswered = true;
    };
    const tell = () => tellProblem(forgeProblem('cancelled'), repository, 'pulls');
    await withEditor(vscode.window, { showInformationMessage }, tell);
    equal(isAnswered, false);
  });
});
