import { l10n, type QuickPickItem, window } from 'vscode';
import type { CommentPlace, Conversation } from '../../core/forge/forge';
import { answer } from '../host/answer';
import { visibleText, withoutIcons } from '../host/visibleText';
import { forgeSentence } from './forgeWords';
import { placeWish } from './model/commentPlace';
import type { ForgeHere } from './session';
import { withSignIn } from './withSignIn';

interface PlaceItem extends QuickPickItem {
  readonly place: CommentPlace;
}

/**
 * Where a comment goes: a number, an address, or one of the places found by words. Null where the person left, and
 * where a message has said why there is no place.
 * @param detail why the person should sign in again, where GitHub does not accept the session
 */
export async function pickPlace(here: ForgeHere, detail: string): Promise<CommentPlace | null> {
  const { forge, repository } = here;
  const { webUrl, owner, repo } = repository;
  const typed = await window.showInputBox({
    title: l10n.t('Comment on an issue or a discussion of {0}', `${owner}/${repo}`),
    prompt: l10n.t('Its number or address, or words to search for'),
    ignoreFocusOut: true,
  });
  if (typed === undefined || typed.trim() === '') return null;
  const wish = placeWish(typed, `${webUrl}/${owner}/${repo}`);
  if (wish.kind === 'elsewhere') {
    await answer(l10n.t('That is no issue or discussion of {0}.', `${owner}/${repo}`));
    return null;
  }
  if (wish.kind === 'place') return choose(wish.kinds.map((kind) => numberItem({ kind, number: wish.number })));
  const found = await withSignIn(here, detail, () => forge.search(wish.words));
  if (!found) return null;
  if (!found.ok) {
    await answer(forgeSentence(found.problem));
    return null;
  }
  const items = found.value.conversations.map(conversationItem);
  if (items.length > 0) return choose(items, l10n.t('Comment on which?'));
  await answer(l10n.t('Nothing in {0} has these words.', `${owner}/${repo}`));
  return null;
}

async function choose(items: readonly PlaceItem[], placeHolder?: string): Promise<CommentPlace | null> {
  const [only] = items;
  if (items.length === 1 && only && placeHolder === undefined) return only.place;
  const options = { placeHolder: placeHolder ?? l10n.t('Which of them is it?'), ignoreFocusOut: true };
  return (await window.showQuickPick([...items], options))?.place ?? null;
}

function numberItem(place: CommentPlace): PlaceItem {
  const label =
    place.kind === 'issue'
      ? l10n.t('Issue or pull request #{0}', place.number)
      : l10n.t('Discussion #{0}', place.number);
  return { label, place };
}

function conversationItem({ kind, number, title, isOpen }: Conversation): PlaceItem {
  const state = isOpen ? l10n.t('open') : l10n.t('closed');
  return {
    label: `#${number} ${withoutIcons(visibleText(title, 120))}`,
    description: kind === 'issue' ? l10n.t('issue, {0}', state) : l10n.t('discussion, {0}', state),
    place: { kind, number },
  };
}
