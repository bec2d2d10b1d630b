import { l10n } from 'vscode';
import { unlessAborted } from '../../../core/tasks/stopping';
import { answerWith } from '../../host/answer';
import { commands } from '../../host/ids';
import { withStopping } from '../../host/withStopping';
import type { Projects } from '../../workspace/projects';
import { progressText } from '../words/progressText';

/**
 * Waits while the records of a folder are read for the first time. The person sees the progress and may cancel.
 * @returns false where the person cancelled, or was told that the reading was stopped before any record was found
 */
export async function areRecordsKnown(projects: Projects): Promise<boolean> {
  if (!(await areRecordsLoaded(projects))) return false;
  if (projects.state !== 'stopped') return true;
  const why = l10n.t('Reading was stopped before a record was found.');
  void answerWith(why, l10n.t('Read Records Again'), commands.refresh);
  return false;
}

/** As `areRecordsKnown`, for a command that has something to offer even without a record. */
export async function areRecordsLoaded(projects: Projects): Promise<boolean> {
  if (projects.state !== 'reading' && projects.folders.every(({ view }) => view.loaded)) return true;
  const loaded = await withStopping(l10n.t('Reading records'), async (signal, report) => {
    const listener = projects.onDidProgress(() => {
      const { progress } = projects;
      if (progress) report(progressText(progress));
    });
    try {
      return await unlessAborted(projects.whenLoaded(), signal);
    } finally {
      listener.dispose();
    }
  });
  return loaded !== undefined;
}
