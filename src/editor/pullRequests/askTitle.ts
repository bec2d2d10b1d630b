import { l10n, window } from 'vscode';

/** GitHub takes no longer ones. */
const longestTitle = 256;

/** @param before what to begin with. @returns one line, or undefined where the person left */
export async function askTitle(question: string, before: string): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title: question,
    prompt: l10n.t('Title'),
    value: before,
    ignoreFocusOut: true,
    validateInput: (value) => {
      if (value.trim() === '') return l10n.t('A pull request needs a title.');
      return value.length > longestTitle ? l10n.t('GitHub takes at most {0} characters.', longestTitle) : undefined;
    },
  });
  return typed?.trim();
}
