import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { caughtUp } from './support/catchUpText';
import { meridian, openSample, outline, withSetting } from './support/meridian';
import { asPerson } from './support/person';
import { noteToAnn } from './support/sampleNotes';

describe('Handoffs in Restricted Mode', () => {
  it('are plain text: the notes are there, and who answered', async () => {
    equal(vscode.workspace.isTrusted, false);
    const handoffs = await (await meridian()).features.handoffs.load();
    await handoffs.store.whenIdle();
    const rows = (await outline(handoffs.tree)).join('\n');
    match(rows, /^All · 2$/m);
    match(rows, /Kenji Mori → Ann Lee/);
    match(rows, /Git was not asked what became of the branches/);
  });

  it('can be read back by somebody who says who they are', async () => {
    const handoffs = await (await meridian()).features.handoffs.load();
    await withSetting('team.me', 'Ann Lee', async () => {
      await handoffs.store.whenIdle();
      const document = await openSample(noteToAnn());
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      ok(lenses.some(({ command }) => command?.command === 'meridian.readBack'));
    });
  });

  it('make a page to catch up with that says what is missing', async () => {
    await caughtUp(/Restricted Mode: git was not read/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('regression: are not pushed from, and why is said with what mends it', async () => {
    await meridian();
    const said: (readonly string[])[] = [];
    const clicks = (sentence: string, buttons: readonly string[]): undefined => void said.push([sentence, ...buttons]);
    await asPerson({ clicks, token: '' }, async () => vscode.commands.executeCommand('meridian.pushBranches'));
    deepEqual(said, [
      ['Pushing goes through VS Code’s own git, which is not run in Restricted Mode.', 'Manage Workspace Trust'],
    ]);
  });
});
