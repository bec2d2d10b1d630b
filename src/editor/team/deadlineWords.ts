import { l10n } from 'vscode';
import type { DeadlineCode } from '../../core/time/deadlines';

/** Why somebody elsewhere cannot tell when that is. */
export function deadlineSentence(code: DeadlineCode): string {
  switch (code) {
    case 'no-zone':
      return l10n.t('This time has no zone: readers elsewhere take it for their own.');
    case 'abbreviation':
      return l10n.t('These letters stand for several time zones.');
    case 'end-of-day':
      return l10n.t('Whose day ends when? Readers elsewhere cannot tell.');
    case 'no-time':
      return l10n.t('This day begins and ends at other hours elsewhere, and no time is said.');
    case 'vague':
      return l10n.t('This could be any of several days.');
    case 'date-order':
      return l10n.t('Day and month can be read either way.');
  }
}
