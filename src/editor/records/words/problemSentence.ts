import { l10n } from 'vscode';
import { isOfEncoding, type RecordProblem } from '../../../core/records/record';

/** Why a record was not read in full, and what to do about it. The limits are those of docs/security.md#r32. */
export function problemSentence(problem: RecordProblem): string {
  if (problem === 'encoding:unknown') {
    return l10n.t(
      'This file is not in UTF-8, and its encoding was not recognized: letters may be missing. Save it as UTF-8.',
    );
  }
  if (isOfEncoding(problem)) {
    const encoding = problem.slice(problem.indexOf(':') + 1);
    return l10n.t(
      'This file is not in UTF-8 and was read as {0}. Save it as UTF-8 to be sure of its letters.',
      encoding,
    );
  }
  switch (problem) {
    case 'conflict':
      return l10n.t(
        'A merge was left unfinished in this file: what its two sides say was not read. Resolve the conflict and save it.',
      );
    case 'truncated':
      return l10n.t(
        'Only the beginning of this record, or of a very long line in it, was read. Split it to have all of it read.',
      );
    case 'front-matter':
      return l10n.t(
        'The front matter of this record is not valid YAML, so some of it may be missing here. Correct it between the two lines of dashes.',
      );
    case 'too-large':
      return l10n.t(
        'This file is larger than 1 MB and was not read. Shorten it, or leave it out with the setting meridian.records.exclude.',
      );
    case 'not-text':
      return l10n.t('This file is not text, or is in an encoding that was not recognized. Save it as UTF-8.');
    case 'empty':
      return l10n.t('This file is empty: only its name says that it is a record.');
    case 'unreadable':
      return l10n.t(
        'This file could not be read. Check that it is a regular file inside the folder and that you may read it.',
      );
    case 'missing':
      return l10n.t('This file is no longer there. Save it again, or refresh the records.');
  }
}
