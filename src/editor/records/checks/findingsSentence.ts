import { l10n } from 'vscode';
import { joinParts } from '../../../core/text/compareText';
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

/** What a check came to that a person stopped. @param isShown whether the view has the findings of one before */
export function stoppedSentence(isShown: boolean): string {
  return isShown
    ? l10n.t('The check was stopped before all files were looked at: Findings shows what the one before it found.')
    : l10n.t('The check was stopped before all files were looked at, so nothing is said of their references.');
}
