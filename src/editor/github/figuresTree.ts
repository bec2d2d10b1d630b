import { EventEmitter, l10n, ThemeIcon, type TreeDataProvider, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { OutcomeFigures } from '../../core/forge/figures';
import { joinParts } from '../../core/text';
import type { Boundary } from '../boundary';
import { figureText, figureWords, periodText, weekText } from './figureWords';
import { type FigureRow, type FigureWeek, figureRows, plot } from './model/figureRows';

export type FigureNode = ({ readonly type: 'figure' } & FigureRow) | ({ readonly type: 'week' } & FigureWeek);

/** The rows of the view Team Outcomes: a figure with its plot, and below it the weeks in words. */
export class FiguresTree implements TreeDataProvider<FigureNode> {
  private readonly changed = new EventEmitter<undefined>();
  private figures: OutcomeFigures | null = null;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly boundary: Boundary) {}

  show(figures: OutcomeFigures | null): void {
    this.figures = figures;
    this.changed.fire(undefined);
  }

  getChildren(node?: FigureNode): FigureNode[] {
    return this.boundary.sync<[], FigureNode[]>('Team Outcomes', [], () => {
      if (node?.type === 'figure') return node.weeks.map((week) => ({ type: 'week', ...week }));
      if (node || !this.figures) return [];
      return figureRows(this.figures).map((row) => ({ type: 'figure', ...row }));
    })();
  }

  getTreeItem(node: FigureNode): TreeItem {
    return node.type === 'figure' ? figureItem(node) : weekItem(node);
  }

  dispose(): void {
    this.changed.dispose();
  }
}

function figureItem(row: FigureRow): TreeItem {
  const { label, name, icon, meaning } = figureWords(row.key);
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  const text = figureText(row);
  item.id = row.key;
  item.description = row.value === null ? text : `${text} ${plot(row.weeks.map(({ value }) => value))}`;
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
