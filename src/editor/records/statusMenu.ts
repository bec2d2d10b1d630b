import {
  type Disposable,
  commands as editorCommands,
  type LanguageStatusItem,
  l10n,
  languages,
  type QuickPickItem,
  QuickPickItemKind,
  window,
} from 'vscode';
import { Disposables } from '../host/disposables';
import { commands, settingKeys } from '../host/ids';
import { isOn, onSettings } from '../host/settings';
import { menuEntries } from './menuEntries';
import { referenceSelector } from './references/registerReferences';

interface MenuItem extends QuickPickItem {
  readonly command: string | null;
}

/** An entry of the language status that leads to what Meridian can do, for those who do not know its commands. */
export class StatusMenu implements Disposable {
  private readonly disposables = new Disposables();
  private item: LanguageStatusItem | undefined;

  constructor() {
    this.disposables.add(onSettings(() => this.update()));
    this.update();
  }

  /** Lists the commands, and runs the one that is chosen. */
  async show(): Promise<void> {
    const items = menuEntries().flatMap(({ heading, entries }): readonly MenuItem[] => [
      { label: heading, kind: QuickPickItemKind.Separator, command: null },
      ...entries.map(({ icon, label, command }) => ({ label: `$(${icon}) ${label}`, command })),
    ]);
    const chosen = await window.showQuickPick(items, { title: l10n.t('Meridian') });
    if (chosen?.command) await editorCommands.executeCommand(chosen.command);
  }

  dispose(): void {
    this.disposables.dispose();
    this.item?.dispose();
  }

  private update(): void {
    if (isOn(settingKeys.statusItem)) {
      this.item ??= create();
      return;
    }
    this.item?.dispose();
    this.item = undefined;
  }
}

function create(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('meridian.menu', referenceSelector());
  item.name = l10n.t('Meridian: Menu');
  item.text = l10n.t('Handoffs and drafts');
  item.command = { command: commands.showMenu, title: l10n.t('Show Menu') };
  return item;
}
