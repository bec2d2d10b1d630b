import * as vscode from 'vscode';

/** Runs a command that asks, and answers each question with `key` as soon as it is there. */
async function answering(key: string, command: string, args: readonly unknown[]): Promise<void> {
  let isDone = false;
  const done = vscode.commands.executeCommand(command, ...args).then(() => {
    isDone = true;
  });
  while (!isDone) await vscode.commands.executeCommand(key);
  await done;
}

/** Takes what is chosen or typed at first. */
export function accepting(command: string, ...args: readonly unknown[]): Promise<void> {
  return answering('workbench.action.acceptSelectedQuickOpenItem', command, args);
}

/** Leaves the first question. */
export function leaving(command: string, ...args: readonly unknown[]): Promise<void> {
  return answering('workbench.action.closeQuickOpen', command, args);
}
