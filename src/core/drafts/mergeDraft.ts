import { isSeparator, pipeCells } from '../text/tableCells';
import type { Draft } from './draft';
import { countFingerprints, fingerprintOf, fingerprintsOf, splitFingerprints } from './fingerprints';
import { interleave } from './interleave';
import { mergeFrontMatter } from './mergeFrontMatter';
import { boxKeys, pairSections } from './pairSections';
import { freshPiece, type Piece, stopsByLine, typedPiece, writePieces } from './pieces';
import { frontKey, type IsDrafted, type Line, readSections, type Section } from './sections';
import { type TaggedLine, type WeaveRules, weave } from './weave';
import { withoutDeleted } from './withoutDeleted';

/** What becomes of drafted lines that a person took out: facts of a note `return`, but in a form that they fill in they `stay` out. */
export type Deletions = 'return' | 'stay';

/**
 * Drafts again over what a person wrote: facts are the fresh draft's, typed text stays word for word and in its place
 * (docs/adr/0010). Where the fingerprints are missing, lines that the fresh draft has too count as drafted, and all
 * others as typed. Never throws; linear. Lines end with line feeds.
 * @returns the document, and as stops the prompts that are still in it
 */
export function mergeDraft(current: string, fresh: Draft, deletions: Deletions = 'return'): Draft {
  const { body, drafted } = splitFingerprints(current);
  const draft = { text: splitFingerprints(fresh.text).body, stops: fresh.stops };
  const known = drafted ?? countFingerprints(fingerprintsOf(draft.text));
  const isDrafted: IsDrafted = (key, line) => known.has(fingerprintOf(key, line));
  const left = new Map(known);
  const takesDrafted = (key: string, line: string): boolean => {
    const fingerprint = fingerprintOf(key, line);
    const count = left.get(fingerprint) ?? 0;
    left.set(fingerprint, count - 1);
    return count > 0;
  };
  const was = readSections(body, isDrafted);
  const now = readSections(draft.text, null);
  const front =
    was.front && now.front
      ? mergeFrontMatter(was.front, now.front, ({ text }) => takesDrafted(frontKey, text))
      : (now.front?.map((line) => freshPiece(line, frontKey)) ?? was.front?.map(typedPiece) ?? null);
  const kept =
    deletions === 'stay'
      ? withoutDeleted(now.sections, was.sections, drafted ?? new Map())
      : { sections: now.sections, deleted: [] };
  const partners = pairSections(was.sections, kept.sections, isDrafted);
  const prompts = stopsByLine(draft);
  const orphans = missingAfter(kept.sections, new Set(partners.values()));
  const tag = (section: Section, key: string): TaggedLine[] => {
    const keys = [key, ...(orphans.get(partners.get(section)) ?? [])];
    return section.lines.map((line) => ({ line, drafted: keys.some((one) => takesDrafted(one, line.text)) }));
  };
  const order = interleave(was.sections, kept.sections, partners, ({ key }) => key === '<details>');
  const pieces = order.flatMap(({ was: section, now: partner }) => {
    const key = (partner ?? section)?.key ?? '';
    return mergeSection(section ? tag(section, key) : [], partner?.lines ?? null, key, rulesFor(key, prompts));
  });
  return writePieces(front, pieces, draft, kept.deleted);
}

/**
 * For each section the ones that follow it in the fresh draft and are not in the document: where only their heading
 * was deleted, their drafted lines are now the section's.
 */
function missingAfter(now: readonly Section[], paired: ReadonlySet<Section>): Map<Section | undefined, string[]> {
  const missing = new Map<Section | undefined, string[]>();
  let run: string[] = [];
  for (const section of now) {
    if (paired.has(section)) {
      run = [];
      missing.set(section, run);
    } else run.push(section.key);
  }
  return missing;
}

function mergeSection(
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
  return [...head, ...weave(below, (now ?? []).slice(begins), key, rules)];
}

function rulesFor(key: string, prompts: ReturnType<typeof stopsByLine>): WeaveRules {
  const stopsOf = ({ number }: Line) => prompts.get(number) ?? [];
  if (key !== 'state') return { rowNames: () => [], isPrompt: (line) => boxKeys.has(key) || stopsOf(line).length > 0 };
  // A row whose item is still to be named is a prompt; one that names its item is a fact with a choice in it.
  const firstCell = ({ text }: Line) => Math.max(text.indexOf('|', text.indexOf('|') + 1), 0) || text.length;
  return { rowNames, isPrompt: (line) => stopsOf(line).some(({ column }) => column < firstCell(line)) };
}

/** The ticket, the branch, the words of a row's first cell: what has only a branch in the morning may have a ticket at night. */
function rowNames({ text }: Line): readonly string[] {
  if (!text.trimStart().startsWith('|') || isSeparator(text)) return [];
  const cell = pipeCells(text.slice(0, 1000))[0] ?? '';
  const words = cell.replace(/[*_`[\]]/g, '').trim();
  const ticket = /^(?:[A-Z][A-Z0-9_]{1,9}-\d{1,9}|[#!]\d{1,9}|Bug \d{1,9})\b/.exec(words)?.[0];
  const branch = /(?:^|· )(`{1,3})([^`]{1,250})\1$/.exec(cell)?.[2]?.trim();
  return [ticket, branch && `on ${branch}`, words.toLowerCase()].filter((name) => name !== undefined);
}
