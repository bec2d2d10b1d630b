import { l10n } from 'vscode';
import { checkHandoff } from '../../../core/drafts/readiness';
import { placeOfGap } from '../../written/placeOfGap';
import type { GapList } from '../../written/showGaps';
import type { HandoffDocuments } from './handoffDocuments';
import { gapSentence, openHandoffFirst } from './readinessWords';

/** What handoffs lack, whoever wrote them. */
export function handoffGaps(documents: HandoffDocuments): GapList {
  return {
    title: l10n.t('What is missing in this handoff'),
    none: l10n.t('Nothing is missing: the handoff is ready.'),
    elsewhere: openHandoffFirst(),
    gapsIn: (document) => {
      if (!documents.isHandoff(document)) return null;
      const gaps = checkHandoff(document.getText());
      return gaps.map((gap) => ({ sentence: gapSentence(gap), line: gap.line, range: placeOfGap(document, gap) }));
    },
  };
}
