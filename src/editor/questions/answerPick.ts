import { l10n, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import { joinParts } from '../../core/text/compareText';
import { visibleText, withoutIcons } from '../host/visibleText';
import { factsText, recordName } from '../records/words/recordWords';
import { statusIcon } from '../records/words/statusWords';
import type { Projects } from '../workspace/projects';
import type { FoundAnswer } from './answers';

/** What to do with what was found. */
export type AnswerChoice =
  | { readonly kind: 'ask' }
  | { readonly kind: 'search' }
  | { readonly kind: 'open'; readonly answer: FoundAnswer };

interface AnswerItem extends QuickPickItem {
  readonly choice: AnswerChoice | null;
}

export interface AnswerQuestion {
  readonly found: readonly FoundAnswer[];
  /** Whether all documents have been looked through. */
  readonly isWhole: boolean;
  /** Whether this repository's issues can be looked through, too. */
  readonly hasForge: boolean;
}

/** Offers what may answer a question before it is asked. @returns undefined where the person left */
export async function pickAnswer(
  { found, isWhole, hasForge }: AnswerQuestion,
  projects: Projects,
): Promise<AnswerChoice | undefined> {
  const answers = found.map((answer): AnswerItem => ({ ...rowOf(answer, projects), choice: { kind: 'open', answer } }));
  const search = l10n.t('Search This Repository’s Issues and Discussions on GitHub…');
  const items: readonly AnswerItem[] = [
    ...(answers.length > 0 ? [separator(l10n.t('these may answer it'))] : []),
    ...answers,
    separator(l10n.t('not answered')),
    { label: `$(comment-discussion) ${l10n.t('Ask Anyway')}`, alwaysShow: true, choice: { kind: 'ask' } },
    ...(hasForge
      ? [{ label: `$(github) ${search}`, alwaysShow: true, choice: { kind: 'search' } } satisfies AnswerItem]
      : []),
  ];
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Ask with Context'),
    placeHolder: whatToDo(answers.length > 0, isWhole),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return chosen?.choice ?? undefined;
}

function whatToDo(hasAnswers: boolean, isWhole: boolean): string {
  if (!isWhole) return l10n.t('Not all documents have been read yet. Choose one to read it, or ask anyway');
  return hasAnswers
    ? l10n.t('Choose one to read it, or ask anyway')
    : l10n.t('Nothing in this workspace has these words');
}

function rowOf(answer: FoundAnswer, projects: Projects): QuickPickItem {
  const { source, passage, folder } = answer;
  const record = projects.find(folder.uri.toString(), source.path)?.record;
  const place = projects.folders.length > 1 ? folder.name : '';
  const facts = [record ? factsText(record) : l10n.t('question'), place];
  return {
    label: withoutIcons(record ? recordName(record) : visibleText(source.title, 100)),
    description: withoutIcons(joinParts(facts, ' · ')),
    detail: withoutIcons(visibleText(passage, 240)),
    iconPath: record ? statusIcon(record) : new ThemeIcon('question'),
  };
}

function separator(label: string): AnswerItem {
  return { label, kind: QuickPickItemKind.Separator, choice: null };
}
