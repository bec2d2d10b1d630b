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
import type { Severity } from '../../../core/rules/finding';
import type { RuleCode } from '../../../core/rules/sentences';
import { joinParts } from '../../../core/text/compareText';
import { wordsIn } from '../../../core/text/wordsIn';
import type { Boundary } from '../../host/boundary';
import { Disposables } from '../../host/disposables';
import { findingItems } from '../../host/ids';
import { visibleEnds, visibleText } from '../../host/visibleText';
import { uriOf } from '../../workspace/folderPaths';
import type { Projects } from '../../workspace/projects';
import { ruleName } from '../words/ruleNames';
import { rangeOf, ruleSentence } from './findingWords';
import {
  type FileKey,
  type FindingGroup,
  type FindingRow,
  findingGroups,
  type Grouping,
  type PlacedFinding,
  rowsIn,
  uniqueLabels,
} from './model/findingRows';
import type { WorkspaceFindings } from './workspaceFindings';

export type FindingsNode = FindingGroup | FindingRow;

/** The most findings that the tree shows; the line above it says so. */
export const mostFindings = 5_000;
/** Groups are expanded from the start where there are at most this many findings. */
const fewRows = 50;
/** The longest file name, in characters, that leaves room for the number of findings in a sidebar of 250 pixels. */
const longestName = 24;

/** The rows of the findings of *Check References*. */
export class FindingsTree implements TreeDataProvider<FindingsNode> {
  private readonly disposables = new Disposables();
  private readonly changed = new EventEmitter<undefined>();
  private readonly stale = new EventEmitter<undefined>();
  /** Whether the editor has asked for rows since the last change: only then does it have rows to ask for again. */
  private isAsked = false;
  private words = '';
  private passing: readonly PlacedFinding[] | undefined;
  readonly onDidChange = this.changed.event;
  readonly onDidChangeTreeData = this.stale.event;

  constructor(
    private readonly findings: WorkspaceFindings,
    private readonly projects: Projects,
    private readonly boundary: Boundary,
    private by: Grouping,
  ) {
    this.disposables.add(this.changed);
    this.disposables.add(this.stale);
    this.disposables.add(
      findings.onDidChange(() => {
        // Once the findings are closed, their filter is dropped.
        if (!findings.hasRun) this.words = '';
        this.rebuild();
      }),
    );
  }

  get grouping(): Grouping {
    return this.by;
  }

  group(grouping: Grouping): void {
    this.by = grouping;
    this.rebuild();
  }

  /** Words that each shown finding must have: in its file, its rule or its sentence. */
  get filter(): string {
    return this.words;
  }

  filterBy(words: string): void {
    this.words = words.trim();
    this.rebuild();
  }

  /** The findings that pass the filter. The list is kept until they change, since each row asks for its length. */
  get shown(): readonly PlacedFinding[] {
    this.passing ??= this.words === '' ? this.findings.found : this.findings.found.filter(this.withWords());
    return this.passing;
  }

  getChildren(node?: FindingsNode): FindingsNode[] {
    return this.boundary.provider('findings', [], () => {
      if (node !== undefined) return node.type === 'group' ? [...rowsIn(node)] : [];
      this.isAsked = true;
      return [...findingGroups(this.shown.slice(0, mostFindings), this.by)];
    })();
  }

  getTreeItem(node: FindingsNode): TreeItem {
    if (node.type === 'group') return this.groupItem(node);
    return findingItem(node, this.labelOf(node.folder, node.finding.file));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /**
   * The label of a record where no other record in its directory has it: it is shorter than the file's name. Else that
   * name.
   */
  private labelOf(folder: string, file: string): string {
    const view = this.projects.of(folder)?.view;
    const label = view && uniqueLabels(view.records()).get(file);
    return label ?? visibleText(basename(file), 120);
  }

  private withWords(): (placed: PlacedFinding) => boolean {
    const hasWords = wordsIn(this.words);
    return ({ folder, finding: { file, code, sentence, severity } }) => {
      const label = this.labelOf(folder, file);
      return hasWords([file, label, code, ruleName(code), ruleSentence(sentence), severityWord(severity)]);
    };
  }

  /**
   * The editor remembers by id that a row is collapsed. With a filter the ids differ, so that rows collapsed before are
   * open.
   */
  private idOf(key: string): string {
    return this.words === '' ? key : `filtered ${key}`;
  }

  /**
   * The editor drops its rows a moment after the event, even those that it asked for in between: the groups of a view
   * that was just shown would stay empty. So the event fires only where the editor has rows.
   */
  private rebuild(): void {
    this.passing = undefined;
    this.changed.fire(undefined);
    if (!this.isAsked) return;
    this.isAsked = false;
    this.stale.fire(undefined);
  }

  private groupItem({ by, rows, severity }: FindingGroup): TreeItem {
    const isOpen = this.shown.length <= fewRows;
    const state = isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
    const count = String(rows.length);
    const name = 'rule' in by ? ruleName(by.rule) : this.labelOf(by.folder, by.file);
    const item = 'rule' in by ? this.ruleItem(by.rule, name, severity) : this.fileItem(by, name);
    item.collapsibleState = state;
    item.description = joinParts([count, 'rule' in by ? '' : this.directoryOf(by)], ' · ');
    if (rows.some(({ finding }) => finding.fix)) item.contextValue = findingItems.mendableGroup;
    item.accessibilityInformation = { label: l10n.t('{0}, findings: {1}', name, count) };
    return item;
  }

  private ruleItem(rule: RuleCode, name: string, severity: Severity): TreeItem {
    const item = new TreeItem(name);
    item.id = this.idOf(rule);
    item.iconPath = icons[severity];
    item.tooltip = joinParts([name, rule], ' · ');
    return item;
  }

  private fileItem({ folder, file, of }: FileKey, name: string): TreeItem {
    const item = new TreeItem(visibleEnds(name, longestName));
    item.id = this.idOf(joinParts([of ?? '', folder, file], '\n'));
    item.resourceUri = uriOf(Uri.parse(folder), file);
    item.iconPath = ThemeIcon.File;
    item.tooltip = visibleText(file, 300);
    return item;
  }

  /** The directory of a file, with its workspace folder where the window has several. */
  private directoryOf({ folder, file }: FileKey): string {
    const { folders } = this.projects;
    const name = folders.length > 1 ? (this.projects.of(folder)?.folder.name ?? '') : '';
    return folders.length > 0 ? visibleText(joinParts([name, dirname(file)], '/'), 200) : '';
  }
}

/** @param label the name of the finding's file, or the label of its record */
function findingItem({ folder, finding, isWeighed = false }: FindingRow, label: string): TreeItem {
  const { file, span, severity, sentence, fix, code } = finding;
  const said = ruleSentence(sentence);
  const place = `${label}:${span.startLine}`;
  // The line comes first, since a narrow view cuts off the end of a row.
  const item = new TreeItem(`${span.startLine}: ${said}`, TreeItemCollapsibleState.None);
  // For the same reason the row has no icon where its group shows the same severity.
  if (!isWeighed) item.iconPath = icons[severity];
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
