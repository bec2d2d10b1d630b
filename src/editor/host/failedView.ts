import { type Disposable, l10n, ThemeIcon, type TreeDataProvider, TreeItem, window } from 'vscode';
import type { Contexts } from './contexts';
import { loadSentence } from './failureWords';
import { type CommandId, type ContextKey, commands, type ViewId } from './ids';

interface Action {
  readonly label: string;
  readonly icon: string;
  readonly command: CommandId;
}

/**
 * Stands in for the tree of a feature that could not be loaded: says why, and offers what a person can do.
 * @param state is set to `failed`: the `when` clause of a view that is hidden while empty shows it then
 */
export function failedView(id: ViewId, state: ContextKey, contexts: Contexts): (error: unknown) => Disposable {
  return (error) => {
    contexts.set(state, 'failed');
    const actions: Action[] = [
      { label: l10n.t('Try Again'), icon: 'refresh', command: commands.refresh },
      { label: l10n.t('Show Log'), icon: 'output', command: commands.showLog },
    ];
    const treeDataProvider: TreeDataProvider<Action> = { getChildren: () => actions, getTreeItem: actionItem };
    const view = window.createTreeView(id, { treeDataProvider });
    view.message = loadSentence(error);
    return view;
  };
}

function actionItem({ label, icon, command }: Action): TreeItem {
  const item = new TreeItem(label);
  item.iconPath = new ThemeIcon(icon);
  item.command = { command, title: label };
  return item;
}
