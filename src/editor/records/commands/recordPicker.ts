import {
  l10n,
  type QuickInputButton,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
  workspace,
} from 'vscode';
import type { DocRecord } from '../../../core/records/record';
import { isRetired } from '../../../core/records/succession';
import { joinParts } from '../../../core/text/compareText';
import { answerWith } from '../../host/answer';
import { answerNoFolder } from '../../host/answerFailures';
import { commands } from '../../host/ids';
import { visibleText, withoutIcons } from '../../host/visibleText';
import type { PlacedRecord } from '../../workspace/placedRecords';
import { homesOf } from '../model/chosenHomes';
import { sortRecords } from '../views/model/recordOrder';
import { factsText, recordName } from '../words/recordWords';
import { statusIcon } from '../words/statusWords';

export interface RecordChoice {
  readonly placed: PlacedRecord;
  readonly toSide: boolean;
}

/** A row of a quick pick that stands for a record; separators have none. */
export interface RecordPickItem extends QuickPickItem {
  readonly placed?: PlacedRecord;
}

/** Asks for one record. Undefined where the person leaves, or where there is no record. */
export async function pickRecord(
  placeholder: string,
  items: readonly RecordPickItem[],
  sideButton?: QuickInputButton,
): Promise<RecordChoice | undefined> {
  if (items.length === 0) {
    await answerNoRecord();
    return undefined;
  }
  const pick = window.createQuickPick<RecordPickItem>();
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.items = items;
  return new Promise((resolve) => {
    const finish = (placed: PlacedRecord | undefined, toSide: boolean): void => {
      resolve(placed && { placed, toSide });
      pick.hide();
    };
    pick.onDidAccept(() => finish(pick.selectedItems[0]?.placed, false));
    pick.onDidTriggerItemButton(({ item, button }) => finish(item.placed, button === sideButton));
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function answerNoRecord(): Promise<void> {
  const why = l10n.t('No decisions, runbooks or other records were found here.');
  if (workspace.workspaceFolders?.length) await answerWith(why, l10n.t('New Decision…'), commands.newDecision);
  else await answerNoFolder(l10n.t('Open a folder first: records are kept with the code that they are about.'));
}

export function toSideButton(): QuickInputButton {
  return { iconPath: new ThemeIcon('split-horizontal'), tooltip: l10n.t('Open to the Side') };
}

/** `reason` stands before status, date and people, `folder` after them. */
export function recordItem(
  placed: PlacedRecord,
  buttons: readonly QuickInputButton[],
  { reason = '', folder = '' } = {},
): RecordPickItem {
  const { record } = placed;
  const facts = joinParts([reason, factsText(record), folder], ' · ');
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
  const folderOf = homeHints(records);
  const item = (placed: PlacedRecord): RecordPickItem =>
    recordItem(placed, buttons, { reason: linked.get(placed.record) ?? '', folder: folderOf(placed) });
  const places = new Map(records.map((placed) => [placed.record, placed]));
  const top = [...linked.keys()].flatMap((record) => places.get(record) ?? []);
  const others = sortRecords(
    records.filter(({ record }) => !linked.has(record)),
    'id',
  );
  const sections: readonly (readonly [title: string, placed: readonly PlacedRecord[]])[] = [
    [l10n.t('linked to this file'), top],
    [l10n.t('records'), others.filter(({ record }) => !isRetired(record))],
    [l10n.t('retired'), others.filter(({ record }) => isRetired(record))],
  ];
  return sections.flatMap(([title, placed]) => (placed.length > 0 ? [separator(title), ...placed.map(item)] : []));
}

/** The home of each record, where records lie in several folders or read the same. */
export function homeHints(records: readonly PlacedRecord[]): (placed: PlacedRecord) => string {
  const homes = homesOf(records.map(({ folder, record }) => ({ folderName: folder.name, record })));
  return ({ record }) => visibleText(homes.get(record) ?? '', 60);
}
