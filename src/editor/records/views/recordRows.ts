import { type Disposable, l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window } from 'vscode';
import type { FilePath } from '../../../core/ports';
import { standingOf } from '../../../core/records/standing';
import { isRetired } from '../../../core/records/succession';
import { joinParts } from '../../../core/text/compareText';
import { commands, recordItems } from '../../host/ids';
import { visibleText } from '../../host/visibleText';
import { dateText, dueText, kindName, problemText, recordName, spokenRecord } from '../words/recordWords';
import { hasStatus, statusIcon, statusWord } from '../words/statusWords';
import type { GroupNode, GroupTitle, MoreNode, RecordNode } from './model/recordsModel';

/** More rows than these would push everything else out of sight. */
const mostWaiting = 12;

export function groupItem({ title, count }: GroupNode): TreeItem {
  const isLong = title.by === 'waiting' && count > mostWaiting;
  const folded = title.by === 'folder' || title.by === 'stale' || isLong;
  const state = folded ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
  const item = new TreeItem(groupName(title), state);
  item.description = String(count);
  const whole = title.by === 'folder' ? visibleText(title.path, 300) : groupName(title);
  if (title.by === 'folder') item.tooltip = whole;
  item.accessibilityInformation = { label: spokenCount(whole, count) };
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
    case 'stale':
      return l10n.t('Proposed over a year ago');
    case 'kind':
      return kindName(title.kind);
    case 'folder':
      return visibleText(title.name, 120);
  }
}

export function recordRow(node: RecordNode): TreeItem {
  const { record } = node.entry;
  const item = new TreeItem(recordName(record), TreeItemCollapsibleState.None);
  const problem = record.problem === null ? '' : problemText(record.problem);
  const status = hasStatus(record) ? statusWord(record) : '';
  const home = visibleText(node.home, 60);
  item.description = joinParts([home, problem, status, dueText(record) || dateText(record.date)], ' · ');
  item.iconPath =
    record.problem === null ? statusIcon(record) : new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  item.contextValue = recordItems[standingOf(record)];
  item.command = { command: commands.openRecord, title: l10n.t('Open Record'), arguments: [node] };
  if (isRetired(record)) item.resourceUri = retiredUri(record.path);
  item.accessibilityInformation = {
    label: spokenRecord(record, [isRetired(record) ? l10n.t('retired') : '', problem, home]),
  };
  return item;
}

export function moreItem(node: MoreNode): TreeItem {
  const item = new TreeItem(l10n.t('Show more ({0} left)', node.remaining), TreeItemCollapsibleState.None);
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = { command: commands.showMoreRecords, title: l10n.t('Show More'), arguments: [node] };
  return item;
}

/** A scheme of Meridian's own: with the file's URI, a row would also show the file's git status and diagnostics. */
const scheme = 'meridian-retired';

/** A `resourceUri` that dims its row. */
function retiredUri(path: FilePath): Uri {
  return Uri.from({ scheme, path: `/${path}` });
}

export function registerRetiredRows(): Disposable {
  return window.registerFileDecorationProvider({
    provideFileDecoration: (uri) =>
      uri.scheme === scheme ? { color: new ThemeColor('disabledForeground'), tooltip: l10n.t('Retired') } : undefined,
  });
}
