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

/** The labels of what a command lets a person pick from; nothing is picked. */
export async function whatIsPicked(run: () => Thenable<unknown>): Promise<readonly string[]> {
  const { showQuickPick } = vscode.window;
  let labels: readonly string[] = [];
  const recording = async (items: readonly vscode.QuickPickItem[]) => {
    labels = items.map(({ label }) => label);
  };
  Object.assign(vscode.window, { showQuickPick: recording });
  try {
    await run();
  } finally {
    Object.assign(vscode.window, { showQuickPick });
  }
  return labels;
}

/** Takes what is chosen or typed at first. */
export function accepting(command: string, ...args: readonly unknown[]): Promise<void> {
  return answering('workbench.action.acceptSelectedQuickOpenItem', command, args);
}

/** Leaves the first question. */
export function leaving(command: string, ...args: readonly unknown[]): Promise<void> {
  return answering('workbench.action.closeQuickOpen', command, args);
}
