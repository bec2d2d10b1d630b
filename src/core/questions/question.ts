import { compose, type Draft, type DraftLine, separate } from '../drafts/draft';
import { ask, choose } from '../drafts/prompts';
import { hoursLines, type Reader, readerOf, whenOf } from '../drafts/reader';
import { inlineText, oneLine } from '../text/escape';
import { beforeSending } from './beforeSending';
import { context } from './context';
import { urgencies } from './questionFields';
import type { QuestionInput } from './questionInput';

/**
 * A question that one reply can answer, as Markdown: the goal before what fails, when an answer is needed and what
 * happens without one, then what the editor and git know. What is only for the asker is in a fold, which copies can
 * leave out (docs/adr/0019).
 */
export function draftQuestion(input: QuestionInput): Draft {
  const reader = readerOf(input);
  return compose(
    separate([
      [title(input, reader)],
      hoursLines(input, reader),
      symptom(input),
      expectation(input, reader),
      ...context(input),
      ...beforeSending(input, reader),
    ]),
  );
}

function title({ to: addressee }: QuestionInput, { name }: Reader): DraftLine {
  const to = addressee.kind === 'anybody' ? 'Question' : `Question for ${inlineText(name, 60)}`;
  return [`# ${to}: `, ask('the question, in one sentence')];
}

/** The goal goes first: what is asked about is often only one way to it. */
function symptom({ goal }: QuestionInput): DraftLine[] {
  const typed = oneLine(goal ?? '').replace(/[‹›]/g, "'");
  return [
    ['- **Goal:** ', typed === '' ? ask('what you want to achieve, before what fails') : typed],
    ['- **Expected:** ', ask('what should happen')],
    ['- **Actual:** ', ask('what happens, in the words of the error')],
    ['- **Tried:** ', ask('what you did and what it showed')],
  ];
}

function expectation(input: QuestionInput, reader: Reader): DraftLine[] {
  return [
    ['- **Urgency:** ', choose(urgencies)],
    ['- **Needed by:** ', ask(whenOf(input, reader))],
    ['- **Meanwhile I:** ', ask('what you do until then')],
    ['- **Without an answer I will:** ', ask('the default that you go ahead with')],
  ];
}
