import { l10n, type QuickInputButton, type QuickPickItem, QuickPickItemKind, ThemeIcon } from 'vscode';
import type { DocRecord } from '../../core/records/record';
import { isRetired } from '../../core/records/succession';
import { sortRecords } from '../views/model/recordOrder';
import { factsText, recordName } from '../words/recordWords';
import { statusIcon } from '../words/statusWords';
import { visibleText, withoutIcons } from '../words/visibleText';
import type { PlacedRecord } from '../workspace/projects';

/** A row of a quick pick that stands for a record; separators have none. */
export interface RecordPickItem extends QuickPickItem {
  readonly placed?: PlacedRecord;
}

export function toSideButton(): QuickInputButton {
  return { iconPath: new ThemeIcon('split-horizontal'), tooltip: l10n.t('Open to the Side') };
}

/** `reason` goes in front of status, date and people. */
export function recordItem(
  placed: PlacedRecord,
  reason = '',
  buttons: readonly QuickInputButton[] = [],
): RecordPickItem {
  const { record } = placed;
  const facts = [reason, factsText(record), folderHint(record)].filter((part) => part !== '').join(' · ');
  return {
    label: withoutIcons(recordName(record)),
    description: withoutIcons(facts),
    iconPath: statusIcon(record),
    buttons,
    placed,
  };
}

export function separator(label: string): RecordPickItem {
  return { label, kind: QuickPickItemKind.Separator };
}

/** Every record under headings: those of the current file first, then what is in force, then the retired ones. */
export function rankedItems(
  records: readonly PlacedRecord[],
  linked: ReadonlyMap<DocRecord, string>,
  buttons: readonly QuickInputButton[],
): readonly RecordPickItem[] {
  const top = [...linked].flatMap(([record, reason]) => {
    const placed = records.find((other) => other.record === record);
    return placed ? [recordItem(placed, reason, buttons)] : [];
  });
  const others = sortRecords(
    records.filter(({ record }) => !linked.has(record)),
    'id',
  );
  const living = others.filter(({ record }) => !isRetired(record));
  const retired = others.filter(({ record }) => isRetired(record));
  const rows = (title: string, items: readonly RecordPickItem[]) =>
    items.length > 0 ? [separator(title), ...items] : [];
  return [
    ...rows(l10n.t('linked to this file'), top),
    ...rows(
      l10n.t('records'),
      living.map((placed) => recordItem(placed, '', buttons)),
    ),
    ...rows(
      l10n.t('retired'),
      retired.map((placed) => recordItem(placed, '', buttons)),
    ),
  ];
}

/** Records without a number are told apart by where they are. */
function folderHint({ id, path }: DocRecord): string {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return id === null ? visibleText(folder, 60) : '';
}
