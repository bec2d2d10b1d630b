import { commands, type DocumentSymbol, type Uri } from 'vscode';
import type { SymbolNode } from './model/symbolPath';

/** Milliseconds. A language server that is still starting may take long, and a person does not wait for a name. */
const symbolsLimit = 5_000;

/** The symbols of a document as a tree; empty where no language server knows them, or none in time. */
export async function symbolsOf(uri: Uri): Promise<readonly SymbolNode[]> {
  const asked = Promise.resolve(
    commands.executeCommand<readonly DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri),
  ).catch(() => undefined);
  const found = await Promise.race([
    asked,
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), symbolsLimit)),
  ]);
  // Older providers give a flat list, which does not say what is within what.
  return (found ?? []).filter((symbol) => Array.isArray(symbol.children));
}
