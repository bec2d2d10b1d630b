import * as vscode from 'vscode';

const replaced = new Map<object, PropertyDescriptorMap>();

function replace<T extends object, K extends keyof T & string>(target: T, key: K, value: T[K]): void {
  const before = Object.getOwnPropertyDescriptor(target, key) ?? {};
  replaced.set(target, { [key]: before, ...replaced.get(target) });
  Object.defineProperty(target, key, { ...before, value });
}

/** Gives back what the editor has of its own. */
export function restoreEditor(): void {
  for (const [target, descriptors] of replaced) Object.defineProperties(target, descriptors);
  replaced.clear();
}

/**
 * Stands in for the editor's own sign-in, whose dialogs no test can click: who is signed in, and what was asked for
 * without `silent`. A provider of the test's own would not do: the editor lets an extension use it only after a click.
 */
export class GitHubAccount {
  name: string | null = null;
  readonly clicks: vscode.AuthenticationGetSessionOptions[] = [];

  constructor() {
    const getSession = async (
      _provider: string,
      scopes: readonly string[],
      options: vscode.AuthenticationGetSessionOptions = {},
    ) => {
      if (!options.silent) {
        this.clicks.push(options);
        this.name = 'ann';
      }
      const { name } = this;
      if (name === null) return undefined;
      return { id: name, accessToken: `token of ${name}`, account: { id: name, label: name }, scopes };
    };
    replace(vscode.authentication, 'getSession', getSession as typeof vscode.authentication.getSession);
  }
}

/** Chooses this action of each message, and takes these answers of input boxes, in turn. @returns the messages */
export function answeringWith(action: string | null, typed: readonly string[] = []): readonly string[] {
  const said: string[] = [];
  const left = [...typed];
  const show = async (message: string, ...rest: readonly unknown[]) => {
    const [first] = rest;
    const detail = typeof first === 'object' && first !== null && 'detail' in first ? ` | ${String(first.detail)}` : '';
    said.push(`${message}${detail}`);
    return rest.find((item) => item === action);
  };
  replace(vscode.window, 'showInformationMessage', show as typeof vscode.window.showInformationMessage);
  replace(vscode.window, 'showInputBox', (async () => left.shift()) as typeof vscode.window.showInputBox);
  return said;
}
