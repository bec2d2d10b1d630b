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
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return lenses.map(({ command }) => command?.title ?? '');
}
