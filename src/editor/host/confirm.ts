import { window } from 'vscode';

/** Asks before something that others will see; a person has just asked for it. @returns whether to go on */
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
