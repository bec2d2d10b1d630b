import { type QuickInputButton, window } from 'vscode';
import type { PlacedRecord } from '../workspace/projects';
import type { RecordPickItem } from './recordItems';

export interface RecordChoice {
  readonly placed: PlacedRecord;
  readonly toSide: boolean;
}

/** Asks for one record. Undefined where the person leaves; the pick disposes itself either way. */
export function pickRecord(
  placeholder: string,
  items: readonly RecordPickItem[],
  sideButton?: QuickInputButton,
): Promise<RecordChoice | undefined> {
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
