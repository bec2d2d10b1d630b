import { l10n } from 'vscode';
import type { LinkDetail } from '../../../core/links/link';
import { visibleText } from '../../host/visibleText';

/** Why a record is linked to a file, as a row's description: `cited on line 4, 88`. */
export function reasonText(detail: LinkDetail): string {
  switch (detail.reason) {
    case 'reference':
      if (detail.ambiguous !== undefined)
        return l10n.t('may be cited on line {0}', detail.lines.slice(0, 3).join(', '));
      return detail.lines.length > 3
        ? l10n.t('cited on line {0} and {1} more', detail.lines.slice(0, 2).join(', '), detail.lines.length - 2)
        : l10n.t('cited on line {0}', detail.lines.join(', '));
    case 'scope':
      return l10n.t('governs {0}', visibleText(detail.glob, 60));
    case 'mention':
      return l10n.t('names this file');
    case 'words':
      return l10n.t('both have {0}', visibleText(detail.words.join(', '), 60));
    case 'history':
      return l10n.t('changed together in {0} commits', detail.commits);
    case 'folder':
      return l10n.t('same package');
  }
}
