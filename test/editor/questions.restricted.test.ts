import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { meridian, openSample } from './support/meridian';
import { asPerson } from './support/person';
import { accepting } from './support/quickInput';

describe('Ask with Context in Restricted Mode', () => {
  const said: string[] = [];
  const clicks = (sentence: string) => {
    said.push(sentence);
    return undefined;
  };

  async function ask(): Promise<string> {
    await openSample('ledger/posting.ts');
    await asPerson({ clicks, token: '' }, () => accepting('meridian.askWithContext'));
    const document = vscode.window.activeTextEditor?.document;
    ok(document?.isUntitled);
    const draft = document.getText();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return draft;
  }

  it('drafts what can be known without git', async () => {
    equal(vscode.workspace.isTrusted, false);
    await meridian();
    const draft = await ask();
    match(draft, /`ledger\/posting\.ts:/);
    match(draft, /\]\(\.\.\/adr\/0018-retry-with-idempotency-keys\.md\)/);
    ok(!/permalink|Last changed by|branch `/i.test(draft), draft);
  });

  it('says once in a window what is left out', async () => {
    await ask();
    equal(said.length, 1);
    match(said[0] ?? '', /^In Restricted Mode git is not run/);
  });
});
