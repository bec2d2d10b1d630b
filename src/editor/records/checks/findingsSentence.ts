import { l10n } from 'vscode';
import { joinParts } from '../../../core/text/compareText';
import { mostFindings } from './findingsTree';
import type { PlacedFinding } from './model/findingRows';

/**
 * What a check of all files came to, in one line.
 * @param isPartial a person stopped the reading: of files that were not read nothing is known
 */
export function findingsSentence(found: readonly PlacedFinding[], isPartial: boolean): string {
  const files = new Set(found.map(({ folder, finding }) => `${folder}\n${finding.file}`)).size;
  if (!isPartial) return countSentence(found.length, files);
  if (found.length === 0) return l10n.t('No finding in the files that were read: reading was stopped.');
  const partial = l10n.t('Reading was stopped: files that were not read were not checked.');
  return joinParts([countSentence(found.length, files), partial], '. ');
}

function countSentence(findings: number, files: number): string {
  if (findings === 0) return l10n.t('All references, links and scopes hold.');
  if (findings === 1) return l10n.t('1 finding');
  if (findings > mostFindings) return l10n.t('The first {0} of {1} findings', mostFindings, findings);
  return files === 1
    ? l10n.t('{0} findings in 1 file', findings)
    : l10n.t('{0} findings in {1} files', findings, files);
}
