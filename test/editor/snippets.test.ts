import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import commits from '../../snippets/commits.json';
import decisions from '../../snippets/decisions.json';
import messages from '../../snippets/messages.json';
import pullRequests from '../../snippets/pull-requests.json';
import runbooks from '../../snippets/runbooks.json';
import team from '../../snippets/team.json';
import { type ExpandedSnippet, expandSnippet, parseSnippet, sampleVariables } from '../unit/support/snippetBody';
import { until } from './support/meridian';

interface Written {
  readonly prefix: string;
  readonly body: readonly string[];
}
type Language = 'markdown' | 'git-commit' | 'scminput';

const { onDidChangeTextEditorSelection } = vscode.window;
const inMarkdown: Readonly<Record<string, Written>> = {
  ...pullRequests,
  ...messages,
  ...decisions,
  ...runbooks,
  ...team,
};
const byLanguage: readonly (readonly [Language, Readonly<Record<string, Written>>])[] = [
  ['markdown', inMarkdown],
  ['git-commit', commits],
  ['scminput', commits],
];

async function open(language: Language, content = ''): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

/** What is to be expected in that editor, but for the digits of the time. */
function expected({ body }: Written, { document }: vscode.TextEditor, selected = ''): ExpandedSnippet {
  const name = document.uri.path.split('/').at(-1) ?? '';
  return expandSnippet(parseSnippet(body.join('\n')), { ...sampleVariables(name), TM_SELECTED_TEXT: selected });
}

/** The clock that ran on between a snippet and its test. */
function withoutTime(text: string): string {
  return text.replace(/\d/g, '0').replace(/(?<=[T ]00:00(?::00| UTC))[+-]/g, '+');
}

async function typeText(text: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text });
}

describe('snippets', () => {
  /** Whether the test that runs has been given up: what it repeats must not go on beside the next one. */
  let isOver = false;
  beforeEach(() => {
    isOver = false;
  });
  afterEach(async () => {
    isOver = true;
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('are for languages that are there', async () => {
    const languages = await vscode.languages.getLanguages();
    deepEqual(
      byLanguage.filter(([language]) => !languages.includes(language)).map(([language]) => language),
      [],
    );
  });

  for (const [language, snippets] of byLanguage) {
    for (const [name, snippet] of Object.entries(snippets)) {
      it(`${snippet.prefix} in ${language} leads from stop to stop and ends after the last`, async () => {
        const editor = await open(language);
        await vscode.commands.executeCommand('editor.action.insertSnippet', { name, langId: language });
        const { text, stops } = expected(snippet, editor);
        equal(withoutTime(editor.document.getText()), withoutTime(text));
        for (const { index, offset, text: prompt } of stops) {
          const start = editor.document.positionAt(offset);
          const wanted = new vscode.Selection(start, editor.document.positionAt(offset + prompt.length));
          const isThere = () => editor.selection.isEqual(wanted);
          await until(isThere, onDidChangeTextEditorSelection);
          ok(index === 0 || prompt === editor.document.getText(editor.selection), `stop ${index}`);
          if (index > 0) await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
        }
      });
    }
  }

  it('put what was selected into the question', async () => {
    let editor = await open('markdown', 'Error: balance is off');
    // By a command, as the insertion: a selection that is only assigned can arrive after it. The command can come before
    // the window has this document in the editor, and selects in the one before then. A window under load can make the
    // editor anew, so that the former one learns of no selection.
    do {
      editor = await vscode.window.showTextDocument(editor.document);
      await vscode.commands.executeCommand('editor.action.selectAll');
    } while (!isOver && editor.document.getText(editor.selection) !== 'Error: balance is off');
    await vscode.commands.executeCommand('editor.action.insertSnippet', {
      name: 'Meridian: question',
      langId: 'markdown',
    });
    const { text } = expected(messages['Meridian: question'], editor, 'Error: balance is off');
    ok(text.includes('```text\nError: balance is off\n```'));
    equal(editor.document.getText(), text);
  });

  it('write a mirrored stop everywhere while it is typed', async () => {
    const editor = await open('markdown');
    await vscode.commands.executeCommand('editor.action.insertSnippet', {
      name: 'Meridian: handoff',
      langId: 'markdown',
    });
    await typeText('kenji');
    const text = editor.document.getText();
    ok(text.includes('\nto: kenji\n') && text.includes('\n# Handoff to kenji · '), text);
  });

  it('are all offered after the family name, with what each is for', async () => {
    for (const [language, snippets] of byLanguage) {
      const editor = await open(language, 'mer-');
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        new vscode.Position(0, 4),
      );
      const ours = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet).map(labelOf);
      const wanted = Object.values(snippets).map(({ prefix }) => prefix);
      deepEqual(ours.filter((label) => label.startsWith('mer-')).sort(), wanted.sort());
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('are found by their own word too, and inserted in place of it', async () => {
    const editor = await open('markdown', 'madr');
    const end = new vscode.Position(0, 4);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      end,
    );
    const item = list.items.find((each) => labelOf(each) === 'mer-adr-madr');
    ok(item?.insertText instanceof vscode.SnippetString && item.range, list.items.map(labelOf).join());
    const range = item.range instanceof vscode.Range ? item.range : item.range.inserting;
    deepEqual([range.start.character, range.end.character], [0, end.character]);
    ok(await editor.insertSnippet(item.insertText, range));
    const { text } = expected(decisions['Meridian: decision (MADR 4, short)'], editor);
    equal(withoutTime(editor.document.getText()), withoutTime(text));
  });
});

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}
