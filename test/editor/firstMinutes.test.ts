import { match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { close, inFront, lensTitles } from './support/documents';
import { hoverText, listed, meridian, openSample } from './support/meridian';
import { accepting } from './support/quickInput';
import { noteToAnn } from './support/sampleNotes';
import { withEditor } from './support/withEditor';

/** Takes the entry of the first question that names a person. */
async function choosing(name: string, command: string): Promise<void> {
  const { createQuickPick } = vscode.window;
  const filtered = () => {
    const pick = createQuickPick();
    const show = pick.show.bind(pick);
    pick.show = () => {
      pick.items = pick.items.filter(({ label }) => label.includes(name));
      show();
    };
    return pick;
  };
  await withEditor(vscode.window, { createQuickPick: filtered }, () => accepting(command));
}

describe('the first five minutes of the README', () => {
  before(meridian);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('1: the hover says that ADR-0007 is superseded, and by what', async () => {
    const document = await openSample('ledger/balance.ts');
    match(document.lineAt(29).text, /ADR-0007/);
    match(await hoverText(document, 'ADR-0007'), /Superseded by[\s\S]*ADR-0012/);
  });

  it('2: Decisions has what concerns the file, and why', async () => {
    const api = await meridian();
    await openSample('ledger/balance.ts');
    const rows = listed(api).join('\n');
    match(rows, /ADR-0012/);
    match(rows, /cited on line/);
  });

  it('3: Kenji’s note is under Handoffs, with what has changed since and what can be done', async () => {
    const handoffs = await (await meridian()).features.handoffs.load();
    await handoffs.store.whenIdle();
    const row = handoffs.tree.rows.find(({ note }) => note.path === noteToAnn());
    ok(row);
    const changes = (await handoffs.tree.getChildren(row)).map((child) =>
      String(handoffs.tree.getTreeItem(child).label),
    );
    ok(changes.includes('LED-57-outbox-batches'), changes.join('\n'));
    const titles = (await lensTitles(await openSample(noteToAnn()))).join('\n');
    match(titles, /Read back/);
    match(titles, /Start on this/);
  });

  it('4: Draft Handoff for Priya has every kind of work that Ann has not handed over', async () => {
    await openSample('ledger/balance.ts');
    await choosing('Priya', 'meridian.draftHandoff');
    const document = inFront();
    const text = document.getText();
    match(text, /^to: Priya Raman$/m);
    match(text, /LED-60/);
    match(text, /LED-61/);
    match(text, /`LED-58-region-codes`/);
    match(text, /`LED-62-limits-per-customer`/);
    match(text, /stash/);
    match(document.getText(vscode.window.activeTextEditor?.selection), /^‹.*›$/);
    await close(document);
  });

  it('5: Ask with Context asks about the lines that are selected', async () => {
    const document = await openSample('ledger/posting.ts');
    const editor = vscode.window.activeTextEditor;
    ok(editor);
    editor.selection = new vscode.Selection(20, 0, 22, 0);
    await accepting('meridian.askWithContext', { goal: 'Zqxwy vbnmk' });
    match(inFront().getText(), /`ledger\/posting\.ts:21-22`/);
    ok(inFront() !== document);
    await close(inFront());
  });
});
