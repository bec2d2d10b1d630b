import { type Event, EventEmitter, l10n, type TextDocument } from 'vscode';
import { checkSummary, isSummary, type SummaryGapCode } from '../../../core/drafts/checkSummary';
import type { Gap } from '../../../core/drafts/gap';
import { commands, contextKeys, settingKeys } from '../../host/ids';
import { ownMarkdown } from '../../host/ownMarkdown';
import { Untouched } from '../../written/untouched';
import type { WrittenAction, WrittenState, WrittenText } from '../../written/writtenText';

/** Standups and weekly updates, of one person and of a team, as a kind of written text. */
export class WrittenSummary implements WrittenText<SummaryGapCode> {
  readonly name = 'summary';
  readonly selector = { language: 'markdown' };
  readonly setting = settingKeys.readiness;
  readonly inFront = contextKeys.summaryInFront;
  readonly check = commands.checkSummary;
  readonly ready = l10n.t('Ready to post');
  readonly list = {
    title: l10n.t('What is missing in this update'),
    none: l10n.t('Nothing is missing: the update is ready.'),
    elsewhere: l10n.t('Open a standup or weekly update first, or draft one.'),
  };
  readonly sentences = { 'prompt-left': (item: string) => l10n.t('Left to fill in: {0}', item) };
  readonly unclearTime = null;
  private readonly drafted = new EventEmitter<void>();
  readonly changes: readonly Event<unknown>[] = [this.drafted.event];
  private readonly untouched = new Untouched();

  /** Called with a document that was drafted just now. */
  begin(document: TextDocument): void {
    this.untouched.begin(document);
    this.drafted.fire();
  }

  is(document: TextDocument): boolean {
    return isSummary(ownMarkdown(document));
  }

  /** Summaries are for pasting elsewhere: a saved one is kept as it is, and not completed any more. */
  stateOf({ isUntitled, isDirty }: TextDocument): WrittenState {
    return isUntitled || isDirty ? 'written' : 'read';
  }

  isAsDrafted(document: TextDocument): boolean {
    return this.untouched.has(document);
  }

  gapsIn(document: TextDocument): readonly Gap<SummaryGapCode>[] {
    return checkSummary(document.getText());
  }

  actionsFor(): readonly WrittenAction[] {
    return [{ title: `$(copy) ${l10n.t('Copy As…')}`, command: commands.copyDraft }];
  }

  dispose(): void {
    this.drafted.dispose();
  }
}
