import { l10n, type QuickInputButton, window } from 'vscode';
import { answer } from '../../host/answer';
import type { PlacedRecord } from '../../workspace/projects';
import type { RecordPickItem } from './recordItems';

export interface RecordChoice {
  readonly placed: PlacedRecord;
  readonly toSide: boolean;
}

/** Asks for one record. Undefined where the person leaves, or where there is none to choose from. */
export async function pickRecord(
  placeholder: string,
  items: readonly RecordPickItem[],
  sideButton?: QuickInputButton,
): Promise<RecordChoice | undefined> {
  if (items.length === 0) {
    await answer(l10n.t('No decision, runbook or other record has been found in this workspace so far.'));
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
