import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { meridian, openSample } from './support/meridian';

/** Takes what is chosen in each question, and puts each sentence away. */
async function throughAll(command: string): Promise<number> {
  let isDone = false;
  const done = vscode.commands.executeCommand(command).then(() => {
    isDone = true;
  });
  let turns = 0;
  while (!isDone) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await vscode.commands.executeCommand('notifications.clearAll');
    turns += 1;
  }
  await done;
  return turns;
}

describe('Ask with Context in Restricted Mode', () => {
  it('drafts what can be known without git', async () => {
    equal(vscode.workspace.isTrusted, false);
    await meridian();
    await openSample('ledger/posting.ts');
    ok((await throughAll('meridian.askWithContext')) > 0);
    const document = vscode.window.activeTextEditor?.document;
    ok(document?.isUntitled);
    const draft = document.getText();
    match(draft, /`ledger\/posting\.ts:/);
    match(draft, /ADR-0018|ADR 0018|0018-retry/);
    ok(!/permalink|Last changed by|branch `/i.test(draft), draft);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
