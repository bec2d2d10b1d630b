import { l10n, type WorkspaceFolder, workspace } from 'vscode';
import type { Activity } from '../../core/activity/activity';
import { answer, answerWith } from '../host/answer';
import { answerNameless, answerNoFolder, answerUntrusted } from '../host/answerFailures';
import type { FolderProject } from '../workspace/folderProject';
import type { Projects } from '../workspace/projects';

/**
 * The project of the folder that a draft from commits is for. Null where nothing can be drafted there; a message has
 * then told the person why.
 */
export async function projectToDraft(
  projects: Projects,
  folder: WorkspaceFolder | undefined,
): Promise<FolderProject | null> {
  if (!folder) return refused(refuseWithoutFolder());
  if (!workspace.isTrusted) return refused(refuseUntrusted());
  return projects.of(folder.uri.toString()) ?? refused(refuseWithoutFacts([]));
}

/** Resolves to null once the person has answered a message of refusal. */
export function refused(answering: Promise<void>): Promise<null> {
  return answering.then(() => null);
}

/**
 * The functions below say why there is nothing to draft from and what to do. They resolve when the person has answered.
 */

async function refuseWithoutFolder(): Promise<void> {
  await answerNoFolder(l10n.t('Open a folder first: a draft is made from its commits.'));
}

async function refuseUntrusted(): Promise<void> {
  await answerUntrusted(l10n.t('A draft is made from what git knows, and git is not run in Restricted Mode.'));
}

export async function refuseStranger(): Promise<void> {
  await answerNameless(
    l10n.t(
      'Meridian does not know whose commits to look for. Set git’s user.name and user.email, or say who you are in the team file.',
    ),
  );
}

/** Why git gave no answer, by the word for it in `Activity.missing`. */
const sentences: readonly (readonly [word: string, sentence: () => string])[] = [
  ['git-missing', () => l10n.t('Git was not found on this machine. Install it, or set git.path, and draft again.')],
  [
    'git-too-old',
    () => l10n.t('The git on this machine is too old for Meridian. Install git 2.31 or newer, and draft again.'),
  ],
  [
    'dubious-ownership',
    () =>
      l10n.t(
        'Git does not trust this folder, because somebody else owns it. Add it to git’s safe.directory, and draft again.',
      ),
  ],
  [
    'unknown-format',
    () =>
      l10n.t(
        'The git on this machine does not know how this repository is kept. Install a newer git, and draft again.',
      ),
  ],
  [
    'not-a-repository',
    () => l10n.t('Git cannot read this repository. Run git status in a terminal: it says what is wrong.'),
  ],
  [
    'no-repository bare',
    () =>
      l10n.t('This folder is a bare repository, in which nobody works. Open a clone of it, or one of its worktrees.'),
  ],
  [
    'no-repository elsewhere',
    () =>
      l10n.t('The .git of this folder leads to a repository that does not know the folder, so git is not run there.'),
  ],
  ['no-repository broken', () => l10n.t('The .git of this folder is no repository that git can read.')],
  ['timeout', () => l10n.t('Git took too long to answer. Draft again when the machine is less busy.')],
];

/** What to do where git gave no answer, as a sentence; undefined where the reason is not known. */
export function whyNoGit(details: string): string | undefined {
  return sentences.find(([word]) => details.includes(word))?.[1]();
}

/** For when no repository gave any facts. */
export async function refuseWithoutFacts(missing: Activity['missing']): Promise<void> {
  const known = whyNoGit(missing.map(({ detail }) => detail).join(' '));
  const isElsewhere = (workspace.workspaceFolders ?? []).every(({ uri }) => uri.scheme !== 'file');
  if (known) await answer(known);
  else if (isElsewhere) await answer(l10n.t('The folder is not on this machine, so git cannot be asked about it.'));
  else {
    const why = l10n.t('No folder of this window is in a git repository, so there are no commits to draft from.');
    await answerWith(why, l10n.t('Initialize Repository'), 'git.init');
  }
}
