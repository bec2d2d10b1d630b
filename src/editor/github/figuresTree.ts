import { EventEmitter, l10n, ThemeIcon, type TreeDataProvider, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import { joinParts } from '../../core/text/compareText';
import type { Boundary } from '../host/boundary';
import { commands } from '../host/ids';
import { figureText, figureWords, periodText, weekText } from './figureWords';
import { type FigureRow, type FigureWeek, plot } from './model/figureRows';

export type FigureNode = ({ readonly type: 'figure' } & FigureRow) | ({ readonly type: 'week' } & FigureWeek) | Action;

/** What a person can do where there are no figures. */
type Action =
  | { readonly type: 'sign-in' | 'try-again'; readonly label: string }
  /** A page of the forge, checked. */
  | { readonly type: 'page'; readonly label: string; readonly page: string };

/** The rows of the view Team Outcomes: a figure with its plot, and below it the weeks in words. */
export class FiguresTree implements TreeDataProvider<FigureNode> {
  private readonly changed = new EventEmitter<undefined>();
  private rows: readonly FigureNode[] = [];
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly boundary: Boundary) {}

  show(rows: readonly FigureNode[]): void {
    this.rows = rows;
    this.changed.fire(undefined);
  }

  getChildren(node?: FigureNode): FigureNode[] {
    return this.boundary.provider('Team Outcomes', [], (): FigureNode[] => {
      if (!node) return [...this.rows];
      return node.type === 'figure' ? node.weeks.map((week) => ({ type: 'week', ...week })) : [];
    })();
  }

  getTreeItem(node: FigureNode): TreeItem {
    if (node.type === 'figure') return figureItem(node);
    return node.type === 'week' ? weekItem(node) : actionItem(node);
  }

  dispose(): void {
    this.changed.dispose();
  }
}

function figureItem(row: FigureRow): TreeItem {
  const { label, name, icon, meaning } = figureWords(row);
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  const text = figureText(row);
  item.id = row.key;
  item.description = joinParts([text, plot(row.weeks.map(({ value }) => value))], ' ');
  item.iconPath = new ThemeIcon(icon);
  const counted = row.value === null ? '' : l10n.t('Counted from {0} changes of the last 30 days.', row.cases);
  item.tooltip = joinParts([`${name}: ${text}`, meaning, counted], '\n');
  // The plot in words: its characters would be read one by one.
  item.accessibilityInformation = {
    label: l10n.t('{0}: {1}. By week: {2}', name, text, row.weeks.map((week) => weekText(week)).join(', ')),
  };
  return item;
}

function weekItem(week: FigureWeek): TreeItem {
  const item = new TreeItem(periodText(week.period), TreeItemCollapsibleState.None);
  item.id = `${week.row} ${week.period.start}`;
  item.description = weekText(week);
  item.tooltip = l10n.t('{0} merged', week.merged);
  return item;
}

function actionItem(action: Action): TreeItem {
  const item = new TreeItem(action.label, TreeItemCollapsibleState.None);
  const [icon, command, ...args] = actionParts(action);
  item.iconPath = new ThemeIcon(icon);
  item.command = { title: action.label, command, arguments: args };
  return item;
}

function actionParts(action: Action): readonly [icon: string, command: string, ...args: Uri[]] {
  if (action.type === 'page') return ['link-external', 'vscode.open', Uri.parse(action.page, true)];
  return action.type === 'sign-in' ? ['sign-in', commands.signInToGitHub] : ['refresh', commands.refreshFigures];
}
