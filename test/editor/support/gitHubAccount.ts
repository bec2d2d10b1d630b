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

/** Chooses these actions of messages, and takes these answers of input boxes, in turn. @returns the messages */
export function answeringWith(
  actions: string | readonly string[] | null,
  typed: readonly string[] = [],
): readonly string[] {
  const said: string[] = [];
  const left = [...typed];
  const show = async (message: string, ...rest: readonly unknown[]) => {
    const [first] = rest;
    const detail = typeof first === 'object' && first !== null && 'detail' in first ? ` | ${String(first.detail)}` : '';
    said.push(`${message}${detail}`);
    return rest.find((item) => typeof item === 'string' && [actions].flat().includes(item));
  };
  replace(vscode.window, 'showInformationMessage', show as typeof vscode.window.showInformationMessage);
  replace(vscode.window, 'showInputBox', (async () => left.shift()) as typeof vscode.window.showInputBox);
  return said;
}

/** Stands in for the progress of what runs next, whose button no test can click. @returns what that button does */
export function stopping(): () => void {
  const source = new vscode.CancellationTokenSource();
  const withProgress: typeof vscode.window.withProgress = (_options, work) =>
    work({ report: () => undefined }, source.token);
  replace(vscode.window, 'withProgress', withProgress);
  return () => source.cancel();
}
