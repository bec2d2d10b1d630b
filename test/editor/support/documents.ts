import { ok } from 'node:assert/strict';
import * as vscode from 'vscode';

/** The document that a person has in front of them. */
export function inFront(): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  ok(document, 'no document is in front');
  return document;
}

/** Meridian's own diagnostics in it. */
export function marks(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Meridian');
}

/** What its code lenses say. */
export async function lensTitles(document: vscode.TextDocument): Promise<readonly string[]> {
  return (await lensCommands(document)).map(({ title }) => title);
}

/** What its code lenses give to their commands, all of it. */
export async function lensArguments(document: vscode.TextDocument): Promise<readonly unknown[]> {
  return (await lensCommands(document)).flatMap((command) => command.arguments ?? []);
}

async function lensCommands(document: vscode.TextDocument): Promise<readonly vscode.Command[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return lenses.flatMap(({ command }) => command ?? []);
}

/** Takes back what was typed in it and not saved, by whichever test. */
export async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** Closes it, without a question. */
export async function close(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
