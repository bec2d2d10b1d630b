import type { DayEdge } from './timeMeanings';
import { readTimePhrase, type TimePhrase } from './timePhrase';

/** A phrase that is meant as a deadline or an appointment. */
export interface Candidate {
  readonly phrase: TimePhrase;
  readonly edge: DayEdge;
  /** Whether a word before it says so; without one, only an hour of a certain day counts. */
  readonly cued: boolean;
}

/** Words right before a time: what is due, or ends, begins or happens then. */
const before =
  /(?<![\p{L}\p{N}])(?:by|before|until|till|due|no later than|not later than|ETA|(?:clos|end|expir|start|begin|open|laps|freez)e?s|goes (?:down|live|out|off|up)|runs out|bis|spätestens|vor|fällig|avant|d['’]ici|jusqu['’](?:au?|en|à)|au plus tard|pour|antes|hasta|a más tardar|para|vence)(?![\p{L}\p{N}])/giu;
/** Words that a time follows at a distance: "The deadline for comments is Friday". */
const announced =
  /(?<![\p{L}\p{N}])(?:deadline|frist|termin|échéance|date limite|fecha límite|plazo)(?![\p{L}\p{N}])/giu;
const startEdge = /^(?:before|until|till|vor|avant|jusqu|antes|hasta|start|begin|open)/i;
/** Between a cue and its time: `due date: on the`, `**Needed by:**`, a table's bar. */
const afterCue =
  /[\s:*_|(]{1,6}(?:(?:on|at|the|date|is|latest|around|about|by|this|zum|zur|am|den|der|dem|um|spätestens|diesen|diese|kommenden|le|la|les|au|à|el|los|las|del|de|al|a|el día)(?=[\s:*_|]))?/iuy;
/** Words that a deadline without a cue may begin with. */
const uncued =
  /(?<![\p{L}\p{N}_])(?:EOD|EOB|COB|(?:end|close) of (?:the )?(?:day|business|play)|today|tonight|tomorrow|the day after|this (?:afternoon|evening)|in (?:\d|a |an |one |two |three |four |five |six |seven |eight |nine |ten |eine[mr]? |zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)|(?:next |this |coming )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|\d{1,2}(?::\d{2})? ?[ap]\.?m|\d{1,2}:\d{2}|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|\d{4}-\d\d-\d\d|heute|morgen|übermorgen|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|demain|aujourd|ce soir|cet après-midi|dans (?:\d|une? |deux|trois|quatre|cinq|six|sept|huit|neuf|dix)|(?:en|dentro de) (?:\d|una? |dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|hoy|mañana|esta tarde|esta noche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)/giu;
/** "Cut by 3h", "down by 12:00 hours": a difference, not a time. */
const quantity =
  /(?:reduced?|cut|shortened|extended|delayed?|grew|grown|increased?|decreased?|down|up|off|out|late|early|slower|faster|multiplied|divided)\s+by$/i;

/** What a line may name as a deadline, in order of place; what overlaps is not sorted out. */
export function candidatesIn(line: string): readonly Candidate[] {
  const all = [...cuedIn(line), ...announcedIn(line), ...uncuedIn(line)];
  return all.sort((a, b) => a.phrase.start - b.phrase.start || Number(b.cued) - Number(a.cued));
}

function cuedIn(line: string): Candidate[] {
  return [...line.matchAll(before)].flatMap((found) => {
    const [word] = found;
    const lead = line.slice(Math.max(0, found.index - 40), found.index);
    const isRange = /^(?:until|till)$/i.test(word) && /\b(?:from|between)\b/i.test(lead);
    const phrase = isRange ? null : phraseAfter(line, found.index + word.length);
    const isAmount = phrase?.day === null && quantity.test(lead + word);
    return phrase && !isAmount ? [{ phrase, edge: startEdge.test(word) ? 'start' : 'end', cued: true }] : [];
  });
}

function phraseAfter(line: string, start: number): TimePhrase | null {
  let at = start;
  for (let fillers = 0; fillers < 4; fillers++) {
    afterCue.lastIndex = at;
    if (!afterCue.test(line)) return null;
    at = afterCue.lastIndex;
    const phrase = readTimePhrase(line, at);
    if (phrase) return phrase;
  }
  return null;
}

function announcedIn(line: string): Candidate[] {
  return [...line.matchAll(announced)].flatMap(({ 0: word, index }) => {
    const phrase = phraseWithin(line, index + word.length);
    return phrase ? [{ phrase, edge: 'end', cued: true }] : [];
  });
}

/** Within 40 characters of the same sentence. */
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
