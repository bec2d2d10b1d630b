import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { meridian, outline, until } from './support/meridian';

describe('the team in Restricted Mode', () => {
  it('is shown from its file, without asking git who I am', async () => {
    equal(vscode.workspace.isTrusted, false);
    const team = await (await meridian()).features.team.load();
    await team.files.whenIdle();
    const rows = await outline(team.tree);
    ok(
      rows.some((row) => /^ {2}\d\d:\d\d Kenji Mori/.test(row)),
      rows.join('\n'),
    );
    ok(!rows.some((row) => row.includes('(you)')));
  });

  it('has its deadlines marked', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: 'Please review this by EOD Friday.\n',
    });
    const codes = () => vscode.languages.getDiagnostics(document.uri).map(({ code }) => code);
    await until(() => codes().length > 0, vscode.languages.onDidChangeDiagnostics);
    deepEqual(codes(), ['end-of-day']);
  });
});
