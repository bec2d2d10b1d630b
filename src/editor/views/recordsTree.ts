import {
  EventEmitter,
  l10n,
  type ProviderResult,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import { isRetired } from '../../core/records/succession';
import { joinParts } from '../../core/text';
import type { Boundary } from '../boundary';
import { commands, recordItem } from '../ids';
import { problemText } from '../words/problemWords';
import { dateText, kindName, recordName, spokenRecord } from '../words/recordWords';
import { hasStatus, statusIcon, statusWord } from '../words/statusWords';
import { visibleText } from '../words/visibleText';
import type { PlacedRecord, Projects } from '../workspace/projects';
import type { RecordOrder } from './model/recordOrder';
import { noFilter, type RecordsFilter } from './model/recordsFilter';
import {
  type GroupNode,
  type GroupTitle,
  type MoreNode,
  type RecordEntry,
  type RecordNode,
  RecordsModel,
  type RecordsNode,
  sameEntries,
} from './model/recordsModel';
import { recordTooltip } from './recordTooltip';
import { retiredUri } from './retiredRows';

/** The rows of Records. Its model is made when it is first asked after a change. */
export class RecordsTree implements TreeDataProvider<RecordsNode> {
  private readonly changed = new EventEmitter<RecordsNode | undefined>();
  private entries: readonly RecordEntry[] = [];
  private current: RecordsModel | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly projects: Projects,
    private readonly boundary: Boundary,
    private shownFilter: RecordsFilter = noFilter,
    private shownOrder: RecordOrder = 'id',
  ) {}

  get filter(): RecordsFilter {
    return this.shownFilter;
  }

  get order(): RecordOrder {
    return this.shownOrder;
  }

  get model(): RecordsModel {
    this.current ??= new RecordsModel(this.entries, this.shownFilter, this.shownOrder);
    return this.current;
  }

  setFilter(filter: RecordsFilter): void {
    this.shownFilter = filter;
    this.rebuild();
  }

  setOrder(order: RecordOrder): void {
    this.shownOrder = order;
    this.rebuild();
  }

  /** Takes over the records as they are now. */
  refresh(): void {
    const placed = this.projects.records();
    const entries = placed.map(({ folder, record }) => ({
      folder: folder.uri.toString(),
      folderName: folder.name,
      record,
    }));
    if (sameEntries(entries, this.entries)) return;
    this.entries = entries;
    this.rebuild();
  }

  showMore(node: MoreNode): void {
    this.model.showMore(node.parent);
    this.changed.fire(node.parent);
  }

  /** The row of a record, ready to be revealed. */
  locate({ folder, record }: PlacedRecord): RecordNode | undefined {
    const found = this.model.locate(folder.uri.toString(), record.path);
    if (found?.opened) this.changed.fire(found.node.parent);
    return found?.node;
  }

  getChildren(node?: RecordsNode): RecordsNode[] {
    return this.boundary.sync('Records', [], () => {
      if (node === undefined) return [...this.model.roots];
      return node.type === 'group' ? [...this.model.children(node)] : [];
    })();
  }

  getParent(node: RecordsNode): RecordsNode | undefined {
    return node.parent;
  }

  getTreeItem(node: RecordsNode): TreeItem {
    const item = node.type === 'group' ? groupItem(node) : node.type === 'record' ? rowItem(node) : moreItem(node);
    item.id = node.id;
    return item;
  }

  resolveTreeItem(item: TreeItem, node: RecordsNode): ProviderResult<TreeItem> {
    if (node.type === 'record') item.tooltip = recordTooltip(node.entry.record);
    return item;
  }

  dispose(): void {
    this.changed.dispose();
  }

  private rebuild(): void {
    this.current = undefined;
    this.changed.fire(undefined);
  }
}

/** More than these would push everything else out of sight. */
const mostWaiting = 12;

function groupItem({ title, count }: GroupNode): TreeItem {
  const folded = title.by === 'folder' || (title.by === 'waiting' && count > mostWaiting);
  const state = folded ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
  const item = new TreeItem(groupName(title), state);
  item.description = String(count);
  item.accessibilityInformation = { label: spokenCount(groupName(title), count) };
  if (title.by === 'waiting') item.iconPath = new ThemeIcon('bell', new ThemeColor('charts.yellow'));
  if (title.by === 'folder') item.iconPath = ThemeIcon.Folder;
  return item;
}

function spokenCount(name: string, count: number): string {
  return count === 1 ? l10n.t('{0}, 1 record', name) : l10n.t('{0}, {1} records', name, count);
}

function groupName(title: GroupTitle): string {
  switch (title.by) {
    case 'waiting':
      return l10n.t('Waiting for decision');
    case 'kind':
      return kindName(title.kind);
    case 'folder':
      return visibleText(title.name, 120);
  }
}

function rowItem(node: RecordNode): TreeItem {
  const { record } = node.entry;
  const item = new TreeItem(recordName(record), TreeItemCollapsibleState.None);
  const problem = record.problem === null ? '' : problemText(record.problem);
  const status = hasStatus(record) ? statusWord(record) : '';
  item.description = joinParts([problem, status, dateText(record.date)], ' · ');
  item.iconPath =
    record.problem === null ? statusIcon(record) : new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  item.contextValue = recordItem;
  item.command = { command: commands.openRecord, title: l10n.t('Open Record'), arguments: [node] };
  if (isRetired(record)) item.resourceUri = retiredUri(record.path);
  item.accessibilityInformation = {
    label: spokenRecord(record, [isRetired(record) ? l10n.t('retired') : '', problem]),
  };
  return item;
}

function moreItem(node: MoreNode): TreeItem {
  const item = new TreeItem(l10n.t('Show more ({0} left)', node.remaining), TreeItemCollapsibleState.None);
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = { command: commands.showMoreRecords, title: l10n.t('Show More'), arguments: [node] };
  return item;
}
