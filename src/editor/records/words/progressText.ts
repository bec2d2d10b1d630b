import { env, l10n } from 'vscode';
import type { ReadingProgress } from '../../../core/projectView';

/** How far a work on files is: `1,200 of 4,000 files`. */
export function progressText({ done, total }: ReadingProgress): string {
  return l10n.t('{0} of {1} files', done.toLocaleString(env.language), total.toLocaleString(env.language));
}
