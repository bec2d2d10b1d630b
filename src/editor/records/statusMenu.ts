import {
  type Disposable,
  type Extension,
  commands as editorCommands,
  type LanguageStatusItem,
  l10n,
  languages,
  type QuickPickItem,
  QuickPickItemKind,
  window,
  workspace,
} from 'vscode';
import type { Contexts } from '../host/contexts';
import { declaredCommand } from '../host/declaredCommands';
import { Disposables } from '../host/disposables';
import { type CommandId, commands, contextKeys, settingKeys } from '../host/ids';
import { isOn, onSettings } from '../host/settings';
import { holds } from '../host/whenClause';
import { type MenuHeading, menuGroups } from './menuGroups';
import { referenceSelector } from './references/registerReferences';

interface MenuItem extends QuickPickItem {
  readonly command: CommandId | null;
}

/** An entry in the language status, with a menu of all that Meridian can do for the document in front. */
export class StatusMenu implements Disposable {
  private readonly disposables = new Disposables();
  private item: LanguageStatusItem | undefined;

  constructor(
    private readonly contexts: Contexts,
    private readonly extension: Pick<Extension<unknown>, 'packageJSON'>,
  ) {
    this.disposables.add(onSettings(() => this.update()));
    this.update();
  }

  /** Lists the commands that apply, those for the document in front first, and runs the one that is chosen. */
  async show(): Promise<void> {
    const applies = (command: CommandId): boolean =>
      declaredCommand(this.extension, command).clauses.every((clause) => holds(clause, (key) => this.valueOf(key)));
    const isRecordInFront = this.contexts.get(contextKeys.recordInFront) === true;
    const items = menuGroups(applies, isRecordInFront).flatMap((group): readonly MenuItem[] => [
      { label: headings[group.heading](), kind: QuickPickItemKind.Separator, command: null },
      ...group.commands.map((command) => this.entry(command)),
    ]);
    const chosen = await window.showQuickPick(items, {
      title: l10n.t('Meridian'),
      placeHolder: l10n.t('Choose what to do'),
    });
    if (chosen?.command) await editorCommands.executeCommand(chosen.command);
  }

  dispose(): void {
    this.disposables.dispose();
    this.item?.dispose();
  }

  private entry(command: CommandId): MenuItem {
    const { icon, title } = declaredCommand(this.extension, command);
    return { label: `${icon === '' ? '$(blank)' : icon} ${title}`, command };
  }

  /** The value of a key that the palette's `when` clauses use. */
  private valueOf(key: string): unknown {
    const setting = Object.values(settingKeys).find((name) => key === `config.meridian.${name}`);
    if (setting) return isOn(setting);
    const own = Object.values(contextKeys).find((name) => name === key);
    return own ? this.contexts.get(own) : ofWindow[key]?.();
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

const headings: Readonly<Record<MenuHeading, () => string>> = {
  front: () => l10n.t('This document'),
  drafts: () => l10n.t('Drafts'),
  pickingUp: () => l10n.t('Picking up and handing over'),
  records: () => l10n.t('Records'),
  team: () => l10n.t('Team and GitHub'),
  meridian: () => l10n.t('Meridian'),
};

/** The editor's own keys, which an extension cannot read. */
const ofWindow: Readonly<Record<string, () => unknown>> = {
  isWorkspaceTrusted: () => workspace.isTrusted,
  editorIsOpen: () => window.tabGroups.activeTabGroup.activeTab !== undefined,
  editorLangId: () => window.activeTextEditor?.document.languageId,
  resourceScheme: () => window.activeTextEditor?.document.uri.scheme,
  workspaceFolderCount: () => workspace.workspaceFolders?.length ?? 0,
};

function create(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('meridian.menu', referenceSelector());
  item.name = l10n.t('Meridian: Menu');
  item.text = l10n.t('Handoffs and drafts');
  item.command = { command: commands.showMenu, title: l10n.t('Show Menu') };
  return item;
}
