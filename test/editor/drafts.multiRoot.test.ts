import { match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { meridian } from './support/meridian';
import { restoreSample, sampleGit } from './support/sampleGit';

const branch = 'led-43-two-folders';

describe('a draft of two folders', () => {
  before(async () => {
    await meridian();
    await sampleGit('checkout', '--quiet', '-b', branch);
    await sampleGit('commit', '--quiet', '--allow-empty', '-m', 'LED-43 Look at both');
  });
  after(() => restoreSample(branch));
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('tells of the one that is in a repository', async () => {
    await vscode.commands.executeCommand('meridian.draftStandup');
    const document = vscode.window.activeTextEditor?.document;
    ok(document?.isUntitled);
    match(document.getText(), /LED-43|Look at both/);
  });
});
