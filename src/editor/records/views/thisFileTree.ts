import { EventEmitter, l10n, type TreeDataProvider, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Link } from '../../../core/links/link';
import { isRetired, livingSuccessors } from '../../../core/records/succession';
import type { Boundary } from '../../host/boundary';
import { commands, recordItem } from '../../host/ids';
import type { PlacedFile } from '../../workspace/projects';
import type { RecordLocation } from '../recordHandles';
import { reasonText } from '../words/linkWords';
import { recordName, shortName, spokenRecord } from '../words/recordWords';
import { statusIcon } from '../words/statusWords';
import { type ThisFileGroup, type ThisFileGroupKey, thisFileGroups } from './model/thisFileModel';
import { retiredUri } from './recordRows';

/** A heading of the view. */
export interface ThisFileGroupNode extends ThisFileGroup {
  readonly type: 'group';
}

/** One linked record. It carries its place, so that it can be passed to any command that takes a record. */
export interface ThisFileLinkNode extends RecordLocation {
  readonly type: 'link';
  readonly link: Link;
}

export type ThisFileNode = ThisFileGroupNode | ThisFileLinkNode;

/** The rows of This File, for the file given to `show`. */
export class ThisFileTree implements TreeDataProvider<ThisFileNode> {
  private readonly changed = new EventEmitter<undefined>();
  private file: PlacedFile | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly boundary: Boundary) {}

  /** Shows the links of another file, or those of the same file anew. */
  show(file: PlacedFile | undefined): void {
    this.file = file;
    this.changed.fire(undefined);
  }

  getChildren(node?: ThisFileNode): ThisFileNode[] {
    return this.boundary.provider('This File', [], () => this.childrenOf(node))();
  }

  getTreeItem(node: ThisFileNode): TreeItem {
    return node.type === 'group' ? groupItem(node) : this.linkItem(node);
  }

  resolveTreeItem(item: TreeItem, node: ThisFileNode): Promise<TreeItem> {
    return this.boundary.provider('row of This File', item, async () => {
      const { recordTooltip } = await import('./recordTooltip');
      if (node.type === 'link') item.tooltip = recordTooltip(node.link.record, node.link.detail);
      return item;
    })();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private childrenOf(node: ThisFileNode | undefined): ThisFileNode[] {
    if (!this.file || node?.type === 'link') return [];
    const { project, path } = this.file;
    if (node === undefined) {
      return thisFileGroups([...project.view.linksFor(path), ...project.maybeFor(path)]).map((group) => ({
        type: 'group',
        ...group,
      }));
    }
    const folder = project.folder.uri.toString();
    return node.links.map((link) => ({ type: 'link', link, folder, path: link.record.path }));
  }

  private linkItem(node: ThisFileLinkNode): TreeItem {
    const { record, detail } = node.link;
    const item = new TreeItem(recordName(record), TreeItemCollapsibleState.None);
    const instead = this.successor(node.link);
    item.description = instead === '' ? reasonText(detail) : `${reasonText(detail)} → ${instead}`;
    item.iconPath = statusIcon(record);
    if (isRetired(record)) item.resourceUri = retiredUri(record.path);
    item.contextValue = recordItem;
    item.command = { command: commands.openRecord, title: l10n.t('Open Record'), arguments: [node] };
    item.accessibilityInformation = {
      label: spokenRecord(record, [reasonText(detail), instead === '' ? '' : l10n.t('superseded by {0}', instead)]),
    };
    return item;
  }

  private successor({ record }: Link): string {
    const view = this.file?.project.view;
    if (!view || !isRetired(record)) return '';
    return livingSuccessors(record, (path) => view.record(path))
      .slice(0, 2)
      .map(shortName)
      .join(', ');
  }
}

function groupItem({ key, links }: ThisFileGroupNode): TreeItem {
  const near = key === 'nearby';
  const collapsed = near || key === 'maybe';
  const item = new TreeItem(
    groupName(key, links.length),
    collapsed ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded,
  );
  item.id = key;
  if (near) {
    const samePackage = links.every(({ reason }) => reason === 'folder');
    item.description = samePackage ? l10n.t('same package') : l10n.t('weaker links');
  }
  return item;
}

function groupName(key: ThisFileGroupKey, count: number): string {
  switch (key) {
    case 'decisions':
      return l10n.t('Decisions');
    case 'runbooks':
      return l10n.t('Runbooks');
    case 'other':
      return l10n.t('Other');
    case 'nearby':
      return l10n.t('Nearby ({0})', count);
    case 'maybe':
      return l10n.t('Maybe ({0})', count);
  }
}
