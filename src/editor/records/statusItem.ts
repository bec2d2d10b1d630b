import { type Disposable, type LanguageStatusItem, l10n, languages } from 'vscode';
import { Disposables } from '../host/disposables';
import { commands, settingKeys } from '../host/ids';
import { isOn, onSettings } from '../host/settings';
import type { ActiveFile } from '../workspace/activeFile';
import { shownLinks } from './fileGroups';
import { referenceSelector } from './references/registerReferences';

/** One entry of the language status: how many records concern this file. A click lists them. */
export class FileStatusItem implements Disposable {
  private readonly disposables = new Disposables();
  private item: LanguageStatusItem | undefined;

  constructor(private readonly active: ActiveFile) {
    this.disposables.add(active.onDidChange(() => this.update()));
    this.disposables.add(onSettings(() => this.update()));
    this.update();
  }

  /** What the editor's language status says now; for in-editor tests. */
  get shown(): Pick<LanguageStatusItem, 'text' | 'command'> | undefined {
    return this.item;
  }

  dispose(): void {
    this.disposables.dispose();
    this.item?.dispose();
  }

  private update(): void {
    const file = isOn(settingKeys.statusItem) ? this.active.file : undefined;
    if (!file) {
      this.item?.dispose();
      this.item = undefined;
      return;
    }
    this.item ??= this.create();
    const { view } = file.project;
    const count = shownLinks(view.linksFor(file.path)).length;
    this.item.busy = !view.isRead(file.path);
    this.item.text = count === 0 && this.item.busy ? l10n.t('Reading…') : countText(count);
  }

  private create(): LanguageStatusItem {
    const item = languages.createLanguageStatusItem('meridian.thisFile', referenceSelector());
    item.name = l10n.t('Meridian');
    item.detail = l10n.t('linked to this file');
    item.command = { command: commands.showRecordsForFile, title: l10n.t('Show') };
    return item;
  }
}

function countText(count: number): string {
  if (count === 0) return l10n.t('No records');
  return count === 1 ? l10n.t('1 record') : l10n.t('{0} records', count);
}
