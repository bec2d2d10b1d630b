import { l10n, type Memento, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type RecordStatus, recordStatuses } from '../../../core/records/record';
import { visibleText, withoutIcons } from '../../host/visibleText';
import type { Projects } from '../../workspace/projects';
import { type RecordOrder, recordOrders, storeOrder } from '../views/model/recordOrder';
import { noFilter, tagCounts } from '../views/model/recordsFilter';
import type { MoreNode } from '../views/model/recordsModel';
import type { RecordsTree } from '../views/recordsTree';
import { statusName } from '../words/statusWords';

const maxTags = 200;

interface FilterItem extends QuickPickItem {
  readonly status?: RecordStatus;
  readonly tag?: string;
}

/** The commands that filter and sort the Records view. */
export class FilterCommands {
  constructor(
    private readonly tree: RecordsTree,
    private readonly projects: Projects,
    private readonly memory: Memento,
  ) {}

  async filter(): Promise<void> {
    const { filter } = this.tree;
    const options = { canPickMany: true as const, placeHolder: l10n.t('Show records with these states and tags') };
    const chosen = await window.showQuickPick(this.filterItems(), options);
    if (!chosen) return;
    this.tree.setFilter({
      ...filter,
      statuses: new Set(chosen.flatMap(({ status }) => status ?? [])),
      tags: new Set(chosen.flatMap(({ tag }) => tag ?? [])),
    });
  }

  async filterByText(): Promise<void> {
    const { filter } = this.tree;
    const prompt = l10n.t('Words in number, title, people, tags or path');
    const text = await window.showInputBox({ prompt, value: filter.text });
    if (text !== undefined) this.tree.setFilter({ ...filter, text: text.slice(0, 200) });
  }

  clear(): void {
    this.tree.setFilter(noFilter);
  }

  async sort(): Promise<void> {
    const items = recordOrders.map((order) => ({
      label: orderName(order),
      description: order === this.tree.order ? l10n.t('current') : '',
      order,
    }));
    const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('Sort records by') });
    if (!chosen) return;
    this.tree.setOrder(chosen.order);
    await storeOrder(this.memory, chosen.order);
  }

  async showMore(node: unknown): Promise<void> {
    if (isMoreNode(node)) await this.tree.showMore(node);
  }

  private filterItems(): FilterItem[] {
    const { statuses, tags } = this.tree.filter;
    const records = this.projects.records().map(({ record }) => record);
    const counts = new Map<RecordStatus, number>();
    for (const { status } of records) counts.set(status, (counts.get(status) ?? 0) + 1);
    const states = recordStatuses.flatMap((status): FilterItem[] => {
      const count = counts.get(status) ?? 0;
      return count === 0
        ? []
        : [{ label: statusName(status), description: String(count), picked: statuses.has(status), status }];
    });
    const labels = tagCounts(records)
      .slice(0, maxTags)
      .map(
        ([tag, count]): FilterItem => ({
          label: withoutIcons(visibleText(tag, 60)),
          description: String(count),
          picked: tags.has(tag),
          tag,
        }),
      );
    return [heading(l10n.t('status')), ...states, ...(labels.length > 0 ? [heading(l10n.t('tag')), ...labels] : [])];
  }
}

function heading(label: string): FilterItem {
  return { label, kind: QuickPickItemKind.Separator };
}

function orderName(order: RecordOrder): string {
  switch (order) {
    case 'id':
      return l10n.t('Number');
    case 'date':
      return l10n.t('Date, newest first');
    case 'title':
      return l10n.t('Title');
  }
}

function isMoreNode(node: unknown): node is MoreNode {
  return typeof node === 'object' && node !== null && (node as Partial<MoreNode>).type === 'more';
}
