import { l10n, workspace } from 'vscode';
import { basename } from '../../../core/files/paths';
import { historyLinks, type SharedCommit } from '../../../core/links/historyLinks';
import { unlessAborted } from '../../../core/tasks/stopping';
import { GitUnanswered } from '../../../git/result';
import { sharedCommits } from '../../../git/sharedCommits';
import { answer, answerWith } from '../../host/answer';
import { answerUntrusted } from '../../host/answerFailures';
import type { FeatureServices } from '../../host/featureServices';
import { visibleText } from '../../host/visibleText';
import { withStopping } from '../../host/withStopping';
import type { PlacedFile } from '../../workspace/projects';
import { reasonText } from '../words/linkWords';
import { openChoice } from './recordCommands';
import { pickRecord, recordItem, toSideButton } from './recordPicker';

/**
 * Offers records that changed in the same commits as a file and that its links do not name. Only on request, and marked
 * as guesses: fewer than half of them are right.
 */
export async function showHistoryGuesses(services: FeatureServices, file: PlacedFile | undefined): Promise<void> {
  if (!file) {
    const why = l10n.t('Guesses are for the file in front. Open one of this workspace, and ask again.');
    return answerWith(why, l10n.t('Open a File…'), 'workbench.action.quickOpen');
  }
  if (!workspace.isTrusted) {
    return answerUntrusted(l10n.t('Guesses are made from commits, and git is not run in Restricted Mode.'));
  }
  const { project, path } = file;
  const { folder, view } = project;
  const name = visibleText(basename(path), 60);
  const commits = await readCommits(services, file, name);
  if (!commits) return;
  const links = historyLinks(view, path, commits);
  if (links.length === 0) {
    await answer(l10n.t('No small commit changed {0} together with a record that is not listed for it already.', name));
    return;
  }
  const button = toSideButton();
  const rows = links.map((link) => recordItem({ folder, record: link.record }, [button], { reason: reasonText(link) }));
  const placeholder = l10n.t('Guesses for {0}, fewer than half of which are right: changed in the same commits', name);
  await openChoice(await pickRecord(placeholder, rows, button));
}

/** Undefined where the person cancelled, or was told why git has no answer. */
async function readCommits(
  { git, projects }: FeatureServices,
  { project: { folder }, path }: PlacedFile,
  name: string,
): Promise<readonly SharedCommit[] | undefined> {
  const place = await git.open(folder.uri);
  if (!place) {
    await answer(l10n.t('{0} is in no git repository, so there are no commits to guess from.', name));
    return undefined;
  }
  return withStopping(l10n.t('Asking git what changed with {0}', name), async (signal) => {
    if (!(await unlessAborted(projects.whenRead(), signal))) return undefined;
    try {
      return await sharedCommits({ ...place, signal }, path);
    } catch (error) {
      if (signal.aborted && error instanceof GitUnanswered) return undefined;
      throw error;
    }
  });
}
