import { type Disposable, type LanguageStatusItem, l10n, languages, workspace } from 'vscode';
import type { ActiveFile } from './activeFile';
import { Disposables } from './disposables';
import { commands, settingKeys } from './ids';
import { referenceSelector } from './references/registerReferences';
import { isOn } from './settings';
import { shownLinks } from './views/model/thisFileModel';

/** One entry of the language status: how many records concern this file. A click lists them. */
export class FileStatusItem implements Disposable {
  private readonly disposables = new Disposables();
  private item: LanguageStatusItem | undefined;

  constructor(private readonly active: ActiveFile) {
    this.disposables.add(active.onDidChange(() => this.update()));
    this.disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('meridian')) this.update();
      }),
    );
    this.update();
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
    const count = shownLinks(file.project.view.linksFor(file.path)).length;
    this.item.busy = !file.project.view.loaded;
    this.item.text = countText(count);
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
