import * as vscode from 'vscode';

/** A user who is signed in and clicks. The editor shows no dialogs to tests, and signing in needs a browser. */
export interface Person {
  /** Which of the buttons below a sentence they click; undefined for none. */
  readonly clicks: (sentence: string, buttons: readonly string[]) => string | undefined;
  readonly token: string;
}

/** Answers the editor's messages and questions for a session in a person's place, for as long as the work lasts. */
export async function asPerson<T>({ clicks, token }: Person, work: () => Promise<T>): Promise<T> {
  const { showInformationMessage } = vscode.window;
  const { getSession } = vscode.authentication;
  const session = { id: '1', accessToken: token, account: { id: '1', label: 'ann' }, scopes: ['repo'] };
  const show = async (sentence: string, ...rest: readonly unknown[]) => {
    return clicks(
      sentence,
      rest.filter((button) => typeof button === 'string'),
    );
  };
  Object.assign(vscode.window, { showInformationMessage: show });
  Object.assign(vscode.authentication, { getSession: async () => session });
  try {
    return await work();
  } finally {
    Object.assign(vscode.window, { showInformationMessage });
    Object.assign(vscode.authentication, { getSession });
  }
}
