import { deepEqual, equal } from 'node:assert/strict';
import * as vscode from 'vscode';
import { meridian } from './support/meridian';

describe('drafts in Restricted Mode', () => {
  for (const command of [
    'meridian.draftHandoff',
    'meridian.draftStandup',
    'meridian.draftWeeklyUpdate',
    'meridian.draftTeamStandup',
    'meridian.draftPullRequest',
  ]) {
    it(`${command} says why there is none, and opens nothing`, async () => {
      equal(vscode.workspace.isTrusted, false);
      await meridian();
      // Tabs, not documents: the editor's own extensions read files of the workspace meanwhile.
      const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).length;
      const before = tabs();
      let isDone = false;
      const done = vscode.commands.executeCommand(command).then(() => {
        isDone = true;
      });
      // The command ends when its sentence is put away.
      while (!isDone) await vscode.commands.executeCommand('notifications.clearAll');
      await done;
      equal(tabs(), before);
      deepEqual(
        vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled),
        [],
      );
    });
  }
});
