import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Instant } from '../../../core/time/zone';
import type { Boundary } from '../../host/boundary';
import type { PlacedRecord, Projects } from '../../workspace/projects';
import type { RecordOrder } from './model/recordOrder';
import { type RecordEntry, sameEntries } from './model/recordShelves';
import { noFilter, type RecordsFilter } from './model/recordsFilter';
import { type MoreNode, type Naming, type RecordNode, RecordsModel, type RecordsNode } from './model/recordsModel';
import { groupItem, moreItem, recordRow } from './recordRows';

/** The rows of Records. Its model is made at the first use after a change. */
export class RecordsTree implements TreeDataProvider<RecordsNode> {
  private readonly changed = new EventEmitter<RecordsNode | undefined>();
  private placed: readonly PlacedRecord[] = [];
  private entries: readonly RecordEntry[] = [];
  private current: RecordsModel | undefined;
  private naming: Naming | null = null;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly projects: Projects,
    private readonly boundary: Boundary,
    private readonly now: () => Instant,
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
    this.current ??= new RecordsModel(this.entries, this.shownFilter, this.shownOrder, this.today(), this.naming);
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

  /** Takes over the records as they are now. @returns whether they are others than before */
  refresh(): boolean {
    const placed = this.projects.records();
    if (placed === this.placed) return false;
    this.placed = placed;
    const entries = placed.map(({ folder, record }) => ({
      folder: folder.uri.toString(),
      folderName: folder.name,
      record,
    }));
    if (sameEntries(entries, this.entries)) return false;
    this.entries = entries;
    this.rebuild();
    if (this.naming === null) void this.loadNaming();
    return true;
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
    return this.boundary.provider('Records', [], () => {
      if (node === undefined) return [...this.model.roots];
      return node.type === 'group' ? [...this.model.children(node)] : [];
    })();
  }

  getParent(node: RecordsNode): RecordsNode | undefined {
    return node.parent;
  }

  getTreeItem(node: RecordsNode): TreeItem {
    const item = node.type === 'group' ? groupItem(node) : node.type === 'record' ? recordRow(node) : moreItem(node);
    item.id = node.id;
    return item;
  }

  resolveTreeItem(item: TreeItem, node: RecordsNode): Promise<TreeItem> {
    return this.boundary.provider('row of Records', item, async () => {
      const { recordTooltip } = await import('./recordTooltip');
      if (node.type === 'record') item.tooltip = recordTooltip(node.entry.record);
      return item;
    })();
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** Behind the first rows: that two of them read the same is seldom. */
  private loadNaming(): Promise<void> {
    return this.boundary.background('names of Records', null, async () => {
      const naming = await import('../model/recordHomes');
      if (this.naming !== null) return;
      this.naming = naming;
      this.rebuild();
    });
  }

  /** As `dateOfNumber`, whose file is not loaded at activation. */
  private today(): string {
    return new Date(this.now()).toISOString().slice(0, 10);
  }

  private rebuild(): void {
    this.current = undefined;
    this.changed.fire(undefined);
  }
}
