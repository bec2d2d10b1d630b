import { ok } from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('activates in a workspace that nobody prepared', async () => {
    const extension = vscode.extensions.getExtension('meridian-async.meridian');
    ok(extension, 'the extension is not there');
    await extension.activate();
    ok(extension.isActive);
  });
});
