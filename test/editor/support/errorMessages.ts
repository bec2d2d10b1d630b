import * as vscode from 'vscode';

/** The error messages that the editor is asked to show while something runs; no test can see or click them. @param click a button */
export async function errorsShown(click: string | null, work: () => Promise<void>): Promise<readonly string[]> {
  const { showErrorMessage } = vscode.window;
  const shown: string[] = [];
  const show = async (sentence: string, ...buttons: readonly unknown[]) => {
    shown.push(`${sentence} [${buttons.join(', ')}]`);
    return buttons.find((button) => button === click);
  };
  Object.assign(vscode.window, { showErrorMessage: show });
  try {
    await work();
  } finally {
    Object.assign(vscode.window, { showErrorMessage });
  }
  return shown;
}
