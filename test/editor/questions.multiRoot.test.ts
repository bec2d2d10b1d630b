import { match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { meridian, openSample, sampleUri } from './support/meridian';
import { accepting } from './support/quickInput';

describe('Ask with Context in a window with two folders', () => {
  it('belongs to the folder of what is asked about', async () => {
    await meridian();
    const [file] = await vscode.workspace.findFiles(new vscode.RelativePattern(sampleUri('', 1), '**/*.ts'));
    ok(file);
    await openSample(vscode.workspace.asRelativePath(file, false), 1);
    await accepting('meridian.askWithContext');
    const document = vscode.window.activeTextEditor?.document;
    ok(document?.isUntitled);
    match(document.uri.path, /\/payments\/docs\/questions\/[\d-]+-question\.md$/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
