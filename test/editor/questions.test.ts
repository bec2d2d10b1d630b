import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { close, inFront, lensTitles } from './support/documents';
import { deleteSample, meridian, openSample, until, withSetting, writeSample } from './support/meridian';
import { accepting, whatIsPicked } from './support/quickInput';
import { withEditor } from './support/withEditor';

const ask = 'meridian.askWithContext';
const secret = ['s3cr3t', 'W0rd', '9x'].join('');

async function select(path: string, text: string): Promise<void> {
  const document = await openSample(path);
  const at = document.getText().indexOf(text);
  ok(at >= 0, `"${text}" is not in ${path}`);
  const editor = vscode.window.activeTextEditor;
  ok(editor);
  editor.selection = new vscode.Selection(document.positionAt(at), document.positionAt(at + text.length));
}

describe('Ask with Context', () => {
  let document: vscode.TextDocument;

  before(async () => {
    const api = await meridian();
    const team = await api.features.team.load();
    await team.files.whenIdle();
    await select(
      'ledger/posting.ts',
      'if (known !== undefined) return;\n    await spend(transaction, posting.from, posting);',
    );
    // Words that nothing here has.
    await accepting(ask, { goal: 'Zqxwy vbnmk' });
    document = inFront();
  });
  after(async () => {
    await close(document);
    await deleteSample(vscode.workspace.asRelativePath(document.uri));
  });

  it('drafts a question that nobody saved, goal first, where questions are kept', () => {
    ok(document.isUntitled && document.languageId === 'markdown');
    match(document.uri.path, /\/docs\/questions\/\d{4}-\d\d-\d\d-zqxwy-vbnmk\.md$/);
    const text = document.getText();
    ok(text.indexOf('**Goal:** Zqxwy vbnmk') < text.indexOf('**Actual:**'), text);
    match(document.getText(vscode.window.activeTextEditor?.selection), /^‹.*›$/);
  });

  it('has what the editor, git and the records know of the place', () => {
    const text = document.getText();
    match(text, /`ledger\/posting\.ts:20-21`/);
    match(text, /if \(known !== undefined\) return;/);
    match(text, /- \*\*Seen with:\*\* branch `main`, commit `[0-9a-f]{10}`/);
    match(text, /- \*\*Last changed by:\*\* /);
    match(text, /\]\(\.\.\/adr\/0018-retry-with-idempotency-keys\.md\)/);
    match(text, /changed these lines last/);
  });

  it('says above it what is missing and where it can go; without the check the actions stay', async () => {
    match((await lensTitles(document)).join('\n'), /[2-9] things are missing\n.*Copy As…\n.*Save as File$/);
    await withSetting('questions.readiness.enabled', false, async () => {
      const titles = (await lensTitles(document)).join('\n');
      ok(titles.includes('Copy As…') && !titles.includes('missing'), titles);
    });
  });

  it('marks what is missing in the place of it once that is asked for, and nothing where that is switched off', async () => {
    const marked = () => vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Meridian');
    await vscode.window.showTextDocument(document);
    deepEqual(marked(), []);
    ok((await whatIsPicked(() => vscode.commands.executeCommand('meridian.checkQuestion'))).length > 1);
    await until(() => marked().length > 0, vscode.languages.onDidChangeDiagnostics);
    ok(marked().some(({ code }) => code === 'no-expected'));
    for (const { range, severity } of marked()) {
      equal(severity, vscode.DiagnosticSeverity.Information);
      match(document.getText(range), /^‹.*›$/);
    }
    await withSetting('questions.readiness.enabled', false, () =>
      until(() => marked().length === 0, vscode.languages.onDidChangeDiagnostics),
    );
  });

  it('is copied without what is for the asker alone', async () => {
    await vscode.window.showTextDocument(document);
    ok(document.getText().includes('Before you send it'));
    await vscode.commands.executeCommand('meridian.copyDraft', 'markdown');
    const copied = await vscode.env.clipboard.readText();
    ok(copied.includes('Zqxwy vbnmk') && !copied.includes('Before you send it'), copied);
    match(
      copied,
      /\]\(<https:\/\/github\.example\.com\/ledger\/ledger\/blob\/[0-9a-f]{40}\/docs\/adr\/0018-[\w-]+\.md>\)/,
    );
  });

  it('is found by the next one who asks, once it was saved', async () => {
    const { path } = document.uri;
    ok(await document.save());
    document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
    match((await lensTitles(document)).join('\n'), /things are missing/);
    await openSample('ledger/posting.ts');
    await accepting(ask, { goal: 'Zqxwy vbnmk' });
    equal(inFront().uri.path, path);
  });
});

describe('what may answer a question', () => {
  it('opens instead of a draft when it is chosen', async () => {
    await openSample('ledger/money.ts');
    await accepting(ask, { goal: 'retry a posting with the same idempotency key' });
    match(inFront().uri.path, /\/docs\/adr\/0018-retry-with-idempotency-keys\.md$/);
  });
});

describe('a question about a problem', () => {
  const path = 'ledger/refund.ts';
  const text = `// Refunds.\nconst address = 'postgres://ann:${secret}@db/ledger';\nexport const refund = adress;\n`;
  const problems = vscode.languages.createDiagnosticCollection('test');
  after(async () => {
    problems.dispose();
    await deleteSample(path);
  });

  it('is among its quick fixes; it has the problem, the code around it and no secret', async () => {
    await writeSample(path, text);
    const code = await openSample(path);
    const range = new vscode.Range(2, 22, 2, 28);
    const problem = new vscode.Diagnostic(range, "Cannot find name 'adress'.", vscode.DiagnosticSeverity.Error);
    problem.source = 'test';
    problem.code = 2304;
    problems.set(code.uri, [problem]);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      code.uri,
      range,
    );
    const [action, ...more] = actions.filter(({ title }) => title === 'Ask about this problem…');
    equal(more.length, 0);
    ok(action?.command);
    await accepting(action.command.command, ...(action.command.arguments ?? []));
    const document = inFront();
    const draft = document.getText();
    match(draft, /\*\*Error\*\* in line 3 \(`test 2304`\): Cannot find name 'adress'\./);
    ok(draft.includes('postgres://ann:') && !draft.includes(secret), draft);
    match(draft, /\*\*Masked in this question:\*\* password in an address in line 2\./);
    match(draft, /\*\*Not visible to you yet:\*\*|No permalink/);
    match((await lensTitles(document)).join('\n'), /1 place is masked…/);
    const all = async (items: readonly vscode.QuickPickItem[]) => items;
    await withEditor(vscode.window, { showQuickPick: all }, () =>
      vscode.commands.executeCommand('meridian.showMasked'),
    );
    ok(document.getText().includes(secret) && !document.getText().includes('**Masked'), document.getText());
    await close(document);
  });

  it('is not offered where that is switched off', async () => {
    const code = await openSample(path);
    await withSetting('questions.problems.enabled', false, async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        code.uri,
        new vscode.Range(2, 22, 2, 28),
      );
      ok(!actions.some(({ title }) => title.startsWith('Ask about')));
    });
  });
});

describe('a question about a document without a name', () => {
  it('has its text, and says nothing of a file', async () => {
    const notes = await vscode.workspace.openTextDocument({ language: 'json', content: '{ "retries": 3 }\n' });
    await vscode.window.showTextDocument(notes);
    await accepting(ask);
    const document = inFront();
    const draft = document.getText();
    ok(draft.includes('{ "retries": 3 }') && draft.includes('```json'), draft);
    ok(!/permalink|Last changed by/i.test(draft), draft);
    await close(document);
    await close(notes);
  });

  it('regression: says when the one to ask is at work on a line that is not cut off', async () => {
    await select('ledger/outbox.ts', 'insert into outbox');
    let asked: readonly vscode.QuickPickItem[] = [];
    const showQuickPick = async (items: readonly vscode.QuickPickItem[]) => {
      const anyway = items.find(({ label }) => /Ask Anyway/.test(label));
      if (!anyway) asked = items;
      return anyway;
    };
    await withEditor(vscode.window, { showInputBox: async () => 'Zqxwy who works when', showQuickPick }, () =>
      vscode.commands.executeCommand(ask),
    );
    const person = asked.find(({ detail }) => detail?.startsWith('now '));
    ok(person && !person.description?.includes('now '), JSON.stringify(asked));
  });

  it('regression: keeps the goal of one that was not asked, until a question is drafted', async () => {
    await select('ledger/posting.ts', 'if (known !== undefined) return;');
    const begun: (string | undefined)[] = [];
    const goal = 'Zqxwy which was not asked';
    const showInputBox = async ({ value }: vscode.InputBoxOptions = {}) => {
      begun.push(value);
      return begun.length === 1 ? goal : value;
    };
    const picks = async (items: readonly vscode.QuickPickItem[]) => {
      if (begun.length === 1) return undefined;
      return items.find(({ label }) => /Ask Anyway/.test(label)) ?? items.find(({ kind }) => kind === undefined);
    };
    const run = () => vscode.commands.executeCommand(ask);
    await withEditor(vscode.window, { showInputBox, showQuickPick: picks }, async () => {
      await run();
      await run();
      const document = inFront();
      match(document.getText(), /Zqxwy which was not asked/);
      await close(document);
    });
    equal(begun[1], goal);
    equal(begun.length, 2);
  });
});
