import { deepEqual, ok } from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation with two folders', () => {
  it('activates with both open', async () => {
    deepEqual(
      vscode.workspace.workspaceFolders?.map((folder) => folder.name),
      ['ledger', 'payments'],
    );
    const extension = vscode.extensions.getExtension('meridian-async.meridian');
    ok(extension, 'the extension is not there');
    await extension.activate();
    ok(extension.isActive);
  });
});
