import * as vscode from 'vscode';
import { withEditor } from './withEditor';

/** Runs a command that asks, and answers each question with `key` as soon as it is there. Rejects as the command does. */
async function answering(key: string, command: string, args: readonly unknown[]): Promise<void> {
  let isDone = false;
  const done = () => {
    isDone = true;
  };
  const running = vscode.commands.executeCommand(command, ...args);
  const ended = running.then(done, done);
  // The editor tells no extension when a question is there. The pause leaves the processor to what the command waits for.
  while (!isDone) {
    await vscode.commands.executeCommand(key);
    await new Promise((resume) => setTimeout(resume, 20));
  }
  await ended;
  await running;
}

/** The labels of what a command lets a person pick from; nothing is picked. */
export async function whatIsPicked(run: () => Thenable<unknown>): Promise<readonly string[]> {
  let labels: readonly string[] = [];
  const recording = async (items: readonly vscode.QuickPickItem[]) => {
    labels = items.map(({ label }) => label);
  };
  await withEditor(vscode.window, { showQuickPick: recording }, run);
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
