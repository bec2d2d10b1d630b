import { l10n } from 'vscode';
import { type CommandId, commands } from '../host/ids';

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
export function menuEntries(): readonly MenuGroup[] {
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
