import { l10n } from 'vscode';
import type { Link, LinkDetail } from '../../../core/links/link';
import { holdsToday } from '../../../core/records/succession';
import { visibleText } from '../../host/visibleText';

/** Why a record is linked to a file: a sentence around its line numbers, which a page turns into links. */
export interface ReasonWords {
  readonly before: string;
  /** Lines of the file, at most as many as were asked for. */
  readonly lines: readonly number[];
  readonly after: string;
  /** The record's line with the link's reason; null where the reason is in the file. */
  readonly recordLine: number | null;
}

/** Marks the place of the lines in a sentence; `visibleText` lets no such character through from a repository. */
const linesSlot = '\u0000';

/** The part of a link that the sentence needs. */
export type Reasoned = Pick<Link, 'record' | 'detail'>;

/** @param most how many lines are named at most; more are counted */
export function reasonWords({ record, detail }: Reasoned, most: number): ReasonWords {
  switch (detail.reason) {
    case 'reference': {
      const lines = detail.lines.slice(0, most);
      const more = detail.lines.length - lines.length;
      if (detail.ambiguous !== undefined) return reason(l10n.t('may be cited on line {0}', linesSlot), lines);
      if (more === 0) return reason(l10n.t('cited on line {0}', linesSlot), lines);
      return reason(l10n.t('cited on line {0} and {1} more', linesSlot, more), lines);
    }
    case 'scope':
      return reason(
        holdsToday(record)
          ? l10n.t('governs {0}', visibleText(detail.glob, 60))
          : l10n.t('its scope: {0}', visibleText(detail.glob, 60)),
      );
    case 'mention':
      return { ...reason(l10n.t('names this file')), recordLine: detail.line };
    case 'words':
      return reason(l10n.t('both have {0}', visibleText(detail.words.join(', '), 60)));
    case 'history':
      return reason(historyWords(detail));
    case 'folder':
      return reason(l10n.t('same package'));
  }
}

function historyWords({ commits, newest }: Extract<LinkDetail, { reason: 'history' }>): string {
  const named = `${newest.join(', ')}${commits > newest.length ? ', …' : ''}`;
  if (commits === 1) return l10n.t('only a guess: changed in the same commit ({0})', named);
  return l10n.t('only a guess: changed in the same {0} commits ({1})', commits, named);
}

function reason(sentence: string, lines: readonly number[] = []): ReasonWords {
  const [before = '', after = ''] = sentence.split(linesSlot);
  return { before, lines, after, recordLine: null };
}

/** `cited on line 4, 88` */
export function reasonSentence({ before, lines, after }: ReasonWords): string {
  return `${before}${lines.join(', ')}${after}`;
}

/** The most line numbers in a row. */
const mostInRow = 3;

/** Why a record is linked to a file, as a row's description. */
export function reasonText(link: Reasoned): string {
  return reasonSentence(reasonWords(link, mostInRow));
}
