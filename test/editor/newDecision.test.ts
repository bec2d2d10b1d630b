import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { inFront } from './support/documents';
import { deleteSample, meridian, openSample, until, writeSample } from './support/meridian';
import { withEditor } from './support/withEditor';

/** Runs the command and types a title. */
async function decide(title: string): Promise<vscode.TextDocument> {
  await withEditor(vscode.window, { showInputBox: async () => title }, async () => {
    await vscode.commands.executeCommand('meridian.newDecision');
  });
  return inFront();
}

describe('New Decision', () => {
  before(meridian);
  afterEach(async () => {
    while (vscode.window.activeTextEditor?.document.isUntitled)
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is the next of the folder, unsaved, with its status where the others have it', async () => {
    await openSample('ledger/balance.ts');
    const document = await decide('Keep balances per region');
    equal(document.uri.scheme, 'untitled');
    match(document.uri.path, /\/docs\/adr\/0034-keep-balances-per-region\.md$/);
    match(document.getText(), /^---\nstatus: proposed\ndate: .*\n---\n\n# ADR-0034: Keep balances per region\n/);
    match(document.getText(vscode.window.activeTextEditor?.selection), /^‹.*›$/);
  });

  it('takes neither the number of one that is not saved yet nor that of one that was just written', async () => {
    await writeSample('docs/adr/0034-just-written.md', '# 34. Just written\n\n## Status\n\nAccepted\n');
    try {
      match((await decide('One')).uri.path, /\/0035-one\.md$/);
      match((await decide('Two')).uri.path, /\/0036-two\.md$/);
    } finally {
      await deleteSample('docs/adr/0034-just-written.md');
      const { projects } = await meridian();
      const isGone = () => !projects.records().some(({ record }) => record.path.includes('0034'));
      await until(isGone, projects.onDidChange);
    }
  });

  it('is made from the folder’s own template', async () => {
    await writeSample('docs/adr/template.md', '# NUMBER. TITLE\n\nDate: YYYY-MM-DD\n\n## Our own question\n');
    try {
      const text = (await decide('Three')).getText();
      match(text, /^# ADR-0034: Three\n\nDate: \d{4}-\d\d-\d\d\n\n## Our own question\n/);
    } finally {
      await deleteSample('docs/adr/template.md');
    }
  });

  it('is nothing where the person leaves the question', async () => {
    const before = await openSample('ledger/balance.ts');
    await withEditor(vscode.window, { showInputBox: async () => undefined }, async () => {
      await vscode.commands.executeCommand('meridian.newDecision');
    });
    ok(inFront() === before);
  });
});
