import { projectKey } from '../../activity/ticketKey';
import { append } from '../../lists';
import { isSeparator } from '../../text/tableCells';
import type { Draft } from '../draft';
import { comparable } from '../fingerprints';
import { typedPart } from '../readiness/phrases';
import type { Line } from '../sections';
import { isRow, placesOf, type TaggedLine } from './linePlaces';
import { boxKeys, type SectionPair } from './pairSections';
import type { LineOrigin } from './readDrafts';
import { rewordedRows, rowKeys } from './rewordedRows';
import { freshPiece, type LineStop, type Piece, stopsByLine, typedPiece } from './writeDraft';

interface WeaveRules {
  /** Whether to leave out a fresh line that the document no longer has. */
  readonly isLeftOut: (line: Line) => boolean;
  /** Whether an equal line was drafted before. */
  readonly isRecorded: (line: Line) => boolean;
  /** What a row is about, the surest name first; of other lines none. A typed row replaces the fresh one with its first. */
  readonly rowNames: (line: Line) => readonly string[];
}

/** The lines of the document below its front matter: of each pair the fresh lines, and between them what was typed. */
export function weaveSections(pairs: readonly SectionPair[], origin: LineOrigin, draft: Draft): Piece[] {
  const prompts = stopsByLine(draft);
  return pairs.flatMap(({ was, now, keys }) => {
    const [key = ''] = keys;
    const tagged = (was?.lines ?? []).map((line): TaggedLine => {
      return { line, drafted: keys.some((one) => origin.takeDrafted(one, line.text)) };
    });
    return weaveSection(tagged, now?.lines ?? null, key, rulesFor(key, prompts, origin));
  });
}

/** The heading is drafted, or stays as a person made it; below it the lines are woven. */
function weaveSection(
  was: readonly TaggedLine[],
  now: readonly Line[] | null,
  key: string,
  rules: WeaveRules,
): Piece[] {
  if (was.every(({ drafted }) => drafted)) return (now ?? []).map((line) => freshPiece(line, key));
  // What is above the first heading has no line that begins it.
  const begins = key === '' ? 0 : 1;
  const [heading] = was.slice(0, begins);
  const kept = heading && { ...typedPiece(heading.line), draftedIn: heading.drafted ? key : null };
  const freshHeading = now?.slice(0, begins).map((line) => freshPiece(line, key));
  const head = heading?.drafted && freshHeading ? freshHeading : kept ? [kept] : (freshHeading ?? []);
  const below = was.slice(begins);
  if (below.every(({ drafted }) => drafted)) {
    return [...head, ...(now ?? []).slice(begins).map((line) => freshPiece(line, key))];
  }
  return [...head, ...weaveLines(below, (now ?? []).slice(begins), key, rules)];
}

/**
 * The fresh lines of a section, with each block of typed lines after the drafted line that it followed. Where that line
 * is gone, the block goes before the drafted line that it preceded, else after the last drafted line above it that is
 * still there. Typed blocks keep their order.
 */
function weaveLines(was: readonly TaggedLine[], fresh: readonly Line[], key: string, rules: WeaveRules): Piece[] {
  const now = withTableHead(was, fresh);
  const places = placesOf(was, now, key);
  const rows = new Map<string, number>();
  now.forEach((line, at) => {
    for (const name of rules.rowNames(line)) if (!rows.has(name)) rows.set(name, at);
  });
  const slots = new Map<number, Piece[]>();
  const replaced = new Set<number>();
  const continued = new Set<number>();
  const sayings = now.map((line) => (isSentence(line) ? wordsIn(line.text) : []));
  let slot = -1;
  let isBelowRow = false;
  was.forEach(({ line, drafted }, at) => {
    if (drafted) {
      isBelowRow = false;
      return;
    }
    const [row] = rules.rowNames(line);
    const added = withWordsOf(line.text, sayings, (text) => rules.isRecorded({ ...line, text }));
    const rowAt = added?.at ?? (row === undefined ? undefined : rows.get(row));
    if (added) continued.add(added.at);
    if (rowAt !== undefined) replaced.add(rowAt);
    isBelowRow ||= rowAt !== undefined;
    // Lines that were typed below a typed row go with that row.
    slot = Math.max(slot, rowAt ?? (isBelowRow ? slot : places[at]) ?? -1);
    append(slots, slot, typedPiece(added ? { ...line, text: added.text } : line));
  });
  const reworded = rowKeys.has(key) ? rewordedRows(was, now, places, rules.isRecorded) : new Set();
  const present = new Set(places.filter((_, at) => was[at]?.drafted));
  const typed = new Set(was.flatMap(({ line, drafted }) => (drafted ? [] : [comparable(line.text)])));
  const beginnings = new Set([...typed].flatMap(beginningsOf));
  return [
    ...(slots.get(-1) ?? []),
    ...now.flatMap((line, at) => {
      // A person added words to this line. Theirs has its figures now, and this one is only recorded as drafted.
      if (continued.has(at)) return [{ ...freshPiece(line, key), takenOut: true }, ...(slots.get(at) ?? [])];
      const isNew = !present.has(at);
      // A person has added words at its end.
      const isContinued = isSentence(line) && rules.isRecorded(line) && beginnings.has(comparable(line.text));
      const takenOut = isNew && (isContinued || reworded.has(at) || rules.isLeftOut(line));
      // A person has written it already. Recorded, their copy would count as drafted the next time.
      const isCopied = isNew && (takenOut || isSentence(line)) && typed.has(comparable(line.text));
      const isWritten = !replaced.has(at) && !isCopied;
      return [...(isWritten ? [{ ...freshPiece(line, key), takenOut }] : []), ...(slots.get(at) ?? [])];
    }),
  ];
}

const longestContinued = 1000;

/**
 * For a drafted line into which a person put words, the fresh line that says the same, with these words in it. Without
 * the added words, the typed line has to be a recorded one that differs from the fresh line in figures only; else null.
 */
function withWordsOf(
  typed: string,
  now: readonly (readonly string[])[],
  isRecorded: (text: string) => boolean,
): { readonly at: number; readonly text: string } | null {
  const words = wordsIn(typed);
  for (const [at, fresh] of now.entries()) {
    const more = words.length - fresh.length;
    if (more < 1 || fresh.length === 0) continue;
    const first = fresh.findIndex((word, place) => !isAlike(word, words[place]));
    const last = fresh.findLastIndex((word, place) => !isAlike(word, words[place + more]));
    const until = first < 0 ? fresh.length : first;
    for (let from = Math.max(last + 1, 1); from <= until; from++) {
      const [head, added, tail] = [words.slice(0, from), words.slice(from, from + more), words.slice(from + more)];
      if (!isRecorded([...head, ...tail].join(''))) continue;
      return { at, text: [...fresh.slice(0, from), ...added, ...fresh.slice(from)].join('') };
    }
  }
  return null;
}

/** Words, and every other character by itself. */
function wordsIn(text: string): readonly string[] {
  return text.length > longestContinued ? [] : (text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu) ?? []);
}

/** `3 commits are` and `1 commit is` say the same of other figures. */
function isAlike(word: string, other: string | undefined): boolean {
  if (word === other || other === undefined) return word === other;
  if (/^\d+$/.test(word)) return /^\d+$/.test(other);
  return word === `${other}s` || other === `${word}s` || (verb.test(word) && verb.test(other));
}

const verb = /^(?:is|are|was|were)$/;

/** Every beginning of the text that ends before a blank or a punctuation mark. */
function beginningsOf(text: string): readonly string[] {
  const ends = text.slice(0, longestContinued).matchAll(/(?<=\S)(?=[\s,.;:!?…])/g);
  return [...ends].map(({ index }) => text.slice(0, index));
}

/** Whether a line says the same wherever it stands; rows of tables and fences of code are needed where they are. */
function isSentence({ text }: Line): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/^\s*(?:\||`{3}|~{3})/.test(text);
}

/** Typed rows keep the head of their table where the fresh draft has no table any more. */
function withTableHead(was: readonly TaggedLine[], now: readonly Line[]): readonly Line[] {
  const isOrphaned = !now.some(isRow) && was.some(({ line, drafted }) => !drafted && isRow(line));
  const separator = isOrphaned ? was.findIndex(({ line, drafted }) => drafted && isSeparator(line.text)) : -1;
  const head = was.slice(Math.max(separator - 1, 0), separator + 1).filter(({ drafted }) => drafted);
  // They have no line in the fresh draft whose tab stops they could take.
  return [...head.map(({ line }) => ({ ...line, number: -1 })), ...now];
}

function rulesFor(key: string, prompts: ReadonlyMap<number, readonly LineStop[]>, origin: LineOrigin): WeaveRules {
  const asks = ({ number }: Line) => prompts.has(number);
  const isRecorded = ({ text }: Line) => origin.isRecorded(key, text);
  if (key !== 'next') return { rowNames: () => [], isLeftOut: (line) => boxKeys.has(key) || asks(line), isRecorded };
  // A proposal that a person took out stays out; new ones are added.
  const onlyAsks = ({ text }: Line) => typedPart(text.replace(itemMark, '')) === '';
  return { rowNames, isLeftOut: (line) => onlyAsks(line) || isRecorded(line), isRecorded };
}

const itemMark = /^\s{0,3}[-*+] (?:\[[ xX]\] )?/;

const ticketFirst = new RegExp(String.raw`^(?:${projectKey}-\d{1,9}|[#!]\d{1,9}|Bug \d{1,9})\b`);

/** What an item is about: its ticket, branch and words. Work may have only a branch at first, and a ticket later. */
function rowNames({ text }: Line): readonly string[] {
  const item = text.slice(0, 1000).replace(itemMark, '');
  const about = /^\*\*(.{1,400}?)\*\*(?=$|[:\s])/.exec(item)?.[1];
  if (about === undefined) return [];
  const words = about.replace(/[*_`[\]]/g, '').trim();
  const ticket = ticketFirst.exec(words)?.[0];
  const code = /^(`{1,3})([^`]{1,250})\1/;
  const branch = (code.exec(about) ?? code.exec(item.slice(item.lastIndexOf(' · ') + 3)))?.[2]?.trim();
  return [ticket, branch && `on ${branch}`, words.toLowerCase()].filter((name) => name !== undefined);
}
