import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { dateOfNumber } from '../../../core/time/localDate';
import type { Instant } from '../../../core/time/zone';
import type { Boundary } from '../../host/boundary';
import { LazyFeature } from '../../host/lazyFeature';
import type { PlacedRecord } from '../../workspace/placedRecords';
import type { Projects } from '../../workspace/projects';
import type { RecordOrder } from './model/recordOrder';
import type { RecordEntry } from './model/recordShelves';
import { noFilter, type RecordsFilter } from './model/recordsFilter';
import type { MoreNode, RecordNode, RecordsModel, RecordsNode } from './model/recordsModel';

/**
 * The rows of Records. Their code is loaded when the view first asks for rows; their model is made again after each
 * change.
 */
export class RecordsTree implements TreeDataProvider<RecordsNode> {
  private readonly changed = new EventEmitter<RecordsNode | undefined>();
  private placed: readonly PlacedRecord[] = [];
  private entries: readonly RecordEntry[] = [];
  private current: RecordsModel | undefined;
  private readonly code = new LazyFeature(async (parts) => {
    const [{ RecordsModel }, { groupItem, recordRow, moreItem, registerRetiredRows }] = await Promise.all([
      import('./model/recordsModel'),
      import('./recordRows'),
    ]);
    parts.add(registerRetiredRows());
    return { RecordsModel, groupItem, recordRow, moreItem };
  });
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

  /** How many records pass the filter. */
  async matching(): Promise<number> {
    return (await this.model()).matching;
  }

  setFilter(filter: RecordsFilter): void {
    this.shownFilter = filter;
    this.rebuild();
  }

  setOrder(order: RecordOrder): void {
    this.shownOrder = order;
    this.rebuild();
  }

  /** Takes over the present records. @returns whether they changed */
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
    return true;
  }

  async showMore(node: MoreNode): Promise<void> {
    (await this.model()).showMore(node.parent);
    this.changed.fire(node.parent);
  }

  /** The row of a record, ready to be revealed. */
  async locate({ folder, record }: PlacedRecord): Promise<RecordNode | undefined> {
    const found = (await this.model()).locate(folder.uri.toString(), record.path);
    if (found?.opened) this.changed.fire(found.node.parent);
    return found?.node;
  }

  getChildren(node?: RecordsNode): Promise<RecordsNode[]> {
    return this.boundary.provider('Records', [], async () => {
      const model = await this.model();
      if (node === undefined) return [...model.roots];
      return node.type === 'group' ? [...model.children(node)] : [];
    })();
  }

  getParent(node: RecordsNode): RecordsNode | undefined {
    return node.parent;
  }

  async getTreeItem(node: RecordsNode): Promise<TreeItem> {
    const { groupItem, recordRow, moreItem } = await this.code.load();
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
    this.code.dispose();
    this.changed.dispose();
  }

  private async model(): Promise<RecordsModel> {
    const { RecordsModel } = await this.code.load();
    const today = dateOfNumber(this.now());
    this.current ??= new RecordsModel(this.entries, this.shownFilter, this.shownOrder, today);
    return this.current;
  }

  private rebuild(): void {
    this.current = undefined;
    this.changed.fire(undefined);
  }
}

/** Whether the rows would be the same: an edit of code changes links, and seldom a record. */
function sameEntries(a: readonly RecordEntry[], b: readonly RecordEntry[]): boolean {
  return (
    a.length === b.length && a.every(({ folder, record }, at) => record === b[at]?.record && folder === b[at].folder)
  );
}
