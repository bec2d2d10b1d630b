import { l10n } from 'vscode';
import { joinParts } from '../../../core/text/compareText';
import { visibleText } from '../../host/visibleText';
import { mostFindings } from './findingsTree';
import type { PlacedFinding } from './model/findingRows';
import type { Unchecked } from './workspaceFindings';

/** What a check of all files came to, in one line. */
export function findingsSentence(found: readonly PlacedFinding[], { reading, git }: Unchecked): string {
  const files = new Set(found.map(({ folder, finding }) => `${folder}\n${finding.file}`)).size;
  const count = reading ? partSentence(found.length, files) : countSentence(found.length, files);
  const gitFailed = git ? l10n.t('Git could not be asked: paths that are gone were not checked.') : '';
  return joinParts([count, gitFailed], /[.]$/.test(count) ? ' ' : '. ');
}

function partSentence(findings: number, files: number): string {
  if (findings === 0) return l10n.t('No finding in the files that were read: reading was stopped.');
  const partial = l10n.t('Reading was stopped: files that were not read were not checked.');
  return joinParts([countSentence(findings, files), partial], '. ');
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
  return l10n.t('{0} of {1} findings: {2}', shown, found.length, `"${visibleText(filter, 60)}"`);
}

/** What a check came to that a person stopped. @param isShown whether the view has the findings of one before */
export function stoppedSentence(isShown: boolean): string {
  return isShown
    ? l10n.t('The check was stopped before all files were looked at: Findings shows what the one before it found.')
    : l10n.t('The check was stopped before all files were looked at, so nothing is said of their references.');
}
