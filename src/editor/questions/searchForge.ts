import { l10n, type QuickPickItem, QuickPickItemKind, type WorkspaceFolder, window } from 'vscode';
import type { Conversation, FoundConversations } from '../../core/forge/forge';
import { forgeSentence } from '../github/forgeWords';
import type { GitHubSessions } from '../github/session';
import { withSignIn } from '../github/withSignIn';
import { answer } from '../host/answer';
import type { LazyFeature } from '../host/lazyFeature';
import { openPage } from '../host/openPage';
import { visibleText, withoutIcons } from '../host/visibleText';

interface ConversationItem extends QuickPickItem {
  readonly choice: Conversation | 'ask' | null;
}

/**
 * Searches the issues and discussions of the folder's repository, when the person asks for it. Where the search fails,
 * the question can still be asked.
 * @returns whether the person goes on to ask
 */
export async function searchForge(
  github: LazyFeature<GitHubSessions>,
  folder: WorkspaceFolder,
  words: string,
): Promise<boolean> {
  const sessions = await github.load();
  const detail = l10n.t('To look for an answer among the issues and discussions of this repository.');
  const here = await sessions.forgeFor(folder.uri, { detail });
  if (here.kind === 'none') return goOnWithout(here.sentence);
  const otherwise = { label: l10n.t('Ask Anyway'), answer: 'ask' as const };
  const found = await withSignIn(here, detail, () => here.forge.search(words), otherwise);
  if (found === null || found === 'ask') return found === 'ask';
  if (!found.ok) return goOnWithout(forgeSentence(found.problem));
  const options = {
    title: l10n.t('Ask with Context'),
    placeHolder:
      found.value.conversations.length > 0
        ? l10n.t('Choose one to read it in the browser, or ask anyway')
        : l10n.t('No issue or discussion has all of these words'),
    ignoreFocusOut: true,
  };
  const choice = (await window.showQuickPick(itemsFor(found.value), options))?.choice ?? null;
  if (choice === null || choice === 'ask') return choice === 'ask';
  await openPage(choice.url, here.repository.host);
  return false;
}

function itemsFor({ conversations }: FoundConversations): readonly ConversationItem[] {
  return [
    ...conversations.map(rowOf),
    { label: '', kind: QuickPickItemKind.Separator, choice: null },
    { label: `$(comment-discussion) ${l10n.t('Ask Anyway')}`, alwaysShow: true, choice: 'ask' },
  ];
}

function rowOf(conversation: Conversation): ConversationItem {
  const { kind, number, title, isOpen, isAnswered, author } = conversation;
  const icon = kind === 'discussion' ? 'comment-discussion' : isOpen ? 'issues' : 'issue-closed';
  const state = isAnswered ? l10n.t('answered') : isOpen ? l10n.t('open') : l10n.t('closed');
  return {
    label: `$(${icon}) ${withoutIcons(visibleText(title, 120))}`,
    description: withoutIcons([`#${number}`, state, visibleText(author, 40)].join(' · ')),
    choice: conversation,
  };
}

async function goOnWithout(sentence: string): Promise<boolean> {
  const ask = l10n.t('Ask Anyway');
  return (await answer(sentence, ask)) === ask;
}
