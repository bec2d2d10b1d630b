import { type InputBox, l10n, Range, TextEditorRevealType, window, workspace } from 'vscode';
import { memberNamed } from '../../core/drafts/addressee';
import { longestItem } from '../../core/handoffs/nextItems';
import { appendReply } from '../../core/handoffs/reply';
import type { Writer } from '../../core/tasks/writer';
import type { Instant } from '../../core/time/zone';
import { answer } from '../host/answer';
import { answerNameless } from '../host/answerFailures';
import { withoutIcons, withoutLinks } from '../host/visibleText';
import { tryRewrite } from '../written/draftDocument';
import type { FolderNote, HandoffStore } from './handoffStore';
import { nextText } from './handoffWords';

/** What the person has typed so far. */
export interface Typed {
  readonly restated: string;
  readonly question: string;
}

const nothing: Typed = { restated: '', question: '' };
const steps = 2;

/**
 * The reader restates in their own words what they will do first, and may ask a question. Both become a reply in the
 * note (docs/adr/0011). What was typed is kept until the reply is in the document, even where the person leaves a box.
 */
export class ReadBack {
  private readonly typed = new Map<string, Typed>();

  constructor(
    private readonly store: HandoffStore,
    private readonly now: () => Instant,
  ) {}

  /** @param words fill the boxes, where they are known already */
  async run(note: FolderNote, words: Partial<Typed> = {}): Promise<void> {
    const writer = this.store.writerIn(note.folder);
    if (!writer) {
      await answerNameless(
        l10n.t('A reply needs a name: say who you are in meridian.team.me, or set git’s user.name.'),
      );
      return;
    }
    const id = note.uri.toString();
    const keep = (part: Partial<Typed>) => this.typed.set(id, { ...(this.typed.get(id) ?? nothing), ...part });
    keep(words);
    const restated = await ask({
      step: 1,
      prompt: firstPrompt(note),
      placeholder: l10n.t('In your own words: what you will do first'),
      value: this.typed.get(id)?.restated ?? '',
      keep: (value) => keep({ restated: value }),
      refusal: (value) =>
        value.trim() === '' ? l10n.t('Say it in your own words, so that misunderstandings show.') : '',
    });
    if (restated === undefined) return;
    const question = await ask({
      step: 2,
      prompt: l10n.t('What do you ask back? Leave it empty if nothing is open.'),
      placeholder: l10n.t('A question, or nothing'),
      value: this.typed.get(id)?.question ?? '',
      keep: (value) => keep({ question: value }),
      refusal: () => '',
    });
    if (question === undefined) return;
    if (await this.append(note, writer, { restated, question })) this.typed.delete(id);
  }

  /** Leaves the document unsaved: only the person saves. @returns whether the reply is in it */
  private async append(note: FolderNote, { party, zone, team }: Writer, typed: Typed): Promise<boolean> {
    const document = await workspace.openTextDocument(note.uri);
    const after = appendReply(document.getText(), {
      by: party.name,
      at: this.now(),
      zone,
      readerZone: note.from === null ? null : (memberNamed(note.from, team)?.zone ?? null),
      restated: typed.restated,
      askedBack: typed.question,
    });
    const place = await tryRewrite(document, after);
    if (place === null) {
      await answer(l10n.t('The note could not be changed. What you typed is kept: run Read Back again.'));
      return false;
    }
    const shown = await window.showTextDocument(document, { preview: false });
    shown.revealRange(new Range(place, place), TextEditorRevealType.InCenterIfOutsideViewport);
    window.setStatusBarMessage(l10n.t('Read back. Save and commit the note, so that its writer sees it.'), 8_000);
    return true;
  }
}

function firstPrompt(note: FolderNote): string {
  const next = nextText(note, longestItem);
  if (next === '') return l10n.t('The note names no next step. What will you do first?');
  return withoutIcons(withoutLinks(l10n.t('Next: {0}', next)));
}

interface Question {
  readonly step: number;
  readonly prompt: string;
  readonly placeholder: string;
  readonly value: string;
  /** Called with each keystroke. */
  readonly keep: (value: string) => void;
  /** Why the value is not accepted, or `''`. */
  readonly refusal: (value: string) => string;
}

/** @returns undefined where the person left */
function ask({ step, prompt, placeholder, value, keep, refusal }: Question): Promise<string | undefined> {
  const box: InputBox = window.createInputBox();
  box.title = l10n.t('Read Back');
  box.step = step;
  box.totalSteps = steps;
  box.prompt = prompt;
  box.placeholder = placeholder;
  box.value = value;
  box.ignoreFocusOut = true;
  return new Promise((resolve) => {
    box.onDidChangeValue((typed) => {
      keep(typed);
      box.validationMessage = undefined;
    });
    box.onDidAccept(() => {
      const problem = refusal(box.value);
      if (problem !== '') {
        box.validationMessage = problem;
        return;
      }
      resolve(box.value);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}
