import { window } from 'vscode';

/** Asks before a command that a person has just run does something that others will see. @returns whether to go on */
export async function confirm(question: string, detail: string, action: string): Promise<boolean> {
  return (await choose(question, detail, action)) === action;
}

/** As `confirm`, where there is more than one way to go on. @returns the chosen one, or undefined for none */
export async function choose(
  question: string,
  detail: string,
  ...actions: readonly string[]
): Promise<string | undefined> {
  return window.showInformationMessage(question, { modal: true, detail }, ...actions);
}
