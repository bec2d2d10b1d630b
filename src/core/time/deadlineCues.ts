import { languages } from './languages/languages';
import { anyWord } from './languages/timeLanguage';
import type { DayEdge } from './timeMeanings';
import { readTimePhrase, type TimePhrase } from './timePhrase';

/** A phrase that may name a deadline or an appointment. */
export interface Candidate {
  readonly phrase: TimePhrase;
  readonly edge: DayEdge;
  /** Whether a cue stands before it; without a cue, only an hour of a certain day counts. */
  readonly cued: boolean;
}

const cues = languages.map((language) => language.cues);
const startCues = cues.flatMap(({ beforeStart }) => beforeStart);
const before = anyWord([...cues.flatMap((cue) => cue.before), ...startCues], 'giu');
const announced = anyWord(
  cues.flatMap((cue) => cue.announced),
  'giu',
);
const startEdge = new RegExp(`^(?:${startCues.join('|')})$`, 'iu');
/** The text between a cue and its time: marks as in `**Needed by:**`, a table's bar, and one filler. */
const afterCue = new RegExp(
  `[\\s:*_|(]{1,6}(?:(?:${cues.flatMap(({ between }) => between).join('|')})(?=[\\s:*_|]))?`,
  'iuy',
);
/** Nothing but marks and fillers between an announcement and its time. */
const onlyFillers = new RegExp(
  `^(?:[^\\p{L}\\p{N}]|(?<!\\p{L})(?:time|ist|est|es|${cues.flatMap(({ between }) => between).join('|')})(?!\\p{L}))*$`,
  'iu',
);
/** In any language: `5pm`, `17:00`, `2026-11-29`. */
const firstDigits = ['\\d{1,2}(?::\\d{2})? ?[ap]\\.?m', '\\d{1,2}:\\d{2}', '\\d{4}-\\d\\d-\\d\\d'];
const uncued = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${[...cues.flatMap(({ first }) => first), ...firstDigits].join('|')})`,
  'giu',
);
/** "Cut by 3h", "down by 12:00 hours": an amount, not a time. */
const quantity =
  /(?:reduced?|cut|shortened|extended|delayed?|grew|grown|increased?|decreased?|down|up|off|out|late|early|slower|faster|multiplied|divided)\s+by$/i;

/**
 * The beginning of a range of hours: `von 9 bis` 17 Uhr, `desde las 9:00 hasta` las 18:00, `Montag bis Freitag, 8 bis`
 * 16 Uhr, `Samstag, 23 bis` 3 Uhr.
 */
const rangeOfHours =
  /(?:^|tag |uhr |[,:|(] ?)(?:2[0-4]|[01]?\d) bis$|tag bis \p{L}{3,7}(?:tag|woch),? \d{1,2}(?:[:.]\d\d)? (?:uhr )?bis$|(?<!\p{L})(?:von|zwischen|de|desde|entre) (?:las? )?\d{1,2}(?:[:.h]\d\d)? ?(?:uhr|h|heures?)? (?:bis|hasta|jusqu['’]à)$/iu;

/** Possible deadlines of a line, in order of place; they may overlap. */
export function candidatesIn(line: string): readonly Candidate[] {
  const all = [...cuedIn(line), ...announcedIn(line), ...uncuedIn(line)];
  return all.sort((a, b) => a.phrase.start - b.phrase.start || Number(b.cued) - Number(a.cued));
}

function cuedIn(line: string): Candidate[] {
  return [...line.matchAll(before)].flatMap((found) => {
    const [word] = found;
    const lead = line.slice(Math.max(0, found.index - 40), found.index);
    const isRange =
      (/^(?:until|till)$/i.test(word) && /\b(?:from|between)\b/i.test(lead)) || rangeOfHours.test(lead + word);
    const phrase = isRange ? null : phraseAfter(line, found.index + word.length);
    const isAmount = phrase?.day === null && quantity.test(lead + word);
    return phrase && !isAmount ? [{ phrase, edge: startEdge.test(word) ? 'start' : 'end', cued: true }] : [];
  });
}

function phraseAfter(line: string, start: number): TimePhrase | null {
  let at = start;
  let first: number | null = null;
  for (let fillers = 0; fillers < 4; fillers++) {
    afterCue.lastIndex = at;
    const gap = afterCue.exec(line)?.[0];
    if (gap === undefined) break;
    first ??= at + gap.length - gap.trimStart().length;
    at = afterCue.lastIndex;
    const phrase = readTimePhrase(line, at);
    if (phrase) return phrase;
  }
  // `by a week from Monday`: what is a filler in one language begins a time in another.
  return first === null || first === at ? null : readTimePhrase(line, first);
}

function announcedIn(line: string): Candidate[] {
  return [...line.matchAll(announced)].flatMap(({ 0: word, index }) => {
    const phrase = phraseWithin(line, index + word.length);
    // "Cutoff is 15:00" may be meant for every day, and "Deadline: vrijdag 17:00" for a day that is not understood.
    const isAnyDay =
      phrase?.day === null &&
      (/^cut|schluss$/i.test(word) || !onlyFillers.test(line.slice(index + word.length, phrase.start)));
    return phrase ? [{ phrase: isAnyDay ? { ...phrase, whole: false } : phrase, edge: 'end', cued: true }] : [];
  });
}

/** The time within 40 characters of the same sentence. */
function phraseWithin(line: string, start: number): TimePhrase | null {
  const [gap = ''] = /^[^.!?;\0]{0,40}/.exec(line.slice(start, start + 40)) ?? [];
  if (/\b(?:was|were|missed|exceeded|passed|war|verpasst)\b/i.test(gap)) return null;
  for (const { index } of gap.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    const phrase = readTimePhrase(line, start + index);
    if (phrase) return phrase;
  }
  return null;
}

function uncuedIn(line: string): Candidate[] {
  return [...line.matchAll(uncued)].flatMap(({ index }) => {
    const phrase = readTimePhrase(line, index);
    return phrase ? [{ phrase, edge: 'end', cued: false }] : [];
  });
}
