import {
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import { basename, dirname } from '../../../core/files/paths';
import { recordLabel } from '../../../core/names/series';
import type { Severity } from '../../../core/rules/finding';
import { joinParts } from '../../../core/text/compareText';
import type { Boundary } from '../../host/boundary';
import { Disposables } from '../../host/disposables';
import { findingItems } from '../../host/ids';
import { visibleText } from '../../host/visibleText';
import { uriOf } from '../../workspace/folderPaths';
import type { Projects } from '../../workspace/projects';
import { ruleName } from '../words/ruleNames';
import { rangeOf, ruleSentence } from './findingWords';
import { type FindingGroup, type FindingRow, findingGroups, type Grouping } from './model/findingRows';
import type { WorkspaceFindings } from './workspaceFindings';

export type FindingsNode = FindingGroup | FindingRow;

/** More rows are not read; the line above says so. */
export const mostFindings = 5_000;
/** Groups of fewer rows in all are open from the start. */
const fewRows = 50;

/** The rows of the findings of *Check References*. */
export class FindingsTree implements TreeDataProvider<FindingsNode> {
  private readonly disposables = new Disposables();
  private readonly changed = new EventEmitter<undefined>();
  private groups: readonly FindingGroup[] | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly findings: WorkspaceFindings,
    private readonly projects: Projects,
    private readonly boundary: Boundary,
    private by: Grouping,
  ) {
    this.disposables.add(this.changed);
    this.disposables.add(findings.onDidChange(() => this.rebuild()));
  }

  get grouping(): Grouping {
    return this.by;
  }

  group(grouping: Grouping): void {
    this.by = grouping;
    this.rebuild();
  }

  getChildren(node?: FindingsNode): FindingsNode[] {
    return this.boundary.provider('findings', [], () => {
      if (node !== undefined) return node.type === 'group' ? [...node.rows] : [];
      this.groups ??= findingGroups(this.findings.found.slice(0, mostFindings), this.by);
      return [...this.groups];
    })();
  }

  getParent(node: FindingsNode): FindingsNode | undefined {
    return node.type === 'group' ? undefined : this.groups?.find(({ rows }) => rows.includes(node));
  }

  getTreeItem(node: FindingsNode): TreeItem {
    return node.type === 'group' ? this.groupItem(node) : findingItem(node, this.labelOf(node));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** A record's own label where it has one: its file's name ends before the line and the sentence begin. */
  private labelOf({ folder, finding: { file } }: FindingRow): string {
    const record = this.projects.of(folder)?.view.record(file);
    return (record && recordLabel(record)) ?? visibleText(basename(file), 120);
  }

  private rebuild(): void {
    this.groups = undefined;
    this.changed.fire(undefined);
  }

  private groupItem({ by, rows, severity }: FindingGroup): TreeItem {
    const isOpen = this.findings.found.length <= fewRows;
    const state = isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
    const count = String(rows.length);
    const item = 'rule' in by ? new TreeItem(ruleName(by.rule), state) : this.fileItem(by, state);
    if ('rule' in by) {
      item.id = by.rule;
      item.description = count;
      item.iconPath = icons[severity];
      item.tooltip = joinParts([ruleName(by.rule), by.rule], ' · ');
    } else item.description = joinParts([String(item.description ?? ''), count], ' · ');
    if (rows.some(({ finding }) => finding.fix)) item.contextValue = findingItems.mendableGroup;
    item.accessibilityInformation = { label: l10n.t('{0}, findings: {1}', String(item.label), count) };
    return item;
  }

  private fileItem({ folder, file }: { folder: string; file: string }, state: TreeItemCollapsibleState): TreeItem {
    const item = new TreeItem(visibleText(basename(file), 120), state);
    item.id = `${folder}\n${file}`;
    item.resourceUri = uriOf(Uri.parse(folder), file);
    item.iconPath = ThemeIcon.File;
    const [only, ...others] = this.projects.folders;
    const name = others.length > 0 ? (this.projects.of(folder)?.folder.name ?? '') : '';
    item.description = only ? visibleText(joinParts([name, dirname(file)], '/'), 200) : '';
    return item;
  }
}

/** @param label of its file, or of the record in it */
function findingItem({ folder, finding, grouping }: FindingRow, label: string): TreeItem {
  const { file, span, severity, sentence, fix, code } = finding;
  const said = ruleSentence(sentence);
  const place = `${label}:${span.startLine}`;
  // The line comes first: what ends a row is cut off in a narrow view.
  const item = new TreeItem(grouping === 'file' ? `${span.startLine}: ${said}` : place, TreeItemCollapsibleState.None);
  if (grouping !== 'file') item.description = said;
  item.iconPath = icons[severity];
  item.tooltip = joinParts(
    [said, `${visibleText(file, 300)}:${span.startLine}`, code, fix ? ruleSentence(fix.title) : ''],
    '\n',
  );
  if (fix) item.contextValue = findingItems.mendable;
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Open'),
    arguments: [uriOf(Uri.parse(folder), file), { selection: rangeOf(span) }],
  };
  item.accessibilityInformation = { label: joinParts([severityWord(severity), said, place], ', ') };
  return item;
}

const icons: Readonly<Record<Severity, ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  warning: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  info: new ThemeIcon('info'),
};

function severityWord(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'info':
      return l10n.t('information');
  }
}
