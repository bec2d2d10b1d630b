import { type Disposable, type Event, EventEmitter, l10n, type TextDocument } from 'vscode';
import type { Gap } from '../../core/drafts/gap';
import { checkQuestion, type QuestionGapCode } from '../../core/questions/checkQuestion';
import type { HiddenSecret } from '../../core/questions/maskedLines';
import { usualDays, usualHours } from '../../core/team/team';
import type { ZoneName } from '../../core/time/zone';
import type { GitHubPresence } from '../github/gitHubPresence';
import { commands, contextKeys, settingKeys } from '../host/ids';
import { ownMarkdown } from '../host/ownMarkdown';
import { isOn } from '../host/settings';
import { Untouched } from '../written/untouched';
import type { WrittenAction, WrittenState, WrittenText } from '../written/writtenText';

const goal = /^[ \t]{0,3}(?:[-*+] )?\*\*Goal:\*\*/m;
const neededBy = /^[ \t]{0,3}(?:[-*+] )?\*\*Needed by:\*\*/m;

/** Questions as a kind of written text, with what was masked in those of this window. */
export class WrittenQuestion implements WrittenText<QuestionGapCode>, Disposable {
  readonly name = 'question';
  readonly selector = { language: 'markdown' };
  readonly setting = settingKeys.questionReadiness;
  readonly inFront = contextKeys.questionInFront;
  readonly check = commands.checkQuestion;
  readonly ready = l10n.t('One reply can answer it');
  readonly list = {
    title: l10n.t('What is missing in this question'),
    none: l10n.t('Nothing is missing: one reply can answer it.'),
    elsewhere: l10n.t('Open a question first, or ask one with context.'),
  };
  readonly sentences = sentences;
  readonly unclearTime = 'unclear-needed-by';
  readonly changes: readonly Event<unknown>[];
  private readonly drafted = new Map<string, readonly HiddenSecret[]>();
  private readonly untouched = new Untouched();
  private readonly changed = new EventEmitter<void>();

  constructor(
    private readonly presence: GitHubPresence,
    private readonly now: () => number,
    private readonly zone: () => ZoneName,
  ) {
    this.changes = [this.changed.event, presence.onDidChange];
  }

  /** Called with a document that was drafted just now, and what was masked in it. */
  begin(document: TextDocument, hidden: readonly HiddenSecret[]): void {
    this.untouched.begin(document);
    this.remember(document, hidden);
  }

  /**
   * A question drafted in this window is still being written after it was saved. Keyed by path, since saving changes
   * the URI.
   */
  remember({ uri }: TextDocument, hidden: readonly HiddenSecret[]): void {
    this.drafted.set(uri.path, hidden);
    this.changed.fire();
  }

  /** What was masked in a question of this window and can be shown again. */
  hiddenIn({ uri }: TextDocument): readonly HiddenSecret[] {
    return this.drafted.get(uri.path) ?? [];
  }

  /** Recognised by the lines `**Goal:**` and `**Needed by:**`, which Meridian's draft and snippet have. */
  is(document: TextDocument): boolean {
    const text = ownMarkdown(document);
    return goal.test(text) && neededBy.test(text);
  }

  /** Questions of other people, and old ones, are not to be completed any more. */
  stateOf(document: TextDocument): WrittenState {
    const isWritten = document.isUntitled || document.isDirty || this.drafted.has(document.uri.path);
    return isWritten ? 'written' : 'read';
  }

  isAsDrafted(document: TextDocument): boolean {
    return this.untouched.has(document);
  }

  gapsIn(document: TextDocument): readonly Gap<QuestionGapCode>[] {
    const author = { zone: this.zone(), hours: usualHours, days: usualDays };
    return checkQuestion(document.getText(), { now: this.now(), author });
  }

  actionsFor(document: TextDocument): readonly WrittenAction[] {
    const save = { title: `$(save) ${l10n.t('Save as File')}`, command: 'workbench.action.files.save' };
    const issue = { title: `$(issues) ${l10n.t('Open an Issue…')}`, command: commands.openIssue };
    const mayBeThere = isOn(settingKeys.gitHub, document) && !this.presence.isAbsent(document.uri);
    return [
      ...masked(this.hiddenIn(document).length),
      { title: `$(copy) ${l10n.t('Copy As…')}`, command: commands.copyDraft },
      ...(document.isUntitled ? [save] : []),
      ...(mayBeThere ? [issue] : []),
    ];
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** What the person who answers would have to ask back for. `detail` is the text of the place that has the gap. */
const sentences: Readonly<Record<QuestionGapCode, (detail: string) => string>> = {
  'no-question': () => l10n.t('The question itself is missing: one sentence in the heading'),
  'no-goal': () => l10n.t('It is not said what you want to achieve'),
  'no-expected': () => l10n.t('It is not said what should happen'),
  'no-actual': () => l10n.t('It is not said what happens'),
  'no-tried': () => l10n.t('It is not said what you tried, and what that showed'),
  'no-urgency': () => l10n.t('It is not said whether this blocks you'),
  'no-needed-by': () => l10n.t('It is not said by when the answer is needed'),
  'unclear-needed-by': (words) => l10n.t('Readers elsewhere cannot tell when this is: {0}', words),
  'no-default': () => l10n.t('It is not said what you do without an answer'),
  'prompt-left': (item) => l10n.t('Left to fill in: {0}', item),
};

function masked(places: number): readonly WrittenAction[] {
  if (places === 0) return [];
  const sentence = places === 1 ? l10n.t('1 place is masked…') : l10n.t('{0} places are masked…', places);
  return [{ title: `$(eye-closed) ${sentence}`, command: commands.showMasked }];
}
