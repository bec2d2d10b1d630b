import type { DraftLine } from '../drafts/draft';
import type { Reader } from '../drafts/reader';
import { joinParts } from '../text/compareText';
import { codeText, fileLink, inlineText } from '../text/escape';
import { isWorking, nextWorkingStart } from '../time/workingHours';
import { writeInBothClocks } from '../time/writeClock';
import type { Askable, AskPlaces, PossibleAnswer, QuestionInput } from './questionInput';

const mostPeople = 5;
const mostChannels = 3;
const mostAnswers = 3;

/** The line that opens the part for the asker alone, which ends with the first `</details>`. */
const askersFold = '<details><summary>Before you send it: whom to ask, and what may answer it</summary>';

/** Whom and where to ask, and what may answer it already: for the asker, so it is folded away below the question. */
export function beforeSending(input: QuestionInput, reader: Reader): DraftLine[][] {
  const places = askRows(input, reader);
  const answers = input.answers.slice(0, mostAnswers).map(answerRow);
  const host = input.code?.permalink?.unknownHost ?? null;
  if (places.length + answers.length === 0 && host === null) return [];
  return [
    [askersFold],
    ...(places.length > 0 ? [['### Whom and where to ask', '', ...places]] : []),
    ...(answers.length > 0 ? [['### What may answer it', '', ...answers]] : []),
    ...(host === null ? [] : [['### For a permalink', '', hostRow(host)]]),
    ['</details>'],
  ];
}

function hostRow(host: string): string {
  return `- The name of ${codeText(host)} does not say what it runs; the setting \`meridian.questions.hosts\` can.`;
}

function askRows(input: QuestionInput, reader: Reader): string[] {
  const { people, otherOwners, channels }: AskPlaces = input.places;
  return [
    ...people.slice(0, mostPeople).map((askable) => personRow(askable, input, reader)),
    ...(otherOwners.length > 0
      ? [`- Owners of the file: ${otherOwners.slice(0, mostPeople).map(codeText).join(', ')}`]
      : []),
    ...channels.slice(0, mostChannels).map(({ name, purpose, url }) => {
      const parts = [codeText(name), purpose === null ? '' : inlineText(purpose), url === null ? '' : codeText(url)];
      return `- ${joinParts(parts, ' · ')}`;
    }),
  ];
}

const reasons: Readonly<Record<Askable['reason'], string>> = {
  owner: 'owns the file',
  'last-change': 'changed these lines last',
};

function personRow({ party, reason }: Askable, { now, zone }: QuestionInput, reader: Reader): string {
  const { name, schedule, contact } = party;
  const start = schedule && nextWorkingStart(schedule, now);
  const hours =
    schedule === null
      ? ''
      : isWorking(schedule, now)
        ? 'is at work now'
        : start === null
          ? ''
          : `next at work ${writeInBothClocks(start, zone, schedule.zone, now)}`;
  const isReader = name === reader.person?.name;
  const parts = [
    inlineText(name, 60),
    reasons[reason],
    isReader ? '' : hours,
    contact === null || isReader ? '' : inlineText(contact),
  ];
  return `- ${joinParts(parts, ' · ')}`;
}

function answerRow({ title, href, passage, line }: PossibleAnswer): string {
  return `- ${fileLink(title, href)}, line ${line}: ${inlineText(passage, 200)}`;
}
