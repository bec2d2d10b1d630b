import { l10n } from 'vscode';
import type { WriteRefusal } from '../../../core/records/write/recordText';

/** Why a record is not changed, and what to do about it. @param name the record's name, for people */
export function refusalSentence(why: WriteRefusal, name: string, status: string): string {
  switch (why) {
    case 'already':
      return l10n.t('{0} says so already.', name);
    case 'otherwise':
      return l10n.t('{0} says "{1}", which does not go with this. Correct that in its file first.', name, status);
    case 'no-status':
      return l10n.t('{0} states no status, and there is no place known for one. Write it into the file by hand.', name);
    case 'not-found':
      return l10n.t(
        'The status of {0} stands in a form that Meridian reads and does not write. Change it in the file by hand.',
        name,
      );
    case 'prose':
      return l10n.t('The status of {0} is a text of its own. Change it in the file by hand.', name);
    case 'not-read-back':
      return l10n.t(
        'Nothing was changed: what Meridian would write into {0} would not be read as it is meant. Change it by hand.',
        name,
      );
    case 'conflict':
      return l10n.t('A merge was left unfinished in the file of {0}. Resolve the conflict, and try again.', name);
    case 'gone':
      return l10n.t('{0} is no longer in its file. Refresh the records, and try again.', name);
    case 'encoding':
      return l10n.t('The file of {0} is not in UTF-8. Save it as UTF-8, and try again.', name);
    case 'cut':
      return l10n.t('The file of {0} is too long to be read as a whole. Change it by hand.', name);
  }
}
