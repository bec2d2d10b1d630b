import { equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation in Restricted Mode', () => {
  it('activates where the folder is not trusted', async () => {
    equal(vscode.workspace.isTrusted, false);
    const extension = vscode.extensions.getExtension('meridian-async.meridian');
    ok(extension, 'the extension is not there');
    await extension.activate();
    ok(extension.isActive);
  });
});
