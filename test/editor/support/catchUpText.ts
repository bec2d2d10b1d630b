import * as vscode from 'vscode';
import { CatchUpPage } from '../../../src/editor/handoffs/catchUpPage';
import { until } from './meridian';

/** What Catch Me Up shows; empty where its page is not open. */
function catchUpText(): string {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === CatchUpPage.uri.scheme)?.getText() ?? '';
}

/** The editor lets a document go that no text editor shows: then it opens once more, and does not change. */
const textOpensOrChanges: vscode.Event<unknown> = (listener) =>
  vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(listener),
    vscode.workspace.onDidChangeTextDocument(listener),
  );

/** Runs the command, and gives its page once that has what is expected: it comes to the front before it is read. */
export async function caughtUp(expected: RegExp): Promise<string> {
  await vscode.commands.executeCommand('meridian.catchMeUp');
  await until(() => expected.test(catchUpText()), textOpensOrChanges);
  return catchUpText();
}
