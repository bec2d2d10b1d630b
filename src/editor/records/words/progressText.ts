import { env, l10n } from 'vscode';
import type { ReadingProgress } from '../../../core/projectView';

/** How far a work on files is: `1,200 of 4,000 files`. */
export function progressText(progress: ReadingProgress): string {
  return l10n.t('{0} of {1} files', ...progressNumbers(progress));
}

/** What is done and the whole, as the language of the editor writes numbers. */
export function progressNumbers({ done, total }: ReadingProgress): [done: string, total: string] {
  return [done.toLocaleString(env.language), total.toLocaleString(env.language)];
}
