import { env, l10n } from 'vscode';
import type { ReadingProgress } from '../../../core/projectView';

/** The progress of work on files: `1,200 of 4,000 files`. */
export function progressText(progress: ReadingProgress): string {
  return l10n.t('{0} of {1} files', ...progressNumbers(progress));
}

/** Both numbers in the format of the editor's language. */
export function progressNumbers({ done, total }: ReadingProgress): [done: string, total: string] {
  return [done.toLocaleString(env.language), total.toLocaleString(env.language)];
}
