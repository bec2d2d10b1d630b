import { l10n } from 'vscode';
import type { LinkDetail } from '../../../core/links/link';
import { visibleText } from '../../host/visibleText';

/** Why a record is linked to a file, as a row's description: `cited on line 4, 88`. */
export function reasonText(detail: LinkDetail): string {
  switch (detail.reason) {
    case 'reference':
      return detail.lines.length > 3
        ? l10n.t('cited on line {0} and {1} more', detail.lines.slice(0, 2).join(', '), detail.lines.length - 2)
        : l10n.t('cited on line {0}', detail.lines.join(', '));
    case 'scope':
      return l10n.t('governs {0}', visibleText(detail.glob, 60));
    case 'mention':
      return l10n.t('names this file');
    case 'history':
      return l10n.t('changed together in {0} commits', detail.commits);
    case 'folder':
      return l10n.t('same package');
  }
}

/** The same at length, for a tooltip. */
export function reasonSentence(detail: LinkDetail): string {
  switch (detail.reason) {
    case 'reference':
      return l10n.t('This file cites it on line {0}.', detail.lines.slice(0, 20).join(', '));
    case 'scope':
      return l10n.t('Its front matter says that it governs {0}.', visibleText(detail.glob, 100));
    case 'mention':
      return l10n.t('It names this file as {0} on line {1}.', visibleText(detail.text, 100), detail.line);
    case 'history':
      return l10n.t('Both were changed together in {0} commits.', detail.commits);
    case 'folder':
      return l10n.t('It belongs to {0}.', visibleText(detail.folder, 100) || l10n.t('this folder'));
  }
}
