import { append } from '../../lists';
import type { Section } from '../sections';
import { interleave } from './interleave';
import type { LineOrigin } from './readDrafts';

/** Boxes of a handoff that a person fills; nothing in them but prompts is drafted. */
export const boxKeys: ReadonlySet<string> = new Set([
  'next',
  'blocked or waiting',
  'time-critical',
  'questions for you',
]);

/** Parts of a handoff above its fold that hold nothing but facts, and that a draft without these facts does not have. */
const factKeys = ['watch out', 'done'];

/** A section of the document, of the fresh draft, or both. */
export interface SectionPair {
  readonly was: Section | null;
  readonly now: Section | null;
  /**
   * Keys by which drafted lines of `was` are recognised: its own, and those of the sections that follow it in the fresh
   * draft and are missing in the document. Where a person deleted only their headings, their lines are now in `was`.
   */
  readonly keys: readonly string[];
}

/** What the words of a heading ask for, whatever its language; null where that is not known. */
export type HeadingMeaning = (key: string) => string | null;

/** Sections of the fresh draft that are compared with one of the document. Bounds the work: no draft has as many. */
export const mostCompared = 50;

/** The sections of both texts in one list: in the order of the document, new sections where the fresh draft has them. */
export function pairSections(
  was: readonly Section[],
  now: readonly Section[],
  origin: LineOrigin,
  meaningOf: HeadingMeaning,
): SectionPair[] {
  const partners = partnersOf(was, now, origin, meaningOf);
  const missing = missingAfter(now, new Set(partners.values()));
  return interleave(was, now, partners, ({ key }) => key === '<details>').map((pair) => {
    const gone = pair.was && pair.now === null ? factsBelow(pair.was, origin) : undefined;
    const key = gone ?? (pair.now ?? pair.was)?.key ?? '';
    return { ...pair, keys: [key, ...((pair.was && pair.now && missing.get(pair.now)) ?? [])] };
  });
}

/**
 * The section of the fresh draft for each section of the document. The first of these that exists:
 * - the one of the same heading
 * - where the document's heading was typed, the one whose drafted lines it holds
 * - the one whose heading means the same
 * - the box that is missing at its place
 */
function partnersOf(
  was: readonly Section[],
  now: readonly Section[],
  origin: LineOrigin,
  meaningOf: HeadingMeaning,
): ReadonlyMap<Section, Section> {
  const free = new FreeSections(now);
  const partners = new Map<Section, Section>();
  const pair = (section: Section, key: string | undefined) => {
    const partner = key === undefined ? undefined : free.take(key);
    if (partner) partners.set(section, partner);
  };
  for (const section of was) pair(section, section.key);
  const renamed = was.flatMap((section, at) => {
    const isRenamed = !partners.has(section) && isTypedHeading(section, origin);
    return isRenamed ? [{ section, above: was[at - 1] }] : [];
  });
  // A section with nothing but a heading would not be recognised at the next redraft.
  const candidates = now.filter((section) => free.has(section) && section.lines.length > 1).slice(0, mostCompared);
  for (const { section } of renamed) {
    const keys = candidates.filter((candidate) => free.has(candidate)).map(({ key }) => key);
    pair(section, mostDrafted(section, keys, origin));
  }
  for (const { section } of renamed) {
    const meaning = partners.has(section) ? null : meaningOf(section.key);
    const alike = candidates.find((one) => free.has(one) && meaning !== null && meaningOf(one.key) === meaning);
    pair(section, alike?.key);
  }
  const follower = new Map(now.map((section, at) => [section, now[at + 1]]));
  for (const { section, above } of renamed) {
    const partner = above && partners.get(above);
    const missing = partner && follower.get(partner)?.key;
    if (!partners.has(section) && missing !== undefined && boxKeys.has(missing)) pair(section, missing);
  }
  return partners;
}

/** For a section with a typed heading that the fresh draft lacks, the part of the facts that its drafted lines are from. */
function factsBelow(section: Section, origin: LineOrigin): string | undefined {
  return isTypedHeading(section, origin) ? mostDrafted(section, factKeys, origin) : undefined;
}

/** Sections of the fresh draft without a partner yet. Of several with one key the first is taken first. */
class FreeSections {
  private readonly byKey = new Map<string, Section[]>();
  private readonly free: Set<Section>;

  constructor(sections: readonly Section[]) {
    this.free = new Set(sections);
    for (const section of sections.toReversed()) {
      append(this.byKey, section.key, section);
    }
  }

  has(section: Section): boolean {
    return this.free.has(section);
  }

  take(key: string): Section | undefined {
    const section = this.byKey.get(key)?.pop();
    if (section) this.free.delete(section);
    return section;
  }
}

export function isTypedHeading({ key, lines }: Section, origin: LineOrigin): boolean {
  const [heading] = lines;
  return heading !== undefined && !origin.isDrafted(key, heading.text);
}

/** The key for which most of the section's lines were drafted, if there is any. */
function mostDrafted({ lines }: Section, keys: readonly string[], origin: LineOrigin): string | undefined {
  const counts = keys.map((key) => ({ key, count: lines.filter(({ text }) => origin.isDrafted(key, text)).length }));
  const [best] = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return best?.key;
}

/** For each section that the document has, the keys of those that follow it in the fresh draft and that it lacks. */
function missingAfter(now: readonly Section[], paired: ReadonlySet<Section>): ReadonlyMap<Section, readonly string[]> {
  const missing = new Map<Section, string[]>();
  let run: string[] = [];
  for (const section of now) {
    if (paired.has(section)) {
      run = [];
      missing.set(section, run);
    } else if (run.length < mostCompared) run.push(section.key);
  }
  return missing;
}
