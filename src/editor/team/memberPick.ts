import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Author } from '../../git/authorGroups';
import { visibleText, withoutIcons } from '../host/visibleText';

/** So many are taken for the team at first; in a large project most authors come by once. */
const usualTeam = 12;

interface AuthorItem<A> extends QuickPickItem {
  readonly author: A | null;
}

/**
 * Asks which authors are on the team. `machines` are told, because whoever misses somebody should see why.
 * @returns undefined where the person left the question.
 */
export async function pickMembers<A extends Author>(
  authors: readonly A[],
  machines: readonly string[],
): Promise<readonly A[] | undefined> {
  const [most] = authors;
  const isUsual = ({ commits }: Author, index: number) => index < usualTeam && commits * 50 >= (most?.commits ?? 0);
  const items: AuthorItem<A>[] = authors.map((author, index) => ({
    label: withoutIcons(visibleText(author.name, 60)),
    description: withoutIcons(visibleText(author.addresses.join(', '), 120)),
    detail: author.commits === 1 ? l10n.t('1 commit') : l10n.t('{0} commits', author.commits),
    picked: isUsual(author, index),
    author,
  }));
  if (machines.length > 0) {
    const names = machines.map((name) => visibleText(name, 30)).join(', ');
    const label = l10n.t('left out, no people: {0}', visibleText(names, 120));
    items.push({ label, kind: QuickPickItemKind.Separator, author: null });
  }
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Create Team File'),
    placeHolder: l10n.t('Who of the last year’s authors is on the team?'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.flatMap(({ author }) => author ?? []);
}
