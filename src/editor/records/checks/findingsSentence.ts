import { l10n } from 'vscode';
import { joinParts } from '../../../core/text/compareText';
import { visibleText } from '../../host/visibleText';
import { mostFindings } from './findingsTree';
import type { PlacedFinding } from './model/findingRows';
import type { Unchecked } from './workspaceFindings';

/** What a check of all files came to, in one line. */
export function findingsSentence(found: readonly PlacedFinding[], unchecked: Unchecked): string {
  const files = new Set(found.map(({ folder, finding }) => `${folder}\n${finding.file}`)).size;
  if (found.length > 0 || !unchecked.reading) return withUnchecked(countSentence(found.length, files), unchecked);
  const nothing = l10n.t('No finding in the files that were read: reading was stopped.');
  return withUnchecked(nothing, { ...unchecked, reading: false });
}

/** The count with what it says nothing of. */
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
 * The line above the rows. Empty where none passes the filter: the editor has a view's welcome text, and with it the way
 * out, only where there is no message.
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

/** What a check came to that a person stopped. @param isShown whether the view has the findings of one before */
export function stoppedSentence(isShown: boolean): string {
  return isShown
    ? l10n.t('The check was stopped before all files were looked at: Findings shows what the one before it found.')
    : l10n.t('The check was stopped before all files were looked at, so nothing is said of their references.');
}
