import * as vscode from 'vscode';
import { withEditor } from './withEditor';

/** A user who is signed in and clicks. The editor shows no dialogs to tests, and signing in needs a browser. */
export interface Person {
  /** Which of the buttons below a sentence they click; undefined for none. */
  readonly clicks: (sentence: string, buttons: readonly string[]) => string | undefined;
  readonly token: string;
}

/** Answers the editor's messages and questions for a session in a person's place, for as long as the work lasts. */
export async function asPerson<T>({ clicks, token }: Person, work: () => Promise<T>): Promise<T> {
  const session = { id: '1', accessToken: token, account: { id: '1', label: 'ann' }, scopes: ['repo'] };
  const show = async (sentence: string, ...rest: readonly unknown[]) => {
    return clicks(
      sentence,
      rest.filter((button) => typeof button === 'string'),
    );
  };
  return withEditor(vscode.window, { showInformationMessage: show }, () =>
    withEditor(vscode.authentication, { getSession: async () => session }, work),
  );
}
