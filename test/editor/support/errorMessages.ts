import * as vscode from 'vscode';
import { withEditor } from './withEditor';

/** The error messages that the editor is asked to show while something runs; no test can see or click them. @param click a button */
export async function errorsShown(click: string | null, work: () => Promise<void>): Promise<readonly string[]> {
  const shown: string[] = [];
  const show = async (sentence: string, ...buttons: readonly unknown[]) => {
    shown.push(`${sentence} [${buttons.join(', ')}]`);
    return buttons.find((button) => button === click);
  };
  await withEditor(vscode.window, { showErrorMessage: show }, work);
  return shown;
}
