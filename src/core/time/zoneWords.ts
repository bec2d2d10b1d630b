import { append } from '../lists';
import type { Reading, TimePart, ZoneWord } from './timePart';
import { type ZoneName, zoneRefusal } from './zone';
import { zoneAbbreviations } from './zoneAbbreviations';

/** The zones of a town, by its name in lower case. */
const towns = townsOf(Intl.supportedValuesOf('timeZone'));

/** Ways to write the zone of a time; they are read only after a time. */
export const zoneReadings: readonly Reading[] = [
  [/(?:UTC|GMT)(?: ?[+\-‑−]\d{1,2}(?::?\d{2})?)?(?!\w)|(?:AoE|Z)\b|[+\-‑−]\d{2}:?\d{2}\b/y, () => zone('clear')],
  [
    /\[?([A-Z][A-Za-z_]*(?:\/[A-Z][A-Za-z_-]*){1,2})\]?/y,
    ([, name = '']) => zone(zoneRefusal(name) === null ? 'clear' : undefined),
  ],
  [/(?:my|our) time\b/iy, () => zone('own')],
  // May be the writer's time as well as the reader's.
  [/local time\b|Ortszeit\b|heure locale\b|hora local\b/iuy, () => zone('others')],
  [/your time\b/iy, () => zone('theirs')],
  [/(?:their|his|her)(?: own)? time\b/iy, () => zone('others')],
  [
    /(Eastern|Central|Mountain|Pacific)(?:(?: Standard| Daylight)? Time)?\b/iy,
    ([, name = '']) => zone(zoneAbbreviations.get(`${name.charAt(0).toUpperCase()}T`)),
  ],
  [/([A-Z]{2,4}) time\b/y, ([, name = '']) => zone(zoneAbbreviations.get(name) ?? 'clear')],
  [/[A-Z][a-z]+(?: [A-Z][a-z]+)? time\b/y, () => zone('clear')],
  [/\p{Lu}\p{L}+er Zeit(?!\p{L})|(?:heure|hora) (?:de |d['’])\p{Lu}[\p{L}-]+/uy, () => zone('clear')],
  [/(?:unsere|meine)r? Zeit(?:zone)?(?!\p{L})/iuy, () => zone('own')],
  [/in ([A-Z][\p{L}-]+(?: [A-Z][\p{L}-]+)?)/uy, ([, name]) => town(name)],
  // Where the sentence goes on, the name is its subject: "by 17:00 Paris has to answer".
  [
    /([A-Z][\p{L}-]+(?: [A-Z][\p{L}-]+)?)(?=\s*(?:[.;:!?)|\]/]|,|$)|\s(?:on|am|le|el)\s|\s(?:today|tomorrow)\b)/uy,
    ([, name]) => town(name),
  ],
  [/[A-Z]{2,4}\b/y, ([name]) => zone(zoneAbbreviations.get(name))],
  // In lower case "ist" and "est" are as often a verb, and "wet" is a word.
  [
    /(?!(?:ist|est|wet)\b(?!\s*(?:[.,;:!?)|/\]]|$)|\s(?:on|today|tomorrow|tonight|and|or|so|please|if|at the|sharp)\b))[a-z]{3,4}\b/y,
    ([name]) => zone(zoneAbbreviations.get(name.toUpperCase())),
  ],
  [/[A-Z][a-z]{2,3}\b/y, ([name]) => zone(zoneAbbreviations.get(name.toUpperCase()))],
];

function zone(word: ZoneWord | undefined): TimePart | null {
  return word === undefined ? null : { is: 'zone', word };
}

function town(name = ''): TimePart | null {
  const zones = towns.get(name.toLowerCase());
  return zones ? zone({ place: zones }) : null;
}

/** Zones by the last part of their name, in lower case: `tokyo`, `new york`. */
function townsOf(zones: readonly ZoneName[]): ReadonlyMap<string, readonly ZoneName[]> {
  const found = new Map<string, ZoneName[]>();
  for (const name of zones) {
    if (!name.includes('/')) continue;
    const key = name
      .slice(name.lastIndexOf('/') + 1)
      .replaceAll('_', ' ')
      .toLowerCase();
    append(found, key, name);
  }
  return found;
}
