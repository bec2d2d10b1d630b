import { pipeCells } from '../text/tableCells';
import { readTimePart } from './timeWords';

/**
 * The beginning of a sentence about the zone of all times: "All times are UTC", "Times in Tokyo time", "Alle Zeiten in
 * MEZ", "Heures de Paris".
 */
const sentence =
  /(?<!\p{L})(?:times|clocks|hours|zeiten|uhrzeiten|zeitangaben|heures|horas|horarios)(?!\p{L})(?:\s+(?:below|here|given|shown|are|is|all|sind|stehen|immer|sont|données|están|son)){0,4}(?:\s+(?:in|en|by)(?: the)?)?[\s:(*_]{1,4}/giu;
const zoneColumn = /^(?:(?:time ?)?zone|tz|zeitzone|fuseau(?: horaire)?|zona horaria)$/i;
const longest = 400;

/** Whether a line names the zone of all hours of its text. */
export function saysZoneOfAll(line: string): boolean {
  return [...line.matchAll(sentence)].some(({ 0: words, index }) => {
    return (
      isZone(line, index + words.length) ||
      (/(?:heures|horas)\s+$/iu.test(words) && isPlace(line, index + words.length))
    );
  });
}

/**
 * Columns whose hours have a zone by the table's head: those that name one (`Due (UTC)`), or all beside a column of
 * zones.
 */
export function zonedColumns(head: string): readonly number[] {
  const cells = pipeCells(head).map((cell) => cell.replace(/[*_`]/g, '').trim().slice(0, longest));
  if (cells.some((cell) => zoneColumn.test(cell))) return cells.map((_, at) => at);
  return cells.flatMap((cell, at) => {
    const starts = [...cell.matchAll(/(?<=[\s(,])[\p{L}+-]/gu)];
    return starts.some(({ index }) => isZone(cell, index)) ? [at] : [];
  });
}

function isZone(text: string, at: number): boolean {
  const parts = readTimePart(text, at)?.parts ?? [];
  return parts.length === 1 && parts[0]?.is === 'zone' && parts[0].word !== 'theirs' && parts[0].word !== 'others';
}

/** `de Paris` */
function isPlace(text: string, at: number): boolean {
  return /^de \p{Lu}\p{L}/u.test(text.slice(at, at + 8));
}
