import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DocRecord } from '../../src/core/records/record';
import { commands } from '../../src/editor/host/ids';
import { insertReference } from '../../src/editor/records/commands/insertReference';
import { deleteSample, meridian, openSample, sampleUri, until, writeSample } from './support/meridian';
import { asPerson } from './support/person';
import { withEditor } from './support/withEditor';

describe('Link to a Decision', () => {
  const cases: readonly (readonly [language: string, before: string, after: string])[] = [
    ['typescript', 'function f() {\n  return 1;\n}\n', 'function f() {\n  // ADR-0012\n  return 1;\n}\n'],
    ['python', 'def f():\n    return 1\n', 'def f():\n    # ADR-0012\n    return 1\n'],
    ['sql', 'select 1\nfrom x;\n', 'select 1\n-- ADR-0012\nfrom x;\n'],
    ['css', 'a {\n  color: red;\n}\n', 'a {\n  /* ADR-0012 */\n  color: red;\n}\n'],
    ['html', '<p>\n  text\n</p>\n', '<p>\n  <!-- ADR-0012 -->\n  text\n</p>\n'],
    ['plaintext', 'one\ntwo\n', 'one\nADR-0012\ntwo\n'],
    ['markdown', 'one\ntwo\n', 'one\n[ADR-0012](/docs/adr/0012-use-postgresql-for-the-ledger.md)\ntwo\n'],
  ];
  for (const [language, before, after] of cases) {
    it(`writes the reference as ${language} has it, above the line`, async () => {
      await meridian();
      if (language !== 'plaintext' && language !== 'markdown') await knowsComments(language);
      const document = await vscode.workspace.openTextDocument({ language, content: before });
      const editor = await vscode.window.showTextDocument(document);
      await insertReference(editor, await ledgerRecord(), 'ADR-0012', 1);
      equal(document.getText(), after);
    });
  }

  const breaking: readonly (readonly [what: string, language: string, before: string, above: number, after: string])[] =
    [
      ['below the name of an interpreter', 'shellscript', '#!/bin/sh\nls\n', 0, '#!/bin/sh\n# ADR-0012\nls\n'],
      ['below the name of an interpreter alone', 'shellscript', '#!/bin/sh', 0, '#!/bin/sh\n# ADR-0012'],
      [
        'in the comments of the language inside another',
        'javascriptreact',
        'const a = (\n  <p>\n    text\n  </p>\n);\n',
        2,
        'const a = (\n  <p>\n    {/* ADR-0012 */}\n    text\n  </p>\n);\n',
      ],
    ];
  for (const [what, language, before, above, after] of breaking) {
    it(`regression: writes ${what}, in one undo`, async () => {
      await meridian();
      await knowsComments(language);
      const document = await vscode.workspace.openTextDocument({ language, content: before });
      const editor = await vscode.window.showTextDocument(document);
      const record = await ledgerRecord();
      // The signs of the inner language are read after its first lines were seen.
      while ((await insertReference(editor, record, 'ADR-0012', above)) === 'unknown')
        equal(document.getText(), before);
      equal(document.getText(), after);
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), before);
    });
  }

  it('regression: writes nothing into code in a language that the editor has no comment signs for', async () => {
    await meridian();
    const before = 'topic "orders" {\n  name = "orders"\n}\n';
    await writeSample('infra/one.unheardof', before);
    try {
      const code = await openSample('infra/one.unheardof');
      equal(code.languageId, 'plaintext');
      const editor = await vscode.window.showTextDocument(code);
      equal(await insertReference(editor, await ledgerRecord(), 'ADR-0012', 1), 'unknown');
      equal(code.getText(), before);
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await deleteSample('infra/one.unheardof');
    }
  });

  it('regression: says of a read-only document that nothing was written into it', async () => {
    await meridian();
    for (const path of ['src/locked.ts', 'notes/locked.md']) {
      await writeSample(path, 'one\ntwo\n');
      try {
        const document = await openSample(path);
        await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
        const editor = await vscode.window.showTextDocument(document);
        equal(await insertReference(editor, await ledgerRecord(), 'ADR-0012', 1), 'refused', path);
        equal(document.getText(), 'one\ntwo\n');
      } finally {
        await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        await deleteSample(path);
      }
    }
  });

  it('regression: says so where its trial cannot be taken out again', async () => {
    await meridian();
    await writeSample('infra/two.unheardof', 'topic "orders" {\n}\n');
    try {
      const code = await openSample('infra/two.unheardof');
      const shown = await vscode.window.showTextDocument(code);
      const editor = withMethods(shown, { edit: async () => false });
      equal(await insertReference(editor, await ledgerRecord(), 'ADR-0012', 1), 'left');
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await deleteSample('infra/two.unheardof');
    }
  });

  it('cites above the selection as code here does, and adds a file to the scope of a record, each in one undo', async () => {
    const api = await meridian();
    const path = 'docs/adr/0000-own-the-ledger.md';
    const text = '---\nstatus: accepted\n---\n# Own the ledger\n\n## Decision\n\nWe own it.\n';
    await writeSample(path, text);
    const folder = api.projects.folders[0]?.folder.uri.toString() ?? '';
    await until(() => api.projects.find(folder, path) !== undefined, api.projects.onDidChange);
    const record = await vscode.workspace.openTextDocument(sampleUri(path));
    const code = await openSample('ledger/balance.ts');
    const before = code.getText();
    const link = async (way: RegExp) => {
      const editor = await vscode.window.showTextDocument(code);
      editor.selection = new vscode.Selection(9, 2, 11, 1);
      const pick = async (items: readonly vscode.QuickPickItem[]) =>
        items.find(({ label }) => way.test(label)) ?? items.find(({ label }) => label.startsWith('ADR-0000'));
      await withEditor(vscode.window, { showQuickPick: pick }, () =>
        vscode.commands.executeCommand(commands.linkToDecision),
      );
    };
    await link(/Comment/);
    match(code.lineAt(9).text, /^\s*\/\/ ADR-0000$/);
    await vscode.commands.executeCommand('undo');
    equal(code.getText(), before);
    await link(/Scope/);
    equal(record.getText(), text.replace('accepted\n', 'accepted\nscope:\n  - ledger/balance.ts\n'));
    await vscode.commands.executeCommand('undo');
    equal(record.getText(), text);
    await deleteSample(path);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('adds a file to the scope of one of several records in a file, in one undo', async () => {
    const api = await meridian();
    const path = 'docs/DECISIONS.md';
    const text =
      '# Decisions\n\n## ADR-0901: Use Go\n\n- Status: Accepted\n\n## ADR-0902: Use gRPC\n\n- Status: Accepted\n';
    await writeSample(path, text);
    const folder = api.projects.folders[0]?.folder.uri.toString() ?? '';
    await until(() => api.projects.find(folder, `${path}#adr-0901-use-go`) !== undefined, api.projects.onDidChange);
    try {
      const log = await vscode.workspace.openTextDocument(sampleUri(path));
      await openSample('ledger/balance.ts');
      const pick = async (items: readonly vscode.QuickPickItem[]) =>
        items.find(({ label }) => /Scope/.test(label)) ?? items.find(({ label }) => label.startsWith('ADR-0901'));
      await withEditor(vscode.window, { showQuickPick: pick }, () =>
        vscode.commands.executeCommand(commands.linkToDecision),
      );
      equal(log.getText(), text.replace('Accepted\n', 'Accepted\n- Scope: `ledger/balance.ts`\n'));
      await vscode.commands.executeCommand('undo');
      equal(log.getText(), text);
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await deleteSample(path);
    }
  });

  it('cites above the symbol around the cursor, in one undo', async () => {
    await meridian();
    const before = '\nclass Ledger {\n  post(): number {\n    return 1;\n  }\n}\n';
    await writeSample('src/one-symbol.ts', before);
    const symbols = vscode.languages.registerDocumentSymbolProvider(
      { scheme: 'file', pattern: '**/one-symbol.ts' },
      {
        provideDocumentSymbols: () => {
          const range = (first: number, last: number) => new vscode.Range(first, 2, last, 3);
          const kind = vscode.SymbolKind;
          const post = new vscode.DocumentSymbol('post', '', kind.Method, range(2, 4), range(2, 2));
          const ledger = new vscode.DocumentSymbol('Ledger', '', kind.Class, range(1, 5), range(1, 1));
          ledger.children = [post];
          return [ledger];
        },
      },
    );
    try {
      const code = await openSample('src/one-symbol.ts');
      const editor = await vscode.window.showTextDocument(code);
      editor.selection = new vscode.Selection(3, 6, 3, 6);
      const pick = async (items: readonly vscode.QuickPickItem[]) =>
        items.find(({ label }) => /Comment/.test(label)) ?? items.find(({ label }) => label.startsWith('ADR-0012'));
      await withEditor(vscode.window, { showQuickPick: pick }, () =>
        vscode.commands.executeCommand(commands.linkToDecision),
      );
      equal(code.getText(), before.replace('  post', '  // ADR-0012\n  post'));
      await vscode.commands.executeCommand('undo');
      equal(code.getText(), before);
    } finally {
      symbols.dispose();
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await deleteSample('src/one-symbol.ts');
    }
  });

  // The walkthrough offers the command, and is no file.
  it('says what to open where no file of the workspace is in front', async () => {
    await meridian();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const said: string[] = [];
    const clicks = (sentence: string): undefined => void said.push(sentence);
    await asPerson({ clicks, token: '' }, async () => vscode.commands.executeCommand(commands.linkToDecision));
    equal(said.length, 1);
    match(said[0] ?? '', /^Open a file of this workspace/);
  });
});

function withMethods(editor: vscode.TextEditor, methods: Partial<vscode.TextEditor>): vscode.TextEditor {
  return {
    ...methods,
    document: editor.document,
    insertSnippet: editor.insertSnippet.bind(editor),
  } as vscode.TextEditor;
}

async function ledgerRecord(): Promise<DocRecord> {
  const { projects } = await meridian();
  const folder = projects.folders[0]?.folder.uri.toString() ?? '';
  const placed = projects.find(folder, 'docs/adr/0012-use-postgresql-for-the-ledger.md');
  ok(placed);
  return placed.record;
}

/** The editor reads a language's comment signs after its first document has opened, and says nothing when it has. */
async function knowsComments(language: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language });
  const editor = await vscode.window.showTextDocument(document);
  while (document.getText() === '') {
    const signs = new vscode.SnippetString()
      .appendVariable('LINE_COMMENT', '')
      .appendVariable('BLOCK_COMMENT_START', '');
    await editor.insertSnippet(signs);
  }
}
