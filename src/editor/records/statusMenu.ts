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
import { type CommandId, commands, settingKeys } from '../host/ids';
import { isOn, onSettings } from '../host/settings';
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

interface MenuEntry {
  /** A codicon's name. */
  readonly icon: string;
  readonly label: string;
  readonly command: CommandId;
}

interface MenuGroup {
  readonly heading: string;
  readonly entries: readonly MenuEntry[];
}

/** What the menu of the language status offers, in its order. */
function menuEntries(): readonly MenuGroup[] {
  const entry = (icon: string, label: string, command: CommandId): MenuEntry => ({ icon, label, command });
  return [
    {
      heading: l10n.t('Drafts'),
      entries: [
        entry('export', l10n.t('Draft Handoff…'), commands.draftHandoff),
        entry('comment', l10n.t('Draft Standup'), commands.draftStandup),
        entry('calendar', l10n.t('Draft Weekly Update'), commands.draftWeeklyUpdate),
        entry('git-pull-request', l10n.t('Draft PR Description…'), commands.draftPullRequest),
        entry('question', l10n.t('Ask with Context…'), commands.askWithContext),
        entry('git-pull-request-create', l10n.t('Create Pull Request…'), commands.createPullRequest),
        entry('copy', l10n.t('Copy Draft As…'), commands.copyDraft),
      ],
    },
    {
      heading: l10n.t('Picking up'),
      entries: [entry('coffee', l10n.t('Catch Me Up'), commands.catchMeUp)],
    },
    {
      heading: l10n.t('Records'),
      entries: [
        entry('search', l10n.t('Go to Record…'), commands.goToRecord),
        entry('list-tree', l10n.t('Show Records for This File'), commands.showRecordsForFile),
      ],
    },
  ];
}
