import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { afterPaced } from '../../scripts/test/paced.mjs';
import { enterpriseSetting } from '../../src/editor/github/remoteRepositories';
import { caughtUp } from './support/catchUpText';
import { inFront } from './support/documents';
import { answeringWith, GitHubAccount, restoreEditor, stopping } from './support/gitHubAccount';
import { GitHubHere } from './support/gitHubHere';
import { meridian, withSetting } from './support/meridian';
import { accepting } from './support/quickInput';

describe('GitHub', () => {
  let here: GitHubHere;
  let account: GitHubAccount;

  before(async () => {
    here = await GitHubHere.start();
  });
  beforeEach(() => {
    account = new GitHubAccount();
    here.restart();
  });
  afterEach(async () => {
    restoreEditor();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(async () => {
    await here.stop();
  });

  const figures = async () => (await meridian()).features.figures.load();
  /** The page Team Outcomes after it was read again. */
  const page = async () => {
    await vscode.commands.executeCommand('meridian.showFigures');
    return (await figures()).html;
  };
  it('is asked nothing, and nobody is asked to sign in, while nobody is signed in', async () => {
    match(await page(), /href="command:meridian\.signInToGitHub">Sign In to GitHub…/);
    const text = await caughtUp(/^# Catch up · /);
    deepEqual(account.clicks, []);
    deepEqual(here.asked, []);
    doesNotMatch(text, /pull request/i);
  });

  it('is never at a server that only a repository names (R29)', async () => {
    const settings = () => vscode.workspace.getConfiguration('github-enterprise');
    const own = settings().inspect<string>('uri')?.globalValue;
    await settings().update('uri', undefined, vscode.ConfigurationTarget.Global);
    await settings().update('uri', 'https://git.evil.example', vscode.ConfigurationTarget.Workspace);
    try {
      equal(settings().get('uri'), 'https://git.evil.example');
      deepEqual(enterpriseSetting(), { kind: 'none' });
    } finally {
      await settings().update('uri', undefined, vscode.ConfigurationTarget.Workspace);
      await settings().update('uri', own, vscode.ConfigurationTarget.Global);
    }
  });

  it('is signed in to on a click that says why, and then the outcomes are there', async () => {
    await page();
    await vscode.commands.executeCommand('meridian.signInToGitHub');
    equal(account.clicks.length, 1);
    match(JSON.stringify(account.clicks), /"createIfNone":\{"detail":"Meridian reads/);
    const shown = (await figures()).html;
    match(shown, /<h1>Team Outcomes <small>acme\/ledger<\/small><\/h1>/);
    match(shown, /<h2>Lead time for changes: <strong>\S+ days<\/strong><\/h2>/);
    match(shown, /<h2>Changes that needed repair: <strong>12%<\/strong>/);
    equal(
      shown.match(/<div class="plot" role="img" aria-label="[^"]+ by week\. [^"]+">\n<p class="unit">/g)?.length,
      3,
    );
    equal(shown.match(/<tr><th scope="row">/g)?.length, 4);
    doesNotMatch(shown, /<script| style="| on\w+="/);
    ok(here.asked.every(({ headers }) => headers.authorization === 'Bearer token of ann'));
  });

  it('that does not take the session is said so in the tab, with a way to sign in again (401)', async () => {
    account.name = 'ann';
    here.gitHub.mood = 'refused';
    match(await page(), /href="command:meridian\.signInToGitHub">Sign In Again…/);
    here.gitHub.mood = 'well';
    await vscode.commands.executeCommand('meridian.signInToGitHub');
    match(JSON.stringify(account.clicks), /"forceNewSession":\{"detail"/);
    match((await figures()).html, /Lead time for changes/);
  });

  it('that cannot be reached, or has nothing, says so in the tab', async () => {
    account.name = 'bo';
    here.gitHub.mood = 'offline';
    match(await page(), /GitHub was not reached[^<]*<\/p>\n<p><a href="command:meridian\.showFigures">Try Again/);
    here.gitHub.mood = 'well';
    here.gitHub.isBusy = false;
    match(await page(), /Nothing was merged in the last 30 days/);
    here.gitHub.isBusy = true;
    here.gitHub.mood = 'offline';
    match(await page(), /Nothing was merged[^<]*GitHub was not reached[^<]*<\/p>\n<p><a [^>]*>Try Again/);
  });

  it('tells in Catch Me Up what waits', async () => {
    account.name = 'ann';
    const text = await caughtUp(/^## Reviews/m);
    match(
      text,
      /## Reviews that wait for you\n\n- \[#9 Count twice\]\(http:\/\/127\.0\.0\.1:\d+\/acme\/ledger\/pull\/9\)/,
    );
    match(text, /## Threads that wait for your answer\n\n- \[#7 Split the ledger\].*kenji wrote/);
    match(text, /## Your pull requests\n\n- \[#7 Split the ledger\]/);
  });

  describe('in a handoff', () => {
    const draft = () => accepting('meridian.draftHandoff');
    afterEach(async () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

    it('tells my pull requests, with their reviews and checks', async () => {
      account.name = 'ann';
      await draft();
      match(
        inFront().getText(),
        /\[#7(?: Split the ledger)?\]\(\S+\/pull\/7\).*[:·] changes requested, \*\*checks fail\*\*/,
      );
    });

    it('says what it did not tell, and the note is there', async () => {
      account.name = 'cas';
      here.gitHub.mood = 'broken';
      await draft();
      match(inFront().getText(), /^---\nhandoff:/);
      match(inFront().getText(), /GitHub did not tell what waits in `acme\/ledger`\./);
    });

    it('keeps nobody waiting who stops', async () => {
      account.name = 'dee';
      here.gitHub.mood = 'slow';
      const stop = stopping();
      const done = draft();
      await here.arrived(1);
      let isLate = false;
      // By itself a draft waits five seconds for GitHub.
      const cancel = afterPaced(1_500, () => {
        isLate = true;
      });
      stop();
      await done;
      cancel();
      ok(!isLate);
      equal(vscode.window.activeTextEditor?.document.getText(), undefined);
    });
  });

  it('is not asked where it is switched off', async () => {
    account.name = 'ann';
    answeringWith(null);
    await withSetting('github.enabled', false, async () => {
      await page();
      await vscode.commands.executeCommand('meridian.catchMeUp');
    });
    deepEqual(here.asked, []);
  });
});
