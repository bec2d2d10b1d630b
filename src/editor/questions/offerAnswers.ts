import { l10n, type QuickPickItem, QuickPickItemKind, Range, ThemeIcon, window, workspace } from 'vscode';
import { joinParts } from '../../core/text/compareText';
import type { GitHubPresence } from '../github/gitHubPresence';
import type { GitHubSessions } from '../github/session';
import { settingKeys } from '../host/ids';
import type { LazyFeature } from '../host/lazyFeature';
import { isOn } from '../host/settings';
import { visibleText, withoutIcons } from '../host/visibleText';
import { factsText, recordName } from '../records/words/recordWords';
import { statusIcon } from '../records/words/statusWords';
import { uriOf } from '../workspace/folderPaths';
import type { Projects } from '../workspace/projects';
import type { FoundAnswer } from './answers';
import type { AskedPlace } from './askedPlace';
import { searchForge } from './searchForge';

interface OfferServices {
  readonly projects: Projects;
  readonly github: LazyFeature<GitHubSessions>;
  readonly presence: GitHubPresence;
}

interface Asking {
  readonly goal: string;
  readonly found: readonly FoundAnswer[];
  /** Whether all documents were searched. */
  readonly isWhole: boolean;
  readonly place: AskedPlace;
}

/** Shows what may answer a question before it is asked. @returns whether the person asks it all the same */
export async function offerAnswers(
  { goal, found, isWhole, place }: Asking,
  { projects, github, presence }: OfferServices,
): Promise<boolean> {
  const { folder } = place;
  // Without a goal there is nothing to search for.
  if (goal === '') return true;
  const isLocal = workspace.isTrusted && folder?.uri.scheme === 'file';
  const hasForge = isLocal && isOn(settingKeys.gitHub, folder) && !presence.isAbsent(folder.uri);
  if (found.length === 0 && !hasForge) return true;
  const choice = await pickAnswer({ found, isWhole, hasForge }, projects);
  if (choice?.kind === 'open') await open(choice.answer);
  if (choice?.kind === 'search' && folder) return searchForge(github, folder, goal);
  return choice?.kind === 'ask';
}

async function open({ folder, source, line }: FoundAnswer): Promise<void> {
  const selection = new Range(line - 1, 0, line - 1, 0);
  await window.showTextDocument(uriOf(folder.uri, source.path), { selection });
}

/** What the person chose to do with the answers. */
type AnswerChoice =
  | { readonly kind: 'ask' }
  | { readonly kind: 'search' }
  | { readonly kind: 'open'; readonly answer: FoundAnswer };

interface AnswerItem extends QuickPickItem {
  readonly choice: AnswerChoice | null;
}

interface AnswerQuestion {
  readonly found: readonly FoundAnswer[];
  /** Whether all documents were searched. */
  readonly isWhole: boolean;
  /** Whether this repository's issues can be searched, too. */
  readonly hasForge: boolean;
}

/** Offers what may answer a question before it is asked. @returns undefined where the person left */
async function pickAnswer(
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
    ...(passage !== source.title && { detail: withoutIcons(visibleText(passage, 240)) }),
    iconPath: record ? statusIcon(record) : new ThemeIcon('question'),
  };
}

function separator(label: string): AnswerItem {
  return { label, kind: QuickPickItemKind.Separator, choice: null };
}
