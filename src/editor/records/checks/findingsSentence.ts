import { l10n } from 'vscode';
import { joinParts } from '../../../core/text/compareText';
import { visibleText } from '../../host/visibleText';
import { mostFindings } from './findingsTree';
import type { PlacedFinding } from './model/findingRows';
import type { Unchecked } from './workspaceFindings';

/** The result of a check of all files, in one line. */
export function findingsSentence(found: readonly PlacedFinding[], unchecked: Unchecked): string {
  const files = new Set(found.map(({ folder, finding }) => `${folder}\n${finding.file}`)).size;
  if (found.length > 0 || !unchecked.reading) return withUnchecked(countSentence(found.length, files), unchecked);
  const nothing = l10n.t('No finding in the files that were read: reading was stopped.');
  return withUnchecked(nothing, { ...unchecked, reading: false });
}

/** The count, and what was not checked. */
function withUnchecked(count: string, { reading, git }: Unchecked): string {
  const partial = reading ? l10n.t('Reading was stopped: files that were not read were not checked.') : '';
  const gitFailed = git ? l10n.t('Git could not be asked: paths that are gone were not checked.') : '';
  return joinParts([count, joinParts([partial, gitFailed], ' ')], /[.]$/.test(count) ? ' ' : '. ');
}

function countSentence(findings: number, files: number): string {
  if (findings === 0) return l10n.t('All references, links and scopes hold.');
  if (findings === 1) return l10n.t('1 finding');
  if (findings > mostFindings) return l10n.t('The first {0} of {1} findings', mostFindings, findings);
  return files === 1
    ? l10n.t('{0} findings in 1 file', findings)
    : l10n.t('{0} findings in {1} files', findings, files);
}

/**
 * The line above the rows. Empty where no finding passes the filter: only without a message does the editor show the
 * view's welcome text, which offers to clear the filter.
 */
export function shownSentence(
  found: readonly PlacedFinding[],
  shown: number,
  filter: string,
  unchecked: Unchecked,
): string {
  if (filter === '') return findingsSentence(found, unchecked);
  if (shown === 0) return '';
  const words = `"${visibleText(filter, 60)}"`;
  const count =
    shown > mostFindings
      ? joinParts([l10n.t('The first {0} of {1} findings', mostFindings, shown), words], ': ')
      : l10n.t('{0} of {1} findings: {2}', shown, found.length, words);
  return withUnchecked(count, unchecked);
}

/**
 * The result of a check that the person cancelled. @param isShown whether the view has the findings of an earlier one
 */
export function stoppedSentence(isShown: boolean): string {
  return isShown
    ? l10n.t('The check was stopped before all files were looked at: Findings shows what the one before it found.')
    : l10n.t('The check was stopped before all files were looked at, so nothing is said of their references.');
}
