import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { pickRecord } from '../../src/editor/records/commands/recordPicker';
import { inFront } from './support/documents';
import { deleteSample, meridian, openSample, until, writeSample } from './support/meridian';
import { asPerson } from './support/person';
import { restoreSample, sampleGit } from './support/sampleGit';
import { withEditor } from './support/withEditor';

const first = async (items: readonly vscode.QuickPickItem[]) => items[0];

/** Runs the command, types a title and says no more. */
async function decide(title: string): Promise<vscode.TextDocument> {
  await withEditor(vscode.window, { showInputBox: async () => title, showQuickPick: first }, async () => {
    await vscode.commands.executeCommand('meridian.newDecision');
  });
  return inFront();
}

describe('New Decision', () => {
  before(meridian);

  it('regression: says what its list is for to who cannot see it, as does the menu', async () => {
    const told: (string | undefined)[] = [];
    const showQuickPick = async (_: unknown, options?: vscode.QuickPickOptions) => void told.push(options?.placeHolder);
    await withEditor(vscode.window, { showInputBox: async () => 'Keep a list', showQuickPick }, async () => {
      await vscode.commands.executeCommand('meridian.newDecision');
      await vscode.commands.executeCommand('meridian.showMenu');
    });
    deepEqual(told, ['Write it now, or say more first?', 'Choose what to do']);
  });

  afterEach(async () => {
    while (vscode.window.activeTextEditor?.document.isUntitled)
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is offered where there is no record to choose from, and asks for its title', async () => {
    const said: (readonly string[])[] = [];
    const clicks = (sentence: string, buttons: readonly string[]) => {
      said.push([sentence, ...buttons]);
      return buttons[0];
    };
    let asked = '';
    const showInputBox = async ({ title }: vscode.InputBoxOptions = {}) => {
      asked = title ?? '';
      return undefined;
    };
    await withEditor(vscode.window, { showInputBox }, () =>
      asPerson({ clicks, token: '' }, async () => equal(await pickRecord('', []), undefined)),
    );
    deepEqual(said, [['No decisions, runbooks or other records were found here.', 'New Decision…']]);
    equal(asked, 'New Decision');
  });

  it('is the next of the folder, unsaved, as most of the latest are though the last is not', async () => {
    await openSample('ledger/balance.ts');
    const document = await decide('Keep balances per region');
    equal(document.uri.scheme, 'untitled');
    match(document.uri.path, /\/docs\/adr\/0034-keep-balances-per-region\.md$/);
    match(
      document.getText(),
      /^# 34\. Keep balances per region\n\nDate: \d{4}-\d\d-\d\d\n\nDeciders: ‹who decides›\n\n## Status\n\nProposed\n/,
    );
    match(document.getText(vscode.window.activeTextEditor?.selection), /^‹.*›$/);
  });

  it('regression: is made beside a record that is no text, which is cited like any other', async () => {
    const path = 'docs/adr/0035-damaged.md';
    await writeSample(path, '# 35. Damaged\n\n\0\u0001\0');
    try {
      const { projects } = await meridian();
      const isKnown = () => projects.records().some(({ record }) => record.path === path);
      await until(isKnown, projects.onDidChange);
      const code = await openSample('ledger/money.ts');
      const before = code.getText();
      const pick = async (items: readonly vscode.QuickPickItem[]) => items.find(({ label }) => /0035/.test(label));
      await withEditor(vscode.window, { showQuickPick: pick }, () =>
        vscode.commands.executeCommand('meridian.linkToDecision'),
      );
      match(code.getText(), /0035/);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      equal(code.getText(), before);
      match((await decide('Beside it')).uri.path, /\/0036-beside-it\.md$/);
    } finally {
      await deleteSample(path);
    }
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

  it('regression: is said in Decisions to be a record that is not saved yet', async () => {
    await openSample('ledger/balance.ts');
    await decide('Keep balances per region');
    const { front } = await meridian();
    await until(() => front.state === 'unsaved', front.onDidChange);
  });

  it('is made from the folder’s own template', async () => {
    await writeSample('docs/adr/template.md', '# NUMBER. TITLE\n\nDate: YYYY-MM-DD\n\n## Our own question\n');
    try {
      const text = (await decide('Three')).getText();
      match(text, /^# 34\. Three\n\nDate: \d{4}-\d\d-\d\d\n\n## Our own question\n/);
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

  it('asks who decides, for the options and for the deadline, where the person wants to say more', async () => {
    await openSample('ledger/balance.ts');
    const typed = ['Split by region', 'Priya, Tom', 'Two clusters; One', '2026-12-04 17:00'];
    const answers = {
      showInputBox: async () => typed.shift(),
      showQuickPick: async (items: readonly unknown[]) => items[1],
    };
    await withEditor(vscode.window, answers, () => vscode.commands.executeCommand('meridian.newRfc'));
    const document = inFront();
    match(document.uri.path, /\/docs\/rfcs\/0003-split-by-region\.md$/);
    const text = document.getText();
    match(text, /Priya, Tom/);
    match(text, /2026-12-04 17:00 [A-Z]\w+/);
    equal(typed.length, 0);
  });

  it('regression: offers what was typed again, where the person left before the record was begun', async () => {
    const offered: (string | undefined)[] = [];
    const answering = (answers: readonly (string | undefined)[]) => {
      const left = [...answers];
      const showInputBox = async ({ value }: vscode.InputBoxOptions = {}) => {
        offered.push(value);
        return left.shift();
      };
      const showQuickPick = async (items: readonly vscode.QuickPickItem[]) => items.at(-1);
      return withEditor(vscode.window, { showInputBox, showQuickPick }, () =>
        vscode.commands.executeCommand('meridian.newRunbook'),
      );
    };
    await answering(['Ledger is slow', undefined]);
    await answering(['Ledger is slow', 'Ann']);
    await answering([undefined]);
    deepEqual(offered, ['', '', 'Ledger is slow', '', '']);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('regression: offers what was typed before Escape, too', async () => {
    const offered: (string | undefined)[] = [];
    const answers: (string | undefined)[] = [undefined, 'Ledger is slow'];
    const showInputBox = async ({ value, validateInput }: vscode.InputBoxOptions = {}) => {
      offered.push(value);
      await validateInput?.('Ledger is s');
      return answers.shift();
    };
    const begin = () =>
      withEditor(vscode.window, { showInputBox, showQuickPick: first }, () =>
        vscode.commands.executeCommand('meridian.newRunbook'),
      );
    await begin();
    await begin();
    deepEqual(offered, ['', 'Ledger is s']);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('begins a runbook in the form of the others', async () => {
    await openSample('ledger/balance.ts');
    await withEditor(vscode.window, { showInputBox: async () => 'Ledger is full', showQuickPick: first }, () =>
      vscode.commands.executeCommand('meridian.newRunbook'),
    );
    match(inFront().uri.path, /\/docs\/runbooks\/ledger-is-full\.md$/);
  });

  it('begins with what the branch changes, and leaves the why open', async () => {
    await sampleGit('checkout', '--quiet', '-b', 'explain');
    const { uri } = await openSample('ledger/balance.ts');
    await writeSample(
      'ledger/balance.ts',
      `${(await vscode.workspace.openTextDocument(uri)).getText()}\nexport const n = 2;\n`,
    );
    await sampleGit('commit', '--quiet', '-am', 'Count');
    await withEditor(vscode.window, { showInputBox: async () => 'Explain the change', showQuickPick: first }, () =>
      vscode.commands.executeCommand('meridian.newDecisionFromChanges'),
    );
    const text = inFront().getText();
    await restoreSample('explain');
    match(text, /^# 34\. Explain the change$/m);
    match(text, /changes \d+ files? in \d+ commits? that `.*` does not have:/);
    match(text, /‹what makes a decision necessary›|‹.*›/);
  });

  it('begins with what is not committed yet where the branch has nothing of its own', async () => {
    const { uri } = await openSample('ledger/balance.ts');
    const before = (await vscode.workspace.openTextDocument(uri)).getText();
    await writeSample('ledger/balance.ts', `${before}\nexport const n = 2;\n`);
    try {
      await withEditor(vscode.window, { showInputBox: async () => 'Explain the work', showQuickPick: first }, () =>
        vscode.commands.executeCommand('meridian.newDecisionFromChanges'),
      );
      const text = inFront().getText();
      match(text, /^# 34\. Explain the work$/m);
      match(text, /^Not committed yet:\n\n(?:- .*\n)*- `ledger\/balance\.ts`\n/m);
      doesNotMatch(text, /does not have:/);
    } finally {
      await writeSample('ledger/balance.ts', before);
    }
  });
});
