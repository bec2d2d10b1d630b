import type { TextDocument } from 'vscode';
import { checkQuestion, type QuestionGap } from '../../core/questions/checkQuestion';
import type { HiddenSecret } from '../../core/questions/maskedLines';
import { usualDays, usualHours } from '../../core/team/team';
import type { ZoneName } from '../../core/time/zone';
import { settingKeys } from '../host/ids';
import { ownMarkdown } from '../host/ownMarkdown';
import { isOn } from '../host/settings';

const goal = /^[ \t]{0,3}(?:[-*+] )?\*\*Goal:\*\*/m;
const neededBy = /^[ \t]{0,3}(?:[-*+] )?\*\*Needed by:\*\*/m;

/** Which documents are questions that somebody is writing, by what our draft and our snippet have. */
export class QuestionDocuments {
  private readonly drafted = new Map<string, readonly HiddenSecret[]>();

  constructor(
    private readonly now: () => number,
    private readonly zone: () => ZoneName,
  ) {}

  /** Drafted in this window: still being written after it was saved. By path: saving gives it another URI. */
  remember({ uri }: TextDocument, hidden: readonly HiddenSecret[]): void {
    this.drafted.set(uri.path, hidden);
  }

  /** What was masked in a question of this window and can be shown again. */
  hiddenIn({ uri }: TextDocument): readonly HiddenSecret[] {
    return this.drafted.get(uri.path) ?? [];
  }

  isQuestion(document: TextDocument): boolean {
    const text = ownMarkdown(document);
    return goal.test(text) && neededBy.test(text);
  }

  /** What others asked, and what was asked long ago, is not to be completed any more. */
  isBeingWritten(document: TextDocument): boolean {
    if (!isOn(settingKeys.questionReadiness, document)) return false;
    const isOpen = document.isUntitled || document.isDirty || this.drafted.has(document.uri.path);
    return isOpen && this.isQuestion(document);
  }

  gapsIn(document: TextDocument): readonly QuestionGap[] {
    const author = { zone: this.zone(), hours: usualHours, days: usualDays };
    return checkQuestion(document.getText(), { now: this.now(), author });
  }
}
